/** 日本語。 */
import type { Words } from '../index.ts';
import { answer } from './answer.ts';
import { app } from './app.ts';
import { header } from './header.ts';
import { names } from './names.ts';
import { scenario } from './scenario.ts';
import { share } from './share.ts';
import { sites } from './sites.ts';

export const ja: Words = {
  ...app,
  ...names,
  ...header,
  ...scenario,
  ...sites,
  ...share,
  ...answer,
};
