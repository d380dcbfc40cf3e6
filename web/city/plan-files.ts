/** Scenario files that the reader opens at once: which stands on which, as files beside each other do. */
import { peekBase, type NamedText, type Problem } from '../../src/index.ts';

/** What an id may be where a file is found by it. */
const ID = /^[A-Za-z0-9._-]+$/;

function findBelow(files: readonly NamedText[], { text }: NamedText): NamedText | null {
  const base = peekBase(text);
  if (base === null || !ID.test(base)) return null;
  return files.find(({ name }) => name === `${base}.json`) ?? null;
}

/** The chain below a file and the file itself, from the lowest up; a circle is cut where it closes. */
function listChain(files: readonly NamedText[], top: NamedText): readonly NamedText[] {
  const chain = [top];
  for (let below = findBelow(files, top); below !== null; below = findBelow(files, below)) {
    if (chain.includes(below)) break;
    chain.unshift(below);
  }
  return chain;
}

/** Files from the lowest up, or why they are not one scenario and those that it stands on. */
export function orderFiles(
  files: readonly NamedText[],
): { readonly chain: readonly NamedText[] } | { readonly problem: Problem } {
  const chains = files.map((file) => listChain(files, file));
  const whole = chains.find((chain) => chain.length === files.length);
  if (whole !== undefined) return { chain: whole };
  const found = files.map(({ name }) => name).join(', ');
  const expected = 'one scenario and the files that it stands on, each named by its id';
  return { problem: { file: 'scenario', path: '', expected, found, code: 'contradiction' } };
}

/** Files of a text that was made here or by the server; null for anything else. */
export function readChain(text: string | null): readonly NamedText[] | null {
  const isNamed = (one: Partial<NamedText> | null): one is NamedText =>
    typeof one?.name === 'string' && typeof one.text === 'string';
  try {
    const value: unknown = JSON.parse(text ?? '');
    return Array.isArray(value) && value.length > 0 && value.every(isNamed) ? value : null;
  } catch {
    return null;
  }
}
