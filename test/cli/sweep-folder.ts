/** Made-up scenarios of the region for sweeps: one road, faster from file to file. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A scenario file on the region's network without its belt. */
export function toScenarioText(id: string, postedKmh: number): string {
  return JSON.stringify({
    schema: 'beltway/scenario@2',
    id,
    title: `Signs of ${postedKmh} km/h`,
    base: 'without-belt',
    modifications: [{ kind: 'change', facilities: ['arterial'], postedKmh }],
  });
}

/** A folder of so many of them. */
export function writeScenarios(folder: string, count: number): string {
  const scenarios = join(folder, 'scenarios');
  mkdirSync(scenarios);
  for (let i = 0; i < count; i += 1) {
    const id = `s${String(i).padStart(4, '0')}`;
    writeFileSync(join(scenarios, `${id}.json`), toScenarioText(id, 40 + (i % 80)));
  }
  return scenarios;
}
