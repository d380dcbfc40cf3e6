/**
 * What stands in the address and how each part is written and read. Reading checks the form only; whether an id
 * exists is `address-check.ts`, because that needs the data. A part that cannot be read keeps its default.
 */
import type { WordKey, WordValues } from '../words/index.ts';
import type { Choice, NodeArrangement } from './choice.ts';
import { DEFAULT_CHOICE, toClockText } from './choice.ts';
import { DEFAULT_LOOK, LANGUAGES, MEASURES, THEMES, VIEWS, type Look } from './look.ts';

/** Everything that a link carries. Which drawer is open belongs to the screen, not to the state. */
export interface Shared {
  readonly choice: Choice;
  readonly look: Look;
}

/** What a key expects, as words to be said in the reader's language. */
export interface Expected {
  readonly word: WordKey;
  readonly values?: WordValues;
}

export interface BadPart {
  readonly key: string;
  readonly expected: Expected;
  readonly found: string;
}

/** A part of the state in the address. */
export interface Field {
  readonly key: string;
  /** Null for the default, which is left out. */
  readonly write: (shared: Shared) => string | null;
  /** The state with the part, or what would have been right. */
  readonly read: (shared: Shared, text: string) => Shared | Expected;
}

export function isExpected(value: Shared | Expected): value is Expected {
  return 'word' in value;
}

/** Reads a text as a value; undefined where it is none. */
type Reader<T> = (text: string) => T | undefined;

interface Form<T> {
  readonly write: (value: T) => string;
  readonly read: Reader<T>;
  readonly expected: Expected;
}

function inChoice<K extends keyof Choice>(key: string, name: K, form: Form<Choice[K]>): Field {
  return {
    key,
    write: ({ choice }) => (choice[name] === DEFAULT_CHOICE[name] ? null : form.write(choice[name])),
    read: (shared, text) => {
      const value = form.read(text);
      if (value === undefined) return form.expected;
      return { ...shared, choice: { ...shared.choice, [name]: value } };
    },
  };
}

function inLook<K extends keyof Look>(key: string, name: K, form: Form<Look[K]>): Field {
  return {
    key,
    write: ({ look }) => (look[name] === DEFAULT_LOOK[name] ? null : form.write(look[name])),
    read: (shared, text) => {
      const value = form.read(text);
      if (value === undefined) return form.expected;
      return { ...shared, look: { ...shared.look, [name]: value } };
    },
  };
}

/** Ids of data files are far shorter. */
const MOST_ID_CHARACTERS = 80;
const isId = (text: string): boolean => text !== '' && text.length <= MOST_ID_CHARACTERS;
const AN_ID: Expected = { word: 'share.wantId' };

const id: Form<string> = {
  write: (value) => value,
  read: (text) => (isId(text) ? text : undefined),
  expected: AN_ID,
};
const idOrNone: Form<string | null> = { ...id, write: (value) => value ?? '' };
const flag: Form<boolean> = {
  write: () => 'yes',
  read: (text) => (text === 'yes' ? true : undefined),
  expected: { word: 'share.wantOneOf', values: { list: 'yes' } },
};

function oneOf<T extends string>(list: readonly T[]): Form<T> {
  return {
    write: (value) => value,
    read: (text) => list.find((one) => one === text),
    expected: { word: 'share.wantOneOf', values: { list: list.join(', ') } },
  };
}

const NUMBER = /^-?\d{1,6}(?:\.\d{1,6})?$/;

interface Range {
  readonly low: number;
  readonly high: number;
  /** What is kept for one unit of what stands in the address. */
  readonly scale?: number;
  readonly whole?: boolean;
}

/** Five places are one metre on the ground and more than any slider sets. */
const PLACES = 100_000;
function toText(value: number): string {
  return String(Math.round(value * PLACES) / PLACES + 0);
}

/** A number of the address, as the address says it. */
function readNumber(text: string, { low, high, whole = false }: Range): number | undefined {
  const value = NUMBER.test(text) ? Number(text) : NaN;
  return value >= low && value <= high && (!whole || Number.isInteger(value)) ? value : undefined;
}

function numeric(range: Range): Form<number> {
  const { low, high, scale = 1, whole = false } = range;
  return {
    write: (value) => toText(value / scale),
    read: (text) => {
      const value = readNumber(text, range);
      return value === undefined ? undefined : value * scale;
    },
    expected: { word: whole ? 'share.wantWhole' : 'share.wantNumber', values: { low, high } },
  };
}

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;
/** A time of day as HH:MM, kept as seconds after midnight. */
const clock: Form<number | null> = {
  write: (value) => toClockText(value ?? 0),
  read: (text) => {
    const [, hours, minutes] = CLOCK.exec(text) ?? [];
    return hours === undefined ? undefined : (Number(hours) * 60 + Number(minutes)) * 60;
  },
  expected: { word: 'share.wantClock' },
};

const SECONDS = 60;
const share = numeric({ low: 0, high: 1 });
const level: Form<number | null> = { ...share, write: (value) => toText(value ?? 0) };

const trip: Form<Look['trip']> = {
  write: (value) => (value === null ? '' : `${value.origin};${value.destination}`),
  read: (text) => {
    const [origin = '', destination = '', ...more] = text.split(';');
    return isId(origin) && isId(destination) && more.length === 0 ? { origin, destination } : undefined;
  },
  expected: { word: 'share.wantTrip' },
};

