/**
 * How a problem quotes a place in a file and the value that stands there. Both stay short whatever the
 * value is: a list of a million numbers is cut after the first few, not written out and cut afterwards.
 */
import { MAX_FOUND_CHARS } from './limits.ts';

/** What a problem says of a key that is not there. */
const NOTHING = 'nothing';

const PLAIN_KEY = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** `['features', 2, 'lengthM']` → `features[2].lengthM`. */
export function toPath(keys: readonly PropertyKey[]): string {
  let path = '';
  for (const key of keys) {
    if (typeof key === 'number') path += `[${key}]`;
    else if (typeof key === 'string' && PLAIN_KEY.test(key)) path += path === '' ? key : `.${key}`;
    else path += `[${shorten(JSON.stringify(String(key)))}]`;
  }
  return path;
}

/** A value as JSON text of at most 60 characters; `undefined` is told as `nothing`. */
export function toFound(value: unknown): string {
  return value === undefined ? NOTHING : shorten(write(value, MAX_FOUND_CHARS + 1));
}

/** Cuts text to 60 characters, without leaving half of a surrogate pair behind. */
export function shorten(text: string): string {
  if (text.length <= MAX_FOUND_CHARS) return text;
  return `${text.slice(0, MAX_FOUND_CHARS - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function write(value: unknown, room: number): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return JSON.stringify(value.slice(0, room));
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return writeParts('[', ']', value, room, (item, left) => write(item, left));
  const record = value as Readonly<Record<string, unknown>>;
  return writeParts('{', '}', Object.keys(record), room, (key, left) => {
    return `${JSON.stringify(key.slice(0, left))}:${write(record[key], left)}`;
  });
}

function writeParts<T>(
  open: string,
  close: string,
  parts: readonly T[],
  room: number,
  toText: (part: T, left: number) => string,
): string {
  let text = open;
  for (const part of parts) {
    // Less room at every level: depth ends too.
    if (text.length >= room) return text;
    text += (text === open ? '' : ',') + toText(part, room - text.length);
  }
  return text + close;
}
