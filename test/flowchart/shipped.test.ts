/** The two shipped charts, walked on facts that are made up where the chart asks for any. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateFlowchart } from '../../src/flowchart/evaluate.ts';
import type { Flowchart } from '../../src/model/flowchart.ts';
import { toFacts, toRoad, toSupplierTimes } from './charts.ts';

function readChart(id: string): Flowchart {
  const url = new URL(`../../data/flowcharts/${id}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as Flowchart;
}

const FREE = [toSupplierTimes('a', 'nissan', 10, 10, 10)];
const FACTS = { groupsProducing: ['nissan'], placedSuppliers: 1 };

describe('hi-tech', () => {
  it('has its bottleneck in joint action, and intellectual property as the open question', () => {
    const result = evaluateFlowchart(readChart('hi-tech'), 'now', toFacts(toRoad([])));
    expect(result.bottleneck).toBe('joint-action');
    expect(result.openQuestions).toEqual(['intellectual-property']);
    expect(result.bottleneckInAnyOrder).toBe(true);
  });
});

describe('automobile', () => {
  const chart = readChart('automobile');

  it('is stopped by the belt when one pair is not linked, and names local governments', () => {
    const result = evaluateFlowchart(chart, 'now', toFacts(toRoad([1, 1, 1, 1, 1, 61], FREE), FACTS));
    expect(result.bottleneck).toBe('belt');
    expect(result.actors).toEqual(['local-governments']);
    expect(result.openQuestions).not.toContain('innovation');
    expect(result.result).toMatch(/^not established/);
  });

  it('is stopped by independence when the pairs are linked and the suppliers are not', () => {
    const bound = [toSupplierTimes('a', 'nissan', 10, 61, 61)];
    const result = evaluateFlowchart(chart, 'now', toFacts(toRoad([1, 1, 1, 1, 1, 1], bound), FACTS));
    expect([result.bottleneck, result.actors]).toEqual(['independence', ['local-governments']]);
  });

  it('never establishes innovation', () => {
    const result = evaluateFlowchart(chart, 'now', toFacts(toRoad([1, 1, 1, 1, 1, 1], FREE), FACTS));
    expect(result.bottleneck).toBeNull();
    expect(result.openQuestions).toContain('innovation');
    expect(result.result).toMatch(/^no bottleneck found; \d+ nodes not measured$/);
  });
});
