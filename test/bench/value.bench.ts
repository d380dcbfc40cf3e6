/**
 * Every link of the shipped network closed, one after the other, for all suppliers on record and all plants; beside it the
 * same by brute force, for a seeded sample of the links: the `close` modification applied and a skim. `npm run bench`
 * prints the times of each, and in one line the processor seconds of all links, of brute force for all of them at the
 * sample's rate, and their ratio. All links are to take less than a second of processor time.
 */
import { bench, describe } from 'vitest';
import { startBuildOrder } from '../../src/answer/build-order.ts';
import { startCriticality } from '../../src/answer/criticality.ts';
import { startSectionValues } from '../../src/answer/section-values.ts';
import { skim } from '../../src/matrix/skim.ts';
import { toSetting } from '../../src/network/setting.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { createRandom } from '../scene/random.ts';
import { loadShipped } from '../verify/shipped.ts';

const dataset = loadShipped();
const REQUEST = { population: 'all', build: '2010-with-belt' } as const;
const FEW = { iterations: 3, warmupIterations: 1 };
const SAMPLE = 20;

const scenario = findScenario(dataset, REQUEST.build);
const setting = toSetting(dataset, { vehicleClass: 'car', trafficState: 'free' });
const zones = new Set(dataset.suppliers.map(({ zone }) => zone));
const sites = dataset.zones.filter(({ id }) => zones.has(id));
const plants = dataset.plants.filter(({ group, kind }) => group !== null && kind === 'vehicle');
const open = [...new Set(applyScenario(dataset, scenario).links.map(({ featureId }) => featureId))];
const random = createRandom(42);
/** In a seeded order, so that no link is closed twice and found again. */
const shuffled = open.map((id) => [random.int(0, 1e9), id] as const).toSorted((a, b) => a[0] - b[0]);
let next = 0;

function closeAll(): void {
  const run = startCriticality(dataset, REQUEST);
  run.advance(open.length);
}

function bruteForce(): void {
  for (let i = 0; i < SAMPLE; i += 1, next += 1) {
    const [, link = ''] = shuffled[next % shuffled.length] ?? [];
    const modifications = [{ kind: 'close', links: [link] } as const];
    skim(dataset, { ...scenario, modifications }, setting, sites, plants, { corners: false });
  }
}

/** Processor milliseconds of some work. */
function measure(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

closeAll();
bruteForce();
const [allMs, sampleMs] = [measure(closeAll), measure(bruteForce)];
const bruteMs = (sampleMs * open.length) / SAMPLE;
console.log(
  `${open.length} links, ${sites.length} sites × ${plants.length} plants: ${allMs.toFixed(0)} ms of processor time; ` +
    `by brute force ${bruteMs.toFixed(0)} ms (${SAMPLE} of them measured), ${(bruteMs / allMs).toFixed(0)} times as much`,
);

describe('every link of the shipped network closed', () => {
  bench('all links', closeAll, FEW);
  bench(`brute force, ${SAMPLE} links`, bruteForce, FEW);
});

describe('sections of the belt', () => {
  bench('32 networks, four measures', () => void startSectionValues(dataset, REQUEST).document(), FEW);
  bench('32 networks, best order', () => void startBuildOrder(dataset, REQUEST).document(), FEW);
});
