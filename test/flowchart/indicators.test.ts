import { describe, expect, it } from 'vitest';
import { listPairLinks } from '../../src/flowchart/belt.ts';
import { countGap } from '../../src/flowchart/independence-share.ts';
import { INDICATOR_NAMES, readNode } from '../../src/flowchart/indicators.ts';
import { attributeVerdicts, toLevelVerdict } from '../../src/flowchart/reading.ts';
import { INDICATORS as LOADED } from '../../src/load/flowcharts.ts';
import type { AnswerDocumented } from '../../src/model/answer.ts';
import type { Evidence } from '../../src/model/flowchart.ts';
import { toChart, toFacts, toMeasured, toNode, toRoad, toSupplierTimes } from './charts.ts';

const CHART = toChart([]);
const BELT = toMeasured('belt', 'belt-linked-pairs', 6, {
  onNo: { actors: ['local-governments'], bodies: ['city'], measures: ['build or open the missing section'] },
});
const INDEPENDENCE = toMeasured('independence', 'independence-share', 0.5, {
  onNo: { actors: ['local-governments', 'private-sector'], bodies: [], measures: [] },
});

it('are the ones that the loader accepts', () => {
  expect([...INDICATOR_NAMES].toSorted()).toEqual([...LOADED].toSorted());
});

describe('toLevelVerdict', () => {
  it('compares inclusively or not, and knows nothing without a number', () => {
    const at = (comparator: '>=' | '>' | '<=' | '<') =>
      [1, 2, 3].map((index) => toLevelVerdict(index, comparator, 2));
    expect([at('>='), at('>'), at('<='), at('<')]).toEqual([
      ['no', 'yes', 'yes'],
      ['no', 'no', 'yes'],
      ['yes', 'yes', 'no'],
      ['yes', 'no', 'no'],
    ]);
    expect([
      toLevelVerdict(null, '>=', 1),
      toLevelVerdict(1, null, 1),
      toLevelVerdict(1, '>=', null),
    ]).toEqual(['unknown', 'unknown', 'unknown']);
    expect(toLevelVerdict(NaN, '<', 1)).toBe('unknown');
  });

  it('attributes nothing to an unknown', () => {
    expect(attributeVerdicts('unknown', 'yes')).toBeNull();
    expect(attributeVerdicts('no', 'unknown')).toBeNull();
    expect(attributeVerdicts(null, 'yes')).toBeNull();
    expect(attributeVerdicts('no', 'yes')).toBe('no-to-yes');
  });
});

describe('belt-linked-pairs', () => {
  it('needs all six, inclusive; the unreachable is not linked', () => {
    const read = (minutes: readonly number[]) => readNode(BELT, toFacts(toRoad(minutes)), CHART);
    expect(read([60, 60, 60, 60, 60, 60])).toMatchObject({ verdict: 'yes', index: 6, attribution: null });
    expect(read([60, 60, 60, 60, 60, 60.001])).toMatchObject({ verdict: 'no', index: 5 });
    expect(read([60, 60, 60, 60, 60])).toMatchObject({ verdict: 'no', index: 5 });
  });

  it('shows built, linked and linked because of the belt apart', () => {
    const facts = toFacts(toRoad([50, 55, 50, 70, 61, 55]), { without: toRoad([50, 65, 50, 75, 55, 65]) });
    const reading = readNode(BELT, facts, CHART);
    expect(reading.attribution).toBe('no-in-both');
    expect(reading.findings).toEqual([
      'Built: 1 of 1 sections of the belt are open, the loop is closed.',
      'Linked: NISSAN → HONDA 50.0 min; NISSAN → TOYOTA 55.0 min; HONDA → NISSAN 50.0 min; TOYOTA → HONDA 55.0 min.',
      'Not linked: HONDA → TOYOTA 70.0 min; TOYOTA → NISSAN 61.0 min.',
      'Linked because of the belt: NISSAN → TOYOTA 55.0 min; TOYOTA → HONDA 55.0 min.',
    ]);
    expect(listPairLinks(facts).map((link) => link.attribution)).toEqual([
      'yes-in-both',
      'no-to-yes',
      'yes-in-both',
      'no-in-both',
      'yes-to-no',
      'no-to-yes',
    ]);
  });

  it('attributes the whole node', () => {
    const linked = toRoad([1, 1, 1, 1, 1, 1]);
    const part = toRoad([1, 1, 1, 1, 1, 99]);
    const read = (road: typeof linked, without: typeof linked) =>
      readNode(BELT, toFacts(road, { without }), CHART).attribution;
    expect([read(linked, part), read(linked, linked), read(part, linked), read(part, part)]).toEqual([
      'no-to-yes',
      'yes-in-both',
      'yes-to-no',
      'no-in-both',
    ]);
  });

  it('asks nobody to build what is built', () => {
    const open = readNode(BELT, toFacts(toRoad([])), CHART);
    expect(open.onNo.measures.join()).toMatch(/no section of the belt is missing/);
    const belt = { name: 'b', sections: [{ id: 'S', title: 'South', open: false }], loopClosed: false };
    const closed = readNode(BELT, toFacts(toRoad([]), { belt }), CHART);
    expect(closed.onNo.measures).toEqual(['build or open the missing section', 'sections not open: South']);
  });

  it('knows nothing without a pair', () => {
    const facts = toFacts({ pairs: [], suppliers: [] });
    expect(readNode(BELT, facts, CHART)).toMatchObject({ verdict: 'unknown', index: null });
  });
});

