import { describe, expect, it } from 'vitest';
import { addOwnSites, analyse, toJsonText } from '../../src/index.ts';
import { listSites, toSitesText } from '../../web/panels/sites-rows.ts';
import { DEFAULT_CHOICE, toRequest } from '../../web/state/choice.ts';
import { toArguments } from '../../web/state/command.ts';
import { makeFolder, run } from '../cli/run.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHIPPED as dataset } from '../data-sets.ts';

const TEXT = 'name,lon,lat,group,volume\n"Works, ""A""",113.3,23.2,honda,1200\nB,113.45,22.8,,\n';
const own = addOwnSites(dataset, TEXT, 'own-sites.csv').dataset;
if (own === null) throw new Error('the sites are not read');
const shipped = new Set([...dataset.suppliers, ...dataset.zones].map(({ id }) => id));
const isOwn = (id: string): boolean => !shipped.has(id);

describe('own sites', () => {
  it('are written so that they are read back the same', () => {
    const sites = listSites(own, isOwn);
    expect(sites.map(({ name }) => name)).toEqual(['Works, "A"', 'B']);
    const again = addOwnSites(dataset, toSitesText(sites), 'own-sites.csv').dataset;
    expect(again === null ? null : listSites(again, isOwn)).toEqual(sites);
    expect(again?.digest).toBe(own.digest);
  });

  it('are asked about by the command of the page', () => {
    const file = join(makeFolder(), 'own-sites.csv');
    writeFileSync(file, TEXT);
    const asked = { ...DEFAULT_CHOICE, population: 'own' } as const;
    const words = toArguments(asked, { dayOf: (id) => id, isOwn: () => false, ownSites: true });
    const { code, out } = run([
      ...words.map((word) => (word === 'own-sites.csv' ? file : word)),
      '--format',
      'json',
    ]);
    expect(code).toBe(0);
    expect(
      out ===
        toJsonText(
          analyse(
            own,
            toRequest(asked, (id) => id),
          ),
        ),
    ).toBe(true);
  });
});
