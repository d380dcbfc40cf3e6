/**
 * Random damage to a data folder: values deleted, doubled, swapped, replaced by hostile or by foreign ones,
 * text cut and files lost. A mutation is a handful of numbers, so that a failing case can be written down.
 */
import fc from 'fast-check';

export interface Mutation {
  readonly kind: (typeof KINDS)[number];
  readonly file: number;
  readonly at: number;
  readonly other: number;
}

const KINDS = [
  'delete',
  'hostile',
  'double',
  'swap',
  'foreign',
  'number',
  'text',
  'cut',
  'insert',
  'lose',
  'rename',
] as const;

/** Damage inside values is the likeliest: lost files and cut text are refused at once. */
const WEIGHTS = {
  delete: 4,
  hostile: 6,
  double: 4,
  swap: 4,
  foreign: 8,
  number: 10,
  text: 6,
  cut: 1,
  insert: 1,
  lose: 1,
  rename: 1,
};

const count = fc.nat(1_000_000);
const kind = fc.oneof(...KINDS.map((name) => ({ weight: WEIGHTS[name], arbitrary: fc.constant(name) })));

/** One to three mutations. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({ kind, file: count, at: count, other: count }),
  { minLength: 1, maxLength: 3 },
);

const HOSTILE: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1,
  1.5,
  1e308,
  5e-324,
  9007199254740992,
  4294967296,
  '',
  ' ',
  '0',
  '-80',
  'NaN',
  '1e999',
  'null',
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  '${1}',
  '<script>',
  "'; drop",
  '\u0000',
  '\uD800',
  '\u202E',
  '😀',
  '2007-02-30',
  '2007-02-29',
  '2007-13',
  '0000-00-00',
  '2010',
  'made-up',
  'GCJ-02',
  'a'.repeat(5000),
  [],
  {},
  [[]],
  [null],
  [0, 0],
  [-29.5, 30.5],
  [30.5, -29.5],
  [181, 91],
  { id: 'x' },
  { length: 1 },
  { toJSON: 1 },
  { kind: 'close' },
  [[[[[[1]]]]]],
];
const FACTORS = [-1, 0, 0.001, 0.5, 0.9, 0.999999, 1.000001, 1.1, 2, 10, 1000, 1e9, 1e300];
const CHARACTERS = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '0',
  '-',
  'e',
  '\n',
  '\uFEFF',
  '\u0000',
  '\uD800',
  '#',
  'é',
];

type Parent = Record<string, unknown>;
interface Place {
  readonly parent: Parent;
  readonly key: string;
}

/** The files after the mutations, in order. */
export function applyMutations(
  files: ReadonlyMap<string, string>,
  all: readonly Mutation[],
): Map<string, string> {
  const changed = new Map(files);
  for (const mutation of all) applyOne(changed, mutation);
  return changed;
}

function applyOne(files: Map<string, string>, mutation: Mutation): void {
  const names = [...files.keys()];
  const name = names[mutation.file % names.length];
  if (name === undefined) return;
  const text = files.get(name) ?? '';
  const cut = mutation.at % (text.length + 1);
  if (mutation.kind === 'lose') files.delete(name);
  else if (mutation.kind === 'rename') rename(files, name, names[mutation.at % names.length] ?? name);
  else if (mutation.kind === 'cut')
    files.set(name, text.slice(0, cut) + text.slice(cut + (mutation.other % 50)));
  else if (mutation.kind === 'insert')
    files.set(name, text.slice(0, cut) + pick(CHARACTERS, mutation.other) + text.slice(cut));
  else changeValue(files, name, mutation);
}

function rename(files: Map<string, string>, from: string, to: string): void {
  const text = files.get(from) ?? '';
  files.delete(from);
  files.set(to, text);
}

function changeValue(files: Map<string, string>, name: string, { kind: change, at, other }: Mutation): void {
  const root: Parent = { root: parse(files.get(name)) };
  const places = listPlaces(root);
  const place = pick(places, at);
  const value = place.parent[place.key];
  const near = pick(listPlaces(place.parent), other);
  if (change === 'delete') remove(place);
  else if (change === 'double' && Array.isArray(place.parent)) place.parent.push(structuredClone(value));
  else if (change === 'swap')
    [place.parent[place.key], near.parent[near.key]] = [near.parent[near.key], value];
  else if (change === 'foreign') place.parent[place.key] = structuredClone(findForeign(files, value, other));
  else if (change === 'number' && typeof value === 'number')
    place.parent[place.key] = value * pick(FACTORS, other);
  else if (change === 'text' && typeof value === 'string') place.parent[place.key] = changeText(value, other);
  else place.parent[place.key] = pick(HOSTILE, other);
  if (root['root'] !== undefined) files.set(name, JSON.stringify(root['root']) ?? '');
}

/** A value of the same type from anywhere in the folder: the damage that is hardest to see. */
function findForeign(files: ReadonlyMap<string, string>, value: unknown, at: number): unknown {
  const names = [...files.keys()];
  const places = listPlaces({ root: parse(files.get(pick(names, at))) });
  const alike = places.map(({ parent, key }) => parent[key]).filter((other) => typeof other === typeof value);
  return alike.length === 0 ? value : pick(alike, at);
}

function changeText(value: string, at: number): string {
  const cut = at % (value.length + 1);
  return at % 2 === 0 ? value.slice(0, cut) : value.slice(0, cut) + pick(CHARACTERS, at) + value.slice(cut);
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse((text ?? '').replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return text;
  }
}

function listPlaces(parent: Parent): readonly Place[] {
  return Object.keys(parent).flatMap((key) => {
    const value = parent[key];
    const below = typeof value === 'object' && value !== null ? listPlaces(value as Parent) : [];
    return [{ parent, key }, ...below];
  });
}

function remove({ parent, key }: Place): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}

function pick<T>(items: readonly T[], at: number): T {
  return items[at % items.length] as T;
}
