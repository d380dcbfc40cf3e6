/** The line that says how far a command has come, on terminals of any width. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { showBar } from '../../src/cli/terminal.ts';

const { isTTY, columns } = process.stderr;

afterEach(() => {
  vi.restoreAllMocks();
  Object.assign(process.stderr, { isTTY, columns });
});

/** What is written of a bar on a terminal of a width. */
function showOn(width: number | undefined): string {
  const written: string[] = [];
  Object.assign(process.stderr, { isTTY: true, columns: width });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  showBar('Reading roads (KiB)', 100, 200);
  return written.join('');
}

describe('a bar', () => {
  it.each([
    [200, 'Reading roads (KiB) ████████████············ 100 of 200 (Ctrl-C ends it)'],
    [40, 'Reading roads (KiB) ████████████·······'],
    [0, 'Reading roads (KiB) ████████████············ 100 of 200 (Ctrl-C ends it)'],
    [undefined, 'Reading roads (KiB) ████████████············ 100 of 200 (Ctrl-C ends it)'],
  ])('stays on its line on a terminal of %s columns', (width, line) => {
    expect(showOn(width)).toBe(`\r\u001b[K${line}`);
  });
});
