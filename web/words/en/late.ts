/** English words of what is loaded after the first answer. */
import { claims } from './claims.ts';
import { curve } from './curve.ts';
import { dates } from './dates.ts';
import { doubts } from './doubts.ts';
import { flowchart } from './flowchart.ts';
import { independence } from './independence.ts';
import { map } from './map.ts';
import { route } from './route.ts';
import { search } from './search.ts';
import { sources } from './sources.ts';
import { studio } from './studio.ts';
import { table } from './table.ts';
import { timing } from './timing.ts';
import { views } from './views.ts';

export const late = {
  ...dates,
  ...search,
  ...views,
  ...map,
  ...table,
  ...curve,
  ...independence,
  ...claims,
  ...timing,
  ...sources,
  ...route,
  ...flowchart,
  ...doubts,
  ...studio,
} as const;