describe('independence-share', () => {
  const suppliers = [
    toSupplierTimes('far', 'nissan', 10, 70, 70),
    toSupplierTimes('sells', 'nissan', 10, 60, 70),
    toSupplierTimes('silent', 'honda', 50, 10, 70),
    toSupplierTimes('free', null, 10, 10, 10),
  ];
  const row = (supplier: string, group: string, more: Partial<AnswerDocumented>): AnswerDocumented => {
    return { supplier, group, reached: true, documented: 'current', ...more };
  };
  const documented = [
    row('sells', 'honda', {}),
    row('silent', 'honda', {}), // its own group
    row('silent', 'nissan', { documented: 'past' }),
    row('silent', 'toyota', { reached: false }),
    row('far', 'honda', { reached: false }),
  ];

  it('separates missing reach from supply that is not documented', () => {
    const facts = toFacts(toRoad([], suppliers), { documented });
    expect(countGap(facts)).toEqual({ tagged: 3, reachMissing: 1, supplyNotDocumented: 1 });
    const reading = readNode(INDEPENDENCE, facts, CHART);
    expect(reading).toMatchObject({ verdict: 'yes', index: 2 / 3 });
    expect(reading.onNo.actors).toEqual(['local-governments', 'private-sector']);
  });

  it('names the governments alone where only reach is missing, purchasing alone where only supply is', () => {
    const actors = (list: typeof suppliers) =>
      readNode(INDEPENDENCE, toFacts(toRoad([], list), { documented }), CHART).onNo.actors;
    expect(actors(suppliers.slice(0, 2))).toEqual(['local-governments']);
    expect(actors(suppliers.slice(2, 3))).toEqual(['private-sector']);
  });

  it('attributes and says what there was without', () => {
    const without = toRoad([], suppliers.slice(0, 1));
    const reading = readNode(INDEPENDENCE, toFacts(toRoad([], suppliers), { without }), CHART);
    expect(reading.attribution).toBe('no-to-yes');
    expect(reading.findings.at(-1)).toBe('Share without the belt: 0.000.');
  });

  it('knows nothing when nobody carries a tag', () => {
    const reading = readNode(INDEPENDENCE, toFacts(toRoad([], suppliers.slice(3))), CHART);
    expect(reading).toMatchObject({ verdict: 'unknown', index: null, attribution: null });
  });
});

describe('the counts', () => {
  const evidence = (id: string, kind: string, value: number | null, year: number | null): Evidence => {
    return { id, kind, text: id, value, unit: 'firms', year, source: 's', locator: 'l', conflict: null };
  };

  it('count groups that produce and suppliers with a site', () => {
    const facts = toFacts(toRoad([]), {
      groupsProducing: ['honda'],
      placedSuppliers: 3,
      unplacedSuppliers: 2,
    });
    const groups = readNode(toMeasured('a', 'assembler-groups-producing', 1), facts, CHART);
    expect(groups).toMatchObject({ verdict: 'yes', index: 1 });
    expect(groups.why).toMatch(/1 of 3 .*HONDA/);
    const firms = readNode(toMeasured('a', 'related-firms-recorded', 4), facts, CHART);
    expect(firms).toMatchObject({ verdict: 'no', index: 3 });
    expect(firms.why).toMatch(/2 more have no known site/);
  });

  it('take the latest firm count among the evidence of the node', () => {
    const records = [
      evidence('old', 'firm-count', 10, 2002),
      evidence('new', 'firm-count', 20, 2006),
      evidence('silent', 'firm-count', null, 2007),
      evidence('other', 'comparator', 30, 2008),
      evidence('elsewhere', 'firm-count', 40, 2009),
    ];
    const chart = toChart([], records);
    const of = (...ids: readonly string[]) =>
      readNode(toMeasured('a', 'firm-count', 20, { evidence: ids }), toFacts(toRoad([])), chart);
    expect(of('old', 'new', 'silent', 'other')).toMatchObject({ verdict: 'yes', index: 20 });
    expect(of('old')).toMatchObject({ verdict: 'no', index: 10 });
    expect(of('other')).toMatchObject({ verdict: 'unknown', index: null });
  });

  it('compute innovation never, whatever is recorded', () => {
    const recorded = { verdict: 'yes' as const, why: 'w', source: 's' };
    const node = toNode('innovation', { indicator: 'never-computed', recorded });
    expect(readNode(node, toFacts(toRoad([])), CHART).verdict).toBe('unknown');
    expect(readNode(toNode('a'), toFacts(toRoad([])), CHART).verdict).toBe('unknown');
  });
});
