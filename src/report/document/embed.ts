/**
 * Documents inside other text: JSON on one line in which no character means anything to HTML or Markdown, and none is
 * invisible. The value is the same.
 */
import { toCompactJson } from '../json.ts';

/** What opens or closes a tag, a comment, an entity or a fence; controls, format characters, separators. */
const SPECIAL = /[<>&`\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

const toEscape = (character: string): string =>
  Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');

/**
 * A value as JSON text to be put into HTML or Markdown.
 *
 * @example
 * toEmbeddedJson({ title: '</script>' }); // → '{"title":"\\u003c/script\\u003e"}'
 */
export function toEmbeddedJson(value: unknown): string {
  return toCompactJson(value).replaceAll(SPECIAL, toEscape);
}
