/** What is known of the terminal: colour, width, progress. Nothing of it reaches a pipe or a file. */
import { styleText } from 'node:util';
import { DEFAULT_WIDTH, paintPlain, type Paint, type Tone } from '../index.ts';

/** Narrowest width a report is wrapped to. */
const LEAST_WIDTH = 60;

const STYLES: Readonly<Record<Exclude<Tone, 'plain'>, Parameters<typeof styleText>[0]>> = {
  strong: 'bold',
  quiet: 'dim',
  good: 'green',
  bad: 'red',
  open: 'yellow',
};

/** Colour on a terminal unless NO_COLOR is set (https://no-color.org) or the terminal is dumb. */
export function choosePaint(toFile: boolean): Paint {
  const { NO_COLOR: noColour = '', TERM: terminal = '' } = process.env;
  const coloured = !toFile && process.stdout.isTTY && noColour === '' && terminal !== 'dumb';
  return coloured ? paintTone : paintPlain;
}

const paintTone: Paint = (text, tone) =>
  tone === 'plain' ? text : styleText(STYLES[tone], text, { validateStream: false });

/** The report's width, or the terminal's where that is narrower. */
export function chooseWidth(toFile: boolean): number {
  if (toFile || !process.stdout.isTTY) return DEFAULT_WIDTH;
  return Math.max(LEAST_WIDTH, Math.min(DEFAULT_WIDTH, process.stdout.columns));
}

/**
 * A line on stderr that says what is being done, replaced by the next; silent where stderr is no terminal. It is cut to
 * the terminal's width: of one that wraps, only the last part would be replaced.
 */
export function showProgress(words: string): void {
  const { isTTY, columns } = process.stderr;
  // Some terminals say 0 columns.
  const width = columns > 0 ? columns : DEFAULT_WIDTH;
  if (isTTY) process.stderr.write(`\r\u001b[K${words.slice(0, width - 1)}`);
}

const BAR = 24;

/** A bar of what is done, e.g. `Drawing ██████······ 250 of 500`, replaced by the next. */
export function showBar(words: string, done: number, all: number): void {
  const full = Math.floor((BAR * done) / all);
  showProgress(`${words} ${'█'.repeat(full)}${'·'.repeat(BAR - full)} ${done} of ${all} (Ctrl-C ends it)`);
}

/** Removes the progress line. */
export function clearProgress(): void {
  showProgress('');
}
