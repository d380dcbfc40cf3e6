/** The options that change what a question counts: the day, the order of a chart, its level. */
import { describe, expect, it } from 'vitest';
import type { AnswerFlowchart, AnswerFlowchartNode } from '../../src/model/answer.ts';
import { run, runOnRegion } from './run.ts';

interface FlowchartAnswer {
  readonly plantDate: string;
  readonly flowcharts: readonly AnswerFlowchart[];
}

function askChart(...args: readonly string[]): FlowchartAnswer {
  const { code, out, err } = run(['flowchart', 'automobile', ...args, '--format', 'json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as FlowchartAnswer;
}

function listIds({ flowcharts }: FlowchartAnswer): readonly string[] {
  return flowcharts[0]?.nodes.map(({ id }) => id) ?? [];
}

function findNode({ flowcharts }: FlowchartAnswer, id: string): AnswerFlowchartNode | undefined {
  return flowcharts.at(-1)?.nodes.find((node) => node.id === id);
}

const RECORDED = listIds(askChart());

describe('--order and --leave-out', () => {
  it('arrange the nodes and say so', () => {
    const [first = '', second = ''] = RECORDED;
    const last = RECORDED.at(-1) ?? '';
    const asked = askChart('--order', last, '--leave-out', first);
    expect(listIds(asked)).toEqual([last, ...RECORDED.slice(1, -1)]);
    const { out } = run(['flowchart', 'automobile', '--order', last, '--leave-out', `${first},${second}`]);
    expect(out).toContain(`as asked: first ${last}; without ${first}, ${second}.`);
  });

  it.each([
    [
      ['flowchart', 'automobile', '--order', 'nowhere'],
      /arrangement\.automobile\.order\[0\]: expected one of .*found "nowhere"/,
    ],
    [
      ['flowchart', 'automobile', '--leave-out', 'x', '--order', 'y'],
      /order\[0\].*found "y"\n.*leaveOut\[0\].*found "x"/,
    ],
    [['flowchart', 'automobile', '--order', ',,'], /Ids separated by commas/],
    [['flowchart', 'automobile', '--order', ''], /Ids separated by commas/],
    [['flowchart', 'automobile', '--order', '__proto__'], /found "__proto__"/],
    [['flowchart', 'automobile', '--level', '1.01'], /A share from 0 to 1/],
    [['flowchart', 'automobile', '--level', '-0.1'], /decimal number/],
    [['flowchart', 'automobile', '--level', 'NaN'], /decimal number/],
    [['flowchart', 'automobile', '--level', '40%'], /decimal number/],
    [['flowchart', 'automobile', '--as-of', '2004-13'], /asOf: expected a date .*found "2004-13"/],
    [['flowchart', 'automobile', '--as-of', ''], /asOf: expected a date/],
    [['compare', '--as-of', '2010-02-30'], /asOf: expected a date/],
    [['compare', '--order', 'belt'], /CHART=NODE,NODE expected/],
    [
      ['compare', '--order', 'bicycle=belt'],
      /arrangement: expected a flowchart: automobile.*found "bicycle"/,
    ],
    [['independence', '--order', 'belt'], /unknown option/],
  ])('%j is refused', (args, reason) => {
    const { code, out, err } = runOnRegion(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(reason);
  });

  it('need the chart where there are several', () => {
    const { code, out, err } = run(['flowchart', '--order', 'belt']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/--order and --leave-out: expected the chart as well, one of automobile, hi-tech/);
  });
});

describe('--level', () => {
  it.each(['0', '0.4', '1'])('%s is what independence is held against', (level) => {
    const node = findNode(askChart('--level', level), 'independence');
    expect(node?.criticalLevel).toBe(Number(level));
    expect(node?.verdict).toBe((node?.index ?? -1) >= Number(level) ? 'yes' : 'no');
  });
});

describe('--as-of', () => {
  it('is the day on which plants count, whatever the scenarios', () => {
    expect(askChart().plantDate).toBe('2010-12-31');
    expect(askChart('--as-of', '1990').plantDate).toBe('1990');
    expect(findNode(askChart(), 'anchor-firm')?.index).toBe(3);
    expect(findNode(askChart('--as-of', '1990'), 'anchor-firm')?.index).toBe(0);
  });

  it.each(['compare', 'check', 'independence', 'flowchart', 'claims', 'start'])(
    'is known to %s',
    (command) => {
      expect(run([command, '--help']).out).toContain('--as-of <date>');
    },
  );
});
