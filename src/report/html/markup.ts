/**
 * HTML and SVG as text that cannot be broken out of: text and attribute values are escaped wherever they are put in,
 * so that only `element` makes tags. Element and attribute names stand in the code and never come from data.
 */
import { toPlainText } from '../plain.ts';

/** Text that is markup already. */
export interface Markup {
  readonly markup: string;
}

/** Markup, text to be escaped, or nothing. */
export type Child = Markup | string | null;
/** Null leaves an attribute out. */
export type Attributes = Readonly<Record<string, string | number | null>>;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Halves of a pair, which no file can hold. */
const HALF = /\p{Surrogate}/gu;

/**
 * Text for an element or a quoted attribute; control and invisible characters become U+FFFD.
 *
 * @example
 * escapeMarkup('a < "b"'); // → 'a &lt; &quot;b&quot;'
 */
export function escapeMarkup(text: string): string {
  return toPlainText(text)
    .replaceAll(HALF, '\ufffd')
    .replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/** Elements without content or end tag. */
const VOID: ReadonlySet<string> = new Set(['meta', 'br', 'hr', 'link', 'col']);

function toAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escapeMarkup(String(value))}"`))
    .join('');
}

/** Children one after the other. */
export function join(children: readonly Child[], between = ''): Markup {
  const parts = children.flatMap((child) => {
    if (child === null) return [];
    return [typeof child === 'string' ? escapeMarkup(child) : child.markup];
  });
  return { markup: parts.join(between) };
}

/**
 * An element on one line.
 *
 * @example
 * element('b', { class: 'x' }, 'a & b').markup; // → '<b class="x">a &amp; b</b>'
 */
export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  const opening = `<${name}${toAttributes(attributes)}>`;
  return { markup: VOID.has(name) ? opening : `${opening}${join(children).markup}</${name}>` };
}

/** An element whose children stand on lines of their own, so that a difference can be told by its line. */
export function container(name: string, attributes: Attributes, children: readonly Child[]): Markup {
  return { markup: `<${name}${toAttributes(attributes)}>\n${join(children, '\n').markup}\n</${name}>` };
}
