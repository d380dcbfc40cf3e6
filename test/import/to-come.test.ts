/** Roads to come: those that are built or planned, when they open, and who will drive there. */
import { describe, expect, it } from 'vitest';
import { CLOSED } from '../../src/model/imported-network.ts';
import { listCandidates } from '../../src/report/answers/imported.ts';
import { CAR, drawMap, findNodes, HEAVY, timeMs } from './drawn-map.ts';

describe('a road to come', () => {
  const MAP = `
    a-----b
    |     |
    c-----d
  `;
  const draw = (tags: string, values: string) =>
    drawMap({
      map: MAP,
      ways: `| nodes | highway | ${tags} |\n| acdb | primary | ${tags.replaceAll(/[^|]+/g, ' ')} |\n| ab | ${values} |`,
    });

  it.each([
    ['construction | opening_date', 'construction | motorway | 2027-05', 'construction', '2027-05'],
    ['proposed | opening_date', 'proposed | motorway | 2031', 'proposed', '2031'],
    ['construction | opening_date', 'construction | motorway | 2027-02-30', 'construction', null],
    ['construction | opening_date', 'construction | motorway | next spring', 'construction', null],
  ])('%s: %s', (tags, values, status, opens) => {
    const { network } = draw(tags, values);
    const candidates = listCandidates(network);
    expect(candidates.map((one) => [one.roadClass, one.status, one.opens, one.links])).toEqual([
      ['motorway', status, opens, 1],
    ]);
    expect(network.notes.left.map(({ kind }) => kind)).toEqual(opens === null ? ['opening-date'] : []);
    const ends = (letter: string) => findNodes(network, MAP, letter);
    const today = timeMs(network, ends('a'), ends('b'));
    const then = timeMs(network, ends('a'), ends('b'), CAR, { isOpen: () => true });
    expect(then).toBeLessThan(today / 2);
  });

  it('in the form of a prefix', () => {
    const { network } = drawMap({
      map: MAP,
      ways: '| nodes | highway | route | construction:highway |\n| acdb | primary | | |\n| ab | | x | trunk |',
    });
    expect(listCandidates(network).map(({ roadClass, status }) => [roadClass, status])).toEqual([
      ['trunk', 'construction'],
    ]);
  });

  it.each(['access', 'vehicle', 'motor_vehicle', 'motorcar'])(
    'is closed today for the works, and there when they end: %s=no',
    (key) => {
      const { network } = draw(`construction | ${key}`, 'construction | motorway | no');
      expect(listCandidates(network).map(({ roadClass }) => roadClass)).toEqual(['motorway']);
      const time = (isOpen: boolean, profile: number): number =>
        timeMs(network, findNodes(network, MAP, 'a'), findNodes(network, MAP, 'b'), profile, {
          isOpen: () => isOpen,
        });
      expect(time(true, CAR)).toBeLessThan(Infinity);
      expect(time(true, HEAVY)).toBeLessThan(Infinity);
    },
  );

  it('keeps out the lorries that it will keep out', () => {
    const { network } = draw('proposed | hgv', 'proposed | trunk | no');
    const [car, truck] = [CAR, HEAVY].map(
      (profile) => network.times[profile]?.forward.filter((ms) => ms !== CLOSED).length,
    );
    expect((car ?? 0) - (truck ?? 0)).toBe(1);
  });

  it('whose class stands behind a prefix is one too', () => {
    const { network } = draw('construction:highway', 'construction | trunk');
    expect(listCandidates(network).map(({ roadClass }) => roadClass)).toEqual(['trunk']);
  });

  it('whose class the map does not say is told', () => {
    const { network } = draw('construction', 'construction | yes');
    expect(listCandidates(network)).toEqual([]);
    expect(network.notes.left).toEqual([
      { kind: 'construction', value: 'construction=yes', count: 1, examples: [102] },
    ]);
  });

  it('stays where all else is cut down to the largest part', () => {
    const map = `
      a-----b
      |     |
      c-----d-----e
    `;
    const { network } = drawMap({
      map,
      keepIslands: false,
      ways: '| nodes | highway | proposed |\n| abdca | primary | |\n| de | proposed | motorway |',
    });
    expect(network.notes.counts).toMatchObject({ candidates: 1, islands: 0 });
  });
});
