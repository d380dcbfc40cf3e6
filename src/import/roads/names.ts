/** Names and numbers of a road, in every language they are given in. */
import type { Tags } from '../osm/element.ts';

/** `name`, `name:zh`, `name:zh-Hant`, `ref`, `int_ref`, `ref:en` …; not `name:left` or `name:etymology`. */
const KEY =
  /^(?:(?:name|ref|official_name|alt_name)(?::[a-z]{2,3}(?:-[A-Za-z]{2,8})?)?|int_ref|nat_ref|loc_ref)$/;
/** The map's own limit is 255. */
const MAX_CHARS = 1000;

/** Names by key, in the order of the keys; empty where there is none. */
export type Names = Readonly<Record<string, string>>;

/** The names of an element. */
export function readNames(tags: Tags): Names {
  const found = [...tags].filter(([key, text]) => KEY.test(key) && text !== '' && text.length <= MAX_CHARS);
  return Object.fromEntries(found.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
