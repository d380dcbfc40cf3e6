/** 日本語：最初の答えの後に読み込まれる語。 */
import type { LateWords } from '../index.ts';
import { beside } from './beside.ts';
import { city } from './city.ts';
import { cityWorth } from './city-worth.ts';
import { claims } from './claims.ts';
import { curve } from './curve.ts';
import { dates } from './dates.ts';
import { doubts } from './doubts.ts';
import { fix } from './fix.ts';
import { flowchart } from './flowchart.ts';
import { independence } from './independence.ts';
import { keeping } from './keeping.ts';
import { map } from './map.ts';
import { report } from './report.ts';
import { route } from './route.ts';
import { search } from './search.ts';
import { sources } from './sources.ts';
import { studio } from './studio.ts';
import { table } from './table.ts';
import { timing } from './timing.ts';
import { views } from './views.ts';
import { worth } from './worth.ts';

export const late: LateWords = {
  ...dates,
  ...beside,
  ...search,
  ...views,
  ...keeping,
  ...map,
  ...table,
  ...curve,
  ...independence,
  ...claims,
  ...timing,
  ...sources,
  ...report,
  ...route,
  ...fix,
  ...flowchart,
  ...doubts,
  ...studio,
  ...worth,
  ...city,
  ...cityWorth,
};
