/**
 * One draw of everything the data leave open, in base and build: all suppliers' sites to all plants and the plants among
 * themselves. Beside it the same by skims of an edited data set, which builds the network anew. `npm run bench` prints
 * the milliseconds and their ratio; 500 draws are to take less than 5 s.
 */
import { bench, describe } from 'vitest';
import { startDraws } from '../../src/answer/confidence.ts';
import { toDrawnQuestion } from '../../src/answer/drawn-question.ts';
import { toSensitivity } from '../../src/answer/sensitivity.ts';
import { skim } from '../../src/matrix/skim.ts';
import { SHIPPED } from '../data-sets.ts';

const dataset = SHIPPED;
const REQUEST = { traffic: 'peak' };
/** As many as a bench may ask for: each draw is another one. */
const MANY = 100_000;
const FEW = { iterations: 3, warmupIterations: 1 };

describe('one draw, base and build, shipped suppliers and plants', () => {
  const run = startDraws(dataset, REQUEST, { draws: MANY });
  const { asked, sides } = toDrawnQuestion(dataset, REQUEST);
  const sites = asked.drawn.places;
  const plants = sites.filter(({ id }) => asked.groups.some((group) => group.plants.includes(id)));
  bench('a draw', () => run.advance(1));
  bench('skims of an edited data set', () => {
    for (const { scenario } of sides)
      skim({ ...dataset, links: [...dataset.links] }, scenario, asked.drawn.setting, sites, plants, {
        corners: false,
      });
  });
});

describe('the whole answer', () => {
  bench(
    '500 draws',
    () => {
      const run = startDraws(dataset, REQUEST);
      run.advance(run.asked);
      run.document();
    },
    FEW,
  );
  bench('sweeps, flips, heat map, switch', () => void toSensitivity(dataset, REQUEST), FEW);
});
