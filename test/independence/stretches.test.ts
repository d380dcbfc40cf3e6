import { describe, expect, it } from 'vitest';
import { listStretches } from '../../src/independence/stretches.ts';
import { toLinks } from './road.ts';

const lines = (roads: Parameters<typeof toLinks>[0]): readonly string[] =>
  listStretches(toLinks(roads)).map((one) => `${one.between.join('-')}: ${one.featureIds.join(' ')}`);

describe('listStretches', () => {
  it('joins the main line between junctions and leaves ramps and local roads out', () => {
    //  A──m1──B──m2──C──m3──D      B is only a change of speed; at C a ramp r leaves to E
    //                └─r──E
    const roads = [
      { id: 'm1', from: 'A', to: 'B' },
      { id: 'm2', from: 'B', to: 'C' },
      { id: 'm3', from: 'D', to: 'C' },
      { id: 'r', from: 'C', to: 'E', facility: 'ramp' as const, directed: true },
      { id: 'street', from: 'E', to: 'F', facility: 'local' as const },
    ];
    expect(lines(roads)).toEqual(['A-C: m1 m2', 'C-D: m3']);
  });

  it('ends where the highway changes', () => {
    const roads = [
      { id: 'm1', from: 'A', to: 'B', highway: 'g1' },
      { id: 'm2', from: 'B', to: 'C', highway: 'g2' },
    ];
    expect(lines(roads)).toEqual(['A-B: m1', 'B-C: m2']);
  });

  it('takes two carriageways between the same junctions as one, two arcs of a ring as two', () => {
    const ramps = ['A', 'C'].map((at) => ({
      id: `r${at}`,
      from: at,
      to: `x${at}`,
      facility: 'ramp' as const,
    }));
    const carriageways = [
      { id: 'east', from: 'A', to: 'C', directed: true },
      { id: 'west', from: 'C', to: 'A', directed: true },
    ];
    expect(lines([...carriageways, ...ramps])).toEqual(['A-C: east west']);
    const arcs = [
      { id: 'n1', from: 'A', to: 'N' },
      { id: 'n2', from: 'N', to: 'C' },
      { id: 's', from: 'A', to: 'C' },
    ];
    expect(lines([...arcs, ...ramps])).toEqual(['A-C: n1 n2', 'A-C: s']);
  });

  it('keeps a ring without a junction in one piece and survives a loop at one node', () => {
    const ring = ['AB', 'BC', 'CA'].map((ends) => ({ id: ends, from: ends[0] ?? '', to: ends[1] ?? '' }));
    expect(listStretches(toLinks(ring)).map((one) => one.featureIds)).toEqual([['AB', 'BC', 'CA']]);
    expect(lines([{ id: 'loop', from: 'A', to: 'A' }])).toEqual(['A-A: loop']);
  });

  it('puts every through feature into exactly one stretch', () => {
    const roads = Array.from({ length: 40 }, (_, i) => ({
      id: `m${i}`,
      from: `n${i % 11}`,
      to: `n${(i * 7) % 13}`,
    }));
    const features = listStretches(toLinks(roads)).flatMap((one) => one.featureIds);
    expect(features.toSorted()).toEqual(roads.map((road) => road.id).toSorted());
  });
});
