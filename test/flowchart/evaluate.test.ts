import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateFlowchart } from '../../src/flowchart/evaluate.ts';
import type { Verdict } from '../../src/model/flowchart.ts';
import { DataError } from '../../src/problems.ts';
import { toChart, toFacts, toNode, toRecorded, toRoad } from './charts.ts';

const FACTS = toFacts(toRoad([]));
const RUNS = process.env['BELTWAY_LONG'] === '1' ? 5000 : 300;

const evaluate = (verdicts: readonly Verdict[], arrangement = {}) =>
  evaluateFlowchart(
    toChart(verdicts.map((verdict, i) => toRecorded(`n${i}`, verdict))),
    'now',
    FACTS,
    arrangement,
  );

describe('evaluateFlowchart', () => {
  it('stops at the first no, which alone names who acts; later ones would be', () => {
    const result = evaluate(['yes', 'unknown', 'no', 'unknown', 'no', 'yes']);
    expect(result.bottleneck).toBe('n2');
    expect([result.actors, result.bodies, result.measures]).toEqual([
      ['central-government'],
      ['body of n2'],
      ['mend n2'],
    ]);
    expect(result.openQuestions).toEqual(['n1']);
    expect(result.nodes.map((node) => node.wouldBe)).toEqual([false, false, false, true, true, true]);
    expect(result.result).toBe(
      'not established: the first step not met is "Label of n2"; before it, 1 node not measured',
    );
  });

  it('never turns unknown into yes', () => {
    const result = evaluate(['yes', 'unknown', 'unknown']);
    expect(result.bottleneck).toBeNull();
    expect([result.actors, result.bodies, result.measures]).toEqual([[], [], []]);
    expect(result.openQuestions).toEqual(['n1', 'n2']);
    expect(result.result).toBe('no bottleneck found; 2 nodes not measured');
    expect(evaluate(['unknown']).result).toBe('no bottleneck found; 1 node not measured');
  });

  it('calls all yes a hypothesised condition that is met', () => {
    expect(evaluate(['yes', 'yes']).result).toBe(
      "all steps of the paper's hypothesised sufficient condition are met",
    );
    expect(evaluate([]).result).toBe('no steps to judge');
  });

  it('walks another order, and leaves nodes out', () => {
    const verdicts: readonly Verdict[] = ['no', 'unknown', 'no', 'yes'];
    const turned = evaluate(verdicts, { order: ['n1', 'n2'] });
    expect(turned.nodes.map((node) => node.id)).toEqual(['n1', 'n2', 'n0', 'n3']);
    expect([turned.bottleneck, turned.openQuestions]).toEqual(['n2', ['n1']]);
    const less = evaluate(verdicts, { leaveOut: ['n0', 'n2'] });
    expect([less.bottleneck, less.openQuestions]).toEqual([null, ['n1']]);
  });

  it('tells all wrong ids at once, with the right ones', () => {
    const wrong = () => evaluate(['yes'], { order: ['n0', 'n0'], leaveOut: ['x'] });
    expect(wrong).toThrow(DataError);
    expect(wrong).toThrow(
      /order\[1\]: expected every node once[\s\S]*leaveOut\[0\]: expected one of n0, found "x"/,
    );
  });

  it('lists the indicators for one it does not have', () => {
    const chart = toChart([toNode('a', { indicator: 'toString' })]);
    expect(() => evaluateFlowchart(chart, 'now', FACTS)).toThrow(/one of recorded, belt-linked-pairs/);
  });

  it('marks what is the same in every order', () => {
    const marks = (...verdicts: readonly Verdict[]) =>
      evaluate(verdicts).nodes.map((node) => node.inAnyOrder);
    expect(marks('yes', 'no', 'unknown')).toEqual([true, true, false]);
    expect(marks('no', 'no')).toEqual([false, false]);
    expect(marks('yes', 'unknown')).toEqual([true, true]);
  });

  it('means by it what all orders say', () => {
    const verdict = fc.constantFrom<Verdict>('yes', 'no', 'unknown');
    const ids = ['n0', 'n1', 'n2', 'n3'];
    const orders = permute(ids);
    fc.assert(
      fc.property(fc.tuple(verdict, verdict, verdict, verdict), (verdicts) => {
        const all = orders.map((order) => evaluate(verdicts, { order }));
        const partOf = (result: (typeof all)[number], id: string): string => {
          if (result.bottleneck === id) return 'bottleneck';
          return result.openQuestions.includes(id) ? 'open' : 'other';
        };
        for (const node of evaluate(verdicts).nodes) {
          const parts = new Set(all.map((result) => partOf(result, node.id)));
          expect(node.inAnyOrder).toBe(parts.size === 1);
        }
        const bottlenecks = new Set(all.map((result) => result.bottleneck));
        expect(evaluate(verdicts).bottleneckInAnyOrder).toBe(bottlenecks.size === 1);
      }),
      { numRuns: Math.min(RUNS, 300), seed: 8 },
    );
  });
});

function permute(ids: readonly string[]): readonly (readonly string[])[] {
  if (ids.length === 0) return [[]];
  return ids.flatMap((id) => permute(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]));
}
