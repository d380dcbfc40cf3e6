/** Certificates of the shipped network: every verdict of an answer has one, and the checker accepts it. */
import { describe, expect, it } from 'vitest';
import { makeCertificate, type CertificateRequest } from '../../src/condition/certificate.ts';
import { toCertificateText } from '../../src/condition/certificate-text.ts';
import { listGroupPlants } from '../../src/condition/groups.ts';
import { toVerdict } from '../../src/condition/verdict.ts';
import { skim } from '../../src/matrix/skim.ts';
import type { Certificate } from '../../src/model/certificate.ts';
import { toSetting } from '../../src/network/setting.ts';
import { DataError } from '../../src/problems.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { verifyCertificateText } from '../../src/verify/certificate.ts';
import { listSupplierSites } from '../verify/shipped.ts';
import { SHIPPED } from '../data-sets.ts';

const LONG = process.env['BELTWAY_LONG'] === '1';
const CUTOFF_S = 3600;

const every: readonly (readonly [scenario: string, vehicleClass: string, traffic: string])[] = [
  ['2010-with-belt', 'car', 'free'],
  ['2010-without-belt', 'car', 'peak'],
  ['2010-north-only', 'light-truck', 'off-peak'],
  ['2006-07', 'heavy-truck', 'free'],
  ['2025-12', 'car', 'peak'],
];

describe('certificates of the shipped network', () => {
  it.each(LONG ? every : every.slice(0, 2))(
    '%s, %s, %s',
    (scenario, vehicleClass, traffic) => {
      const dataset = SHIPPED;
      const { plantDate } = dataset.header.defaults;
      const sites = listSupplierSites(dataset).filter((_, i) => LONG || i % 4 === 0);
      const setting = toSetting(dataset, { vehicleClass, trafficState: traffic });
      const times = skim(dataset, findScenario(dataset, scenario), setting, sites, dataset.plants, {
        corners: false,
      });
      const seen = new Set<string>();
      for (const { id: group } of dataset.header.groups) {
        const plants = listGroupPlants(dataset.plants, group, plantDate);
        for (const origin of sites) {
          for (const mode of ['any', 'every'] as const) {
            const request = { scenario, vehicleClass, traffic, origin, plants, mode, group, plantDate };
            const certificate = makeCertificate(dataset, { ...request, cutoffMs: CUTOFF_S * 1000 });
            const each = plants.map(({ id }) => times.find(origin.id, id).timeMs);
            const timeMs = mode === 'any' ? Math.min(...each) : Math.max(...each);
            const within = toVerdict(timeMs, CUTOFF_S, 0) === 'strict';
            expect(certificate.verdict === 'within').toBe(within);
            const checked = verifyCertificateText(dataset, toCertificateText(certificate));
            expect(checked.problems).toEqual([]);
            seen.add(certificate.verdict);
          }
        }
      }
      expect(seen).toContain('within');
    },
    600_000,
  );

  it('are the same bytes for the same question', () => {
    expect(toCertificateText(ask())).toBe(toCertificateText(ask()));
  });

  it('name the data they rest on, and no other data set passes for it', () => {
    const dataset = SHIPPED;
    const text = toCertificateText(ask());
    expect(verifyCertificateText(dataset, text).ok).toBe(true);
    expect(verifyCertificateText({ ...dataset, digest: '0' }, text).problems.map(({ path }) => path)).toEqual(
      ['dataset.digest'],
    );
    const links = dataset.links.map((link) =>
      link.id.startsWith('n2r') || link.section === 'N2R' ? { ...link, lengthM: link.lengthM + 1 } : link,
    );
    expect(verifyCertificateText({ ...dataset, links }, text).problems.map(({ path }) => path)).toContain(
      'scenario.digest',
    );
  });
});

function ask(change: Partial<CertificateRequest> = {}): Certificate {
  const dataset = SHIPPED;
  const [origin] = listSupplierSites(dataset);
  if (origin === undefined) throw new Error('a site expected');
  const plants = dataset.plants.slice(0, 1);
  const request = {
    scenario: '2010-with-belt',
    vehicleClass: 'car',
    traffic: 'free',
    origin,
    plants,
  } as const;
  return makeCertificate(dataset, { ...request, mode: 'any', cutoffMs: 3_600_000, ...change });
}

describe('a question without a certificate', () => {
  it.each<[string, Partial<CertificateRequest>, string]>([
    ['no plant', { plants: [] }, 'certificate: plants'],
    ['half a millisecond', { cutoffMs: 0.5 }, 'certificate: cutoffMs'],
    ['a cutoff below 0', { cutoffMs: -1 }, 'certificate: cutoffMs'],
    ['no such scenario', { scenario: 'never' }, 'scenario'],
    ['no such vehicle', { vehicleClass: 'tram' }, 'vehicleClass'],
    ['a place off the map', { origin: { id: '0,0', at: [0, 0] } }, '0,0'],
  ])('%s', (_, change, named) => {
    expect(() => ask(change)).toThrow(DataError);
    expect(() => ask(change)).toThrow(named);
  });
});
