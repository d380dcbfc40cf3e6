/**
 * What a scenario wins and loses on the way to every road, for the map and for files: the library's own comparison of
 * what both desks have searched. The last one is kept, so that another time limit compares nothing anew.
 */
import {
  compareRoads,
  countChanges,
  findChangeClass,
  listRoadChanges,
  MS_PER_SECOND,
  SECONDS_PER_MINUTE,
  toCityChangeCsv,
  toCityChangeDocument,
  toCityChangeGeoJson,
  toJsonText,
  toPieces,
  type RoadChanges,
} from '../../src/index.ts';
import type { ChangeAnswer, CityFileKind, CityQuestion } from './protocol.ts';
import type { ReachDesk, Searched } from './reach.ts';
import { CLASS_BASE } from './shaders.ts';

export interface ChangeDesk {
  /** Null where a place is off the roads. */
  readonly answer: (question: CityQuestion, known: readonly string[]) => ChangeAnswer | null;
  /** The bytes of the command. */
  readonly write: (question: CityQuestion, kind: CityFileKind) => string;
}

/** Four numbers a link, as times are: seconds on the faster side, and the class, which is beyond every time limit. */
function toChangeTable({ beforeMs, afterMs }: RoadChanges): Float32Array {
  const table = new Float32Array(4 * beforeMs.length).fill(Infinity);
  for (let link = 0; link < beforeMs.length; link += 1) {
    const [before, after] = [beforeMs[link] as number, afterMs[link] as number];
    const found = findChangeClass(before, after);
    if (found < 0) continue;
    table[4 * link] = Math.min(before, after) / MS_PER_SECOND;
    table[4 * link + 1] = CLASS_BASE + found;
  }
  return table;
}

const toCutoffS = ({ cutoffsMin }: CityQuestion): number => (cutoffsMin.at(-1) ?? 0) * SECONDS_PER_MINUTE;

interface Compared {
  readonly key: string;
  readonly after: readonly [Searched, ...Searched[]];
  readonly changes: RoadChanges;
}

/** Opens the comparison of a network as it was imported and under a scenario. */
export function openChanges(base: ReachDesk, under: ReachDesk): ChangeDesk {
  let kept: Compared | null = null;
  const find = (question: CityQuestion): Compared | null => {
    const [before, after] = [base.find(question), under.find(question)];
    if (before === null || after === null) return null;
    const key = ['change', ...before.map((one) => one.key), ...after.map((one) => one.key)].join(' ');
    if (kept?.key !== key) kept = { key, after, changes: compareRoads(before, after) };
    return kept;
  };
  return {
    answer: (question, known) => {
      const found = find(question);
      if (found === null) return null;
      const { key, changes } = found;
      const cutoffS = toCutoffS(question);
      const seconds = known.includes(key) ? null : toChangeTable(changes);
      return {
        side: { key, seconds, own: [] },
        cutoffS,
        classes: countChanges(changes, cutoffS * MS_PER_SECOND),
      };
    },
    write: (question, kind) => {
      const found = find(question);
      if (found === null) throw new RangeError('no place');
      const { after, changes } = found;
      const [{ city }] = after;
      const cutoffS = toCutoffS(question);
      const classes = countChanges(changes, cutoffS * MS_PER_SECOND);
      const roads = listRoadChanges(changes, cutoffS * MS_PER_SECOND);
      const sites = after.map(({ site }) => site);
      const answer = toCityChangeDocument(city, sites, question.direction, { cutoffS, classes, roads });
      if (kind === 'json') return toJsonText(answer);
      if (kind === 'csv') return toCityChangeCsv(answer);
      const parts = roads.map(({ link }) => ({ link, from: 0, to: 1 }));
      return toCityChangeGeoJson(answer, toPieces(city, parts));
    },
  };
}
