/** The crossings of two fast roads that have no interchange in the data, each with its reason, as written in `crossings.json`. */
import { readFileSync } from 'node:fs';

export interface Crossing {
  /** Feature ids of the two links. */
  readonly pair: readonly [string, string];
  readonly reason: 'flyover' | 'not yet checked';
  readonly note: string;
}

export function readCrossings(): readonly Crossing[] {
  const text = readFileSync(new URL('crossings.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { crossings: readonly Crossing[] }).crossings;
}
