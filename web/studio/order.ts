/**
 * A scenario file with its keys in the order in which the loader gives them, so that what the page asks and saves has the
 * bytes of what a command reads.
 */
import type { Modification, ModificationKind, ScenarioFile } from '../../src/index.ts';

const FILE = ['schema', 'id', 'title', 'titleZh', 'base', 'dependencies', 'modifications', 'note'];
const ROW = ['label', 'off'];
const TARGETS = ['highways', 'sections', 'links', 'facilities', 'area'];
const SIGNS = ['postedKmh', 'lanesPerDirection', 'tariff'];

const KEYS: Readonly<Record<ModificationKind, readonly string[]>> = {
  build: [
    ...['id', 'title', 'line', 'facility', ...SIGNS, 'oneWay', 'accessible', 'signals'],
    ...['opened', 'closed', 'interchanges'],
  ],
  close: TARGETS,
  change: [...TARGETS, ...SIGNS],
  'set-dates': ['sections', 'opened', 'closed'],
  'set-speed-factor': [...TARGETS, 'factor'],
  'add-plant': ['id', 'title', 'group', 'at'],
  'move-plant': ['plant', 'at'],
  'add-supplier': ['id', 'title', 'keiretsu', 'tier', 'at'],
};

/** The value with these keys first, in this order; keys that are not said are left out. */
function inOrder<T extends object>(value: T, keys: readonly string[]): T {
  const known = keys.filter((key) => Object.hasOwn(value, key));
  const others = Object.keys(value).filter((key) => !keys.includes(key));
  const entries = [...known, ...others].map((key) => [key, value[key as keyof T]] as const);
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined)) as T;
}

function orderRow(row: Modification): Modification {
  const ordered = inOrder(row, ['kind', ...KEYS[row.kind], ...ROW]);
  if (ordered.kind === 'build') {
    const keys = ['vertex', 'node', 'link', 'share', 'newNode'];
    return { ...ordered, interchanges: ordered.interchanges.map((one) => inOrder(one, keys)) };
  }
  if (!('area' in ordered) || ordered.area === undefined) return ordered;
  return { ...ordered, area: inOrder(ordered.area, ['ring', 'rule']) };
}

/** The same file, its keys in order. */
export function toOrdered(file: ScenarioFile): ScenarioFile {
  return inOrder({ ...file, modifications: file.modifications.map(orderRow) }, FILE);
}
