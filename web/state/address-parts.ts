/**
 * The text after `#` as pairs of key and value, and back: `#1&base=2006-07&build=2010-12`. The leading number is
 * the version of the form. It knows nothing of what the keys mean.
 */

/** Version that this page writes and reads. */
export const VERSION = '1';
/** A whole state takes some hundred characters; what is longer was not made here. */
export const MOST_CHARACTERS = 4000;

export type Pair = readonly [key: string, value: string];

export interface Parts {
  readonly version: string;
  readonly pairs: readonly Pair[];
  /** Pieces that could not be decoded. */
  readonly broken: readonly string[];
}

/** Characters that may stand as they are in a fragment and make it easier to read. */
const READABLE = /%(?:2C|3A|3B|40|2F)/g;

/** A key or value in the address. Surrogates that stand alone have no address form: they become U+FFFD. */
function escape(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')).replaceAll(READABLE, (code) =>
    decodeURIComponent(code),
  );
}

function unescape(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The text after `#`; empty for no pairs. */
export function joinParts(pairs: readonly Pair[]): string {
  if (pairs.length === 0) return '';
  return [VERSION, ...pairs.map(([key, value]) => `${escape(key)}=${escape(value)}`)].join('&');
}

function readPiece(piece: string): Pair | null {
  const at = piece.indexOf('=');
  if (at < 1) return null;
  const [key, value] = [unescape(piece.slice(0, at)), unescape(piece.slice(at + 1))];
  return key === null || value === null ? null : [key, value];
}

/** Takes the text after `#` apart. A text without a version is read as this one's. */
export function splitParts(text: string): Parts {
  const pieces = text.split('&').filter((piece) => piece !== '');
  const [first = ''] = pieces;
  const hasVersion = /^\d+$/.test(first);
  const rest = hasVersion ? pieces.slice(1) : pieces;
  const read = rest.map((piece) => [piece, readPiece(piece)] as const);
  return {
    version: hasVersion ? first : VERSION,
    pairs: read.flatMap(([, pair]) => (pair === null ? [] : [pair])),
    broken: read.flatMap(([piece, pair]) => (pair === null ? [piece] : [])),
  };
}
