/** 日本語：最初の答えの後に読み込まれる語。 */
import type { LateWords } from '../index.ts';
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

export const late: LateWords = {
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
};
