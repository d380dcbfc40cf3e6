/** The state in the address as text and back: `encode` writes it, `decode` reads it over defaults. */
import { FAMILIES, FIELDS, isExpected, type BadPart, type Expected, type Shared } from './address-fields.ts';
import { joinParts, MOST_CHARACTERS, splitParts, VERSION, type Pair } from './address-parts.ts';

/** The text after `#`; the language is always in it, so that a link looks the same to whoever opens it. */
export function encode(shared: Shared): string {
  const fields = FIELDS.flatMap(({ key, write }): readonly Pair[] => {
    const text = write(shared);
    return text === null ? [] : [[key, text]];
  });
  const families = FAMILIES.flatMap(({ prefix, write }) =>
    write(shared).map(([name, text]): Pair => [`${prefix}${name}`, text]),
  );
  return joinParts([...fields, ...families]);
}

export interface Decoded {
  readonly shared: Shared;
  readonly bad: readonly BadPart[];
}

function readPair(shared: Shared, [key, text]: Pair): Shared | Expected {
  const field = FIELDS.find((one) => one.key === key);
  if (field !== undefined) return field.read(shared, text);
  const family = FAMILIES.find(({ prefix }) => key.startsWith(prefix));
  if (family !== undefined) return family.read(shared, key.slice(family.prefix.length), text);
  return { word: 'share.wantKey' };
}

/** Reads the text after `#`. What cannot be read keeps its default and is told. */
export function decode(text: string, defaults: Shared): Decoded {
  if (text.length > MOST_CHARACTERS) {
    const expected = { word: 'share.wantShort', values: { count: MOST_CHARACTERS } } as const;
    return { shared: defaults, bad: [{ key: '#', expected, found: String(text.length) }] };
  }
  const { version, pairs, broken } = splitParts(text);
  const bad: BadPart[] = broken.map((found) => ({ key: '#', expected: { word: 'share.wantPair' }, found }));
  if (version !== VERSION) {
    const expected = { word: 'share.wantVersion', values: { version: VERSION } } as const;
    bad.push({ key: '#', expected, found: version });
  }
  let shared = defaults;
  for (const pair of pairs) {
    const read = readPair(shared, pair);
    if (isExpected(read)) bad.push({ key: pair[0], expected: read, found: pair[1] });
    else shared = read;
  }
  return { shared, bad };
}
