/** Parts of an answer are made when they are read, once, and read in full they are the plain answer. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis.ts';
import { toWhole, withParts } from '../../src/answer/whole.ts';
import { THREE_TOWNS } from '../data-sets.ts';

interface Sample {
  readonly first: number;
  readonly second: readonly number[];
  readonly third: string;
}

function createSample() {
  const made: string[] = [];
  const whole: Sample = toWhole<Sample>({
    first: 1,
    second: () => {
      made.push('second');
      return [whole.first, 2];
    },
    third: () => {
      made.push('third');
      return String(whole.second);
    },
  });
  return { made, whole };
}

describe('a whole', () => {
  it('makes each part when it is read, and once', () => {
    const { made, whole } = createSample();
    expect(Object.keys(whole)).toEqual(['first', 'second', 'third']);
    expect(whole.first).toBe(1);
    expect(made).toEqual([]);
    expect(whole.third).toBe('1,2');
    expect(whole.second).toBe(whole.second);
    expect(made).toEqual(['third', 'second']);
  });

  it('is written, copied and compared like any other object', () => {
    expect(JSON.stringify(createSample().whole)).toBe('{"first":1,"second":[1,2],"third":"1,2"}');
    expect({ ...createSample().whole }).toEqual({ first: 1, second: [1, 2], third: '1,2' });
    expect(structuredClone(createSample().whole)).toEqual(createSample().whole);
  });

  it('tries again where a part could not be made', () => {
    let asked = 0;
    const whole = toWhole<{ readonly part: number }>({
      part: () => {
        asked += 1;
        if (asked === 1) throw new RangeError('not yet');
        return asked;
      },
    });
    expect(() => whole.part).toThrow('not yet');
    expect([whole.part, whole.part]).toEqual([2, 2]);
  });

  it('has parts replaced without reading the others', () => {
    const { made, whole } = createSample();
    const other = withParts(whole, { second: [7] });
    expect(made).toEqual([]);
    expect(other).toEqual({ first: 1, second: [7], third: '1,2' });
    expect(Object.keys(other)).toEqual(['first', 'second', 'third']);
  });
});

describe('an answer', () => {
  it('is the same whatever part is read first', () => {
    const text = JSON.stringify(analyse(THREE_TOWNS));
    const backwards = analyse(THREE_TOWNS);
    for (const part of Object.keys(backwards).toReversed()) void backwards[part as keyof typeof backwards];
    expect(JSON.stringify(backwards)).toBe(text);
    expect(Object.keys(JSON.parse(text) as object)).toEqual(Object.keys(backwards));
  });
});
