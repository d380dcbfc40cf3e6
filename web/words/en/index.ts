/** English: the dictionary that sets the keys. */
import { answer } from './answer.ts';
import { app } from './app.ts';
import { claims } from './claims.ts';
import { curve } from './curve.ts';
import { dates } from './dates.ts';
import { flowchart } from './flowchart.ts';
import { header } from './header.ts';
import { independence } from './independence.ts';
import { map } from './map.ts';
import { names } from './names.ts';
import { route } from './route.ts';
import { scenario } from './scenario.ts';
import { search } from './search.ts';
import { share } from './share.ts';
import { sites } from './sites.ts';
import { sources } from './sources.ts';
import { table } from './table.ts';
import { timing } from './timing.ts';
import { views } from './views.ts';

export const en = {
  ...app,
  ...names,
  ...header,
  ...scenario,
  ...dates,
  ...search,
  ...sites,
  ...share,
  ...views,
  ...map,
  ...answer,
  ...table,
  ...curve,
  ...independence,
  ...claims,
  ...timing,
  ...sources,
  ...route,
  ...flowchart,
} as const;
