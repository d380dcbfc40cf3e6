/** English: the dictionary that sets the keys. */
import { answer } from './answer.ts';
import { app } from './app.ts';
import { header } from './header.ts';
import { names } from './names.ts';
import { scenario } from './scenario.ts';
import { share } from './share.ts';
import { sites } from './sites.ts';

export const en = {
  ...app,
  ...names,
  ...header,
  ...scenario,
  ...sites,
  ...share,
  ...answer,
} as const;
