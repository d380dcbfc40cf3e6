/**
 * What would fix a trip, and a share of suppliers, on the shipped network: every highway, every link, every section that
 * is not open, every pair of nodes. `npm run bench` prints the milliseconds; all of it is to take about a second.
 */
import { bench, describe } from 'vitest';
import { startFix } from '../../src/answer/fix.ts';
import { FIX_PARTS, type FixTarget } from '../../src/model/fix.ts';
import { loadShipped } from '../verify/shipped.ts';

const dataset = loadShipped();
const FEW = { iterations: 5, warmupIterations: 1 };

const QUESTIONS: readonly (readonly [string, FixTarget, object])[] = [
  ['a trip', { kind: 'pair', origin: 'Z_SS_LP', destination: 'TOYOTA_NS' }, {}],
  ['a supplier to every maker', { kind: 'origin', origin: 'S042', reach: 'all' }, {}],
  [
    'half of the suppliers at the peak',
    { kind: 'share', measure: 'iOut', level: 0.5 },
    { build: '2010-without-belt', traffic: 'peak' },
  ],
];

describe.each(QUESTIONS)('%s', (_, target, request) => {
  bench('all parts', () => void startFix(dataset, { target, ...request }).document(), FEW);
  for (const part of FIX_PARTS)
    bench(part, () => void startFix(dataset, { target, ...request, parts: [part] }).document(), FEW);
});