const camera: Form<Look['camera']> = {
  write: (value) => (value === null ? '' : [value.lon, value.lat, value.zoom].map(toText).join(',')),
  read: (text) => {
    const parts = text.split(',');
    const [lon, lat, zoom] = [180, 85, 22].map((high, i) =>
      readNumber(parts[i] ?? '', { low: i === 2 ? 0 : -high, high }),
    );
    const complete = lon !== undefined && lat !== undefined && zoom !== undefined && parts.length === 3;
    return complete ? { lon, lat, zoom } : undefined;
  },
  expected: { word: 'share.wantCamera' },
};

/** More columns than the table takes. */
const MOST_COLUMNS = 40;
const columns: Form<Look['columns']> = {
  write: (value) => (value ?? []).join(','),
  read: (text) => {
    const ids = text.split(',');
    return ids.length <= MOST_COLUMNS && ids.every(isId) ? ids : undefined;
  },
  expected: { word: 'share.wantIds' },
};

/** The language is always written, so that a link looks the same to whoever opens it. */
const language: Field = {
  ...inLook('lang', 'language', oneOf(LANGUAGES)),
  write: ({ look }) => look.language,
};

/** Parts with a key of their own. */
export const FIELDS: readonly Field[] = [
  inChoice('base', 'base', id),
  inChoice('build', 'build', id),
  inChoice('v', 'vehicleClass', id),
  inChoice('traffic', 'traffic', id),
  inChoice('depart', 'departS', clock),
  inChoice('arrive', 'arriveByS', clock),
  inChoice('cutoff', 'cutoffS', numeric({ low: 20, high: 120, scale: SECONDS, whole: true })),
  inChoice('tolerance', 'toleranceS', numeric({ low: 0, high: 60, scale: SECONDS, whole: true })),
  inChoice('suppliers', 'population', oneOf(['2006', 'all', 'existing', 'own'] as const)),
  inChoice('dated', 'ofThatDate', flag),
  inChoice('level', 'criticalLevel', level),
  inLook('view', 'view', oneOf(VIEWS)),
  inLook('shown', 'shown', oneOf(['base', 'build'] as const)),
  inLook('swipe', 'swipe', flag),
  inLook('line', 'swipeAt', share),
  inLook('place', 'place', idOrNone),
  inLook('road', 'road', idOrNone),
  inLook('trip', 'trip', trip),
  inLook('reach', 'reach', oneOf(['overlap', 'bands'] as const)),
  inLook('direction', 'direction', oneOf(['to', 'from'] as const)),
  inLook('change', 'changeOf', id),
  inLook('maker', 'maker', idOrNone),
  inLook('columns', 'columns', columns),
  inLook('measure', 'measure', oneOf(MEASURES)),
  inLook('chart', 'chart', id),
  inLook('node', 'node', idOrNone),
  inLook('map', 'camera', camera),
  inLook('theme', 'theme', oneOf(THEMES)),
  language,
];

/** Parts with one key for each group or chart, e.g. `plant.honda`: what they write, and how one entry is read. */
export interface Family {
  readonly prefix: string;
  readonly write: (shared: Shared) => readonly (readonly [name: string, value: string])[];
  readonly read: (shared: Shared, name: string, text: string) => Shared | Expected;
}

const plants: Family = {
  prefix: 'plant.',
  write: ({ choice }) => Object.entries(choice.groupChoice).filter(([, chosen]) => chosen !== 'any'),
  read: (shared, name, text) => {
    if (!isId(name) || !isId(text)) return AN_ID;
    const groupChoice = put(shared.choice.groupChoice, name, text);
    return { ...shared, choice: { ...shared.choice, groupChoice } };
  },
};

/** A record with one more entry of its own, also where its name is one that every object has. */
function put<T>(record: Readonly<Record<string, T>>, name: string, value: T): Readonly<Record<string, T>> {
  return Object.fromEntries([...Object.entries(record).filter(([key]) => key !== name), [name, value]]);
}

/** Charts have some twenty nodes. */
const MOST_NODES = 60;

function nodeList(prefix: string, part: keyof NodeArrangement): Family {
  return {
    prefix,
    write: ({ choice }) =>
      Object.entries(choice.arrangement)
        .filter(([, arrangement]) => arrangement[part].length > 0)
        .map(([chart, arrangement]) => [chart, arrangement[part].join(',')]),
    read: (shared, chart, text) => {
      const nodes = text.split(',');
      if (!isId(chart) || nodes.length > MOST_NODES || !nodes.every(isId)) return { word: 'share.wantIds' };
      const { arrangement } = shared.choice;
      const before = Object.hasOwn(arrangement, chart) ? arrangement[chart] : undefined;
      const after = { ...(before ?? { order: [], leaveOut: [] }), [part]: nodes };
      return { ...shared, choice: { ...shared.choice, arrangement: put(arrangement, chart, after) } };
    },
  };
}

export const FAMILIES: readonly Family[] = [
  plants,
  nodeList('order.', 'order'),
  nodeList('without.', 'leaveOut'),
];
