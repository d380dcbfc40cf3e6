/** What may be wrong with a drawn road, each told by its path. */
import { describe, expect, it } from 'vitest';
import type { Modification } from '../../src/model/scenario.ts';
import { A, ACROSS, B, build, C, D, listProblems, MID_AB } from './drawn-build.ts';

describe('what is wrong with a drawn road', () => {
  const spot = 'modifications[0]';
  const CASES: readonly (readonly [string, Modification, readonly string[]])[] = [
    ['a line of one point', build([A], []), [`${spot}.line out-of-range`]],
    ['a piece without length', build([A, A, C], []), [`${spot}.line[1] out-of-range`]],
    [
      'a line that crosses itself',
      build([A, D, B, C], [{ vertex: 0, node: 'a' }]),
      [`${spot}.line contradiction`],
    ],
    [
      'a line that runs back',
      build([A, B, MID_AB], [{ vertex: 0, node: 'a' }]),
      [`${spot}.line contradiction`],
    ],
    [
      'a point off the region',
      build([A, [120, 23]], [{ vertex: 0, node: 'a' }]),
      [`${spot}.line[1] off-region`],
    ],
    ['no interchange', build([A, C], []), [`${spot}.interchanges missing`]],
    [
      'a vertex beyond',
      build([A, C], [{ vertex: 2, node: 'a' }]),
      [`${spot}.interchanges[0].vertex out-of-range`],
    ],
    [
      'a vertex twice',
      build(
        [A, C],
        [
          { vertex: 0, node: 'a' },
          { vertex: 0, newNode: 'n' },
        ],
      ),
      [`${spot}.interchanges[1].vertex duplicate-id`],
    ],
    [
      'two ways at once',
      build([A, C], [{ vertex: 0, node: 'a', newNode: 'n' }]),
      [`${spot}.interchanges[0] contradiction`],
    ],
    [
      'a link without share',
      build([A, C], [{ vertex: 0, link: 'ab' }]),
      [`${spot}.interchanges[0] contradiction`],
    ],
    [
      'an unknown node',
      build([A, C], [{ vertex: 0, node: 'z' }]),
      [`${spot}.interchanges[0].node unknown-id`],
    ],
    [
      'an unknown link',
      build([A, C], [{ vertex: 0, link: 'z', share: 0 }]),
      [`${spot}.interchanges[0].link unknown-id`],
    ],
    [
      'a node far from its vertex',
      build([A, C], [{ vertex: 0, node: 'b' }]),
      [`${spot}.interchanges[0] contradiction`],
    ],
    [
      'a point far from its vertex',
      build([A, C], [{ vertex: 0, link: 'ab', share: 0.9 }]),
      [`${spot}.interchanges[0] contradiction`],
    ],
    [
      'a new node that is there',
      build([A, C], [{ vertex: 0, newNode: 'b' }]),
      [`${spot}.interchanges[0].newNode duplicate-id`],
    ],
    ['an unlawful sign', { ...ACROSS, postedKmh: 130 }, [`${spot}.postedKmh out-of-range`]],
    ['a toll by the passage', { ...ACROSS, tariff: 'bridge' }, [`${spot}.tariff unknown-id`]],
    ['an accessible expressway', { ...ACROSS, accessible: true }, [`${spot}.accessible contradiction`]],
    ['dates backwards', { ...ACROSS, opened: '2010', closed: '2009' }, [`${spot}.closed contradiction`]],
    ['an id that a section has', { ...ACROSS, id: 'MAIN' }, [`${spot}.id duplicate-id`]],
  ];

  it.each(CASES)('%s', (_, modification, problems) => {
    expect(listProblems(modification)).toEqual(problems);
  });

  it('a second road of the same id', () => {
    expect(listProblems(ACROSS, ACROSS)).toEqual(['modifications[1].id duplicate-id']);
  });
});
