/**
 * Text that is safe to show: names come from files that anyone may write, so no control character of a name
 * reaches a terminal. It changes what is shown, never a value.
 */

/** Controls, format characters (bidirectional overrides, invisible ones), line and paragraph separators. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * The text with every control or invisible character replaced by U+FFFD.
 *
 * @example
 * toPlainText('Huadu\u001b[31m'); // → 'Huadu\ufffd[31m'
 */
export function toPlainText(text: string): string {
  return text.replace(UNSAFE, '\ufffd');
}
