/** The question of the command line as the page's address says it, so that the map shows what was printed. */
import { SECONDS_PER_MINUTE, type Analysis } from '../../index.ts';
import type { ArrangementOptions } from '../arrangement.ts';
import type { QuestionOptions } from '../options.ts';

/** Form of the address that the page reads. */
const VERSION = '1';

type Part = readonly [key: string, value: string | number | undefined];

/** What stands behind the address: `#1&traffic=peak`, or nothing for the default question. */
export function toMapPart(
  options: QuestionOptions & ArrangementOptions,
  { groupChoice }: Pick<Analysis, 'groupChoice'>,
): string {
  const parts: readonly Part[] = [
    ['base', options.base],
    ['build', options.build],
    ['v', options.vehicle],
    ['traffic', options.traffic],
    ['cutoff', toMinutes(options.cutoff)],
    ['tolerance', toMinutes(options.tolerance)],
    ['suppliers', options.suppliers === 'existing' ? undefined : options.suppliers],
    ['level', options.level],
    ...Object.entries(groupChoice).map(([group, choice]): Part => [
      `plant.${group}`,
      choice === 'any' ? undefined : choice,
    ]),
    ...toNodeParts('order', options.order),
    ...toNodeParts('without', options.leaveOut),
  ];
  const said = parts.flatMap(([key, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(key)}=${encodeURIComponent(value)}`],
  );
  return said.length === 0 ? '' : `#${[VERSION, ...said].join('&')}`;
}

/**
 * What stands behind the address of a page that shows an imported network: the folder stands in its commands, and so
 * does the scenario file that is served with it.
 */
export function toCityPart(folder: string, scenario?: string): string {
  const under = scenario === undefined ? '' : `&scenario=${encodeURIComponent(scenario)}`;
  return `#city&${VERSION}&data=${encodeURIComponent(folder)}${under}`;
}

/** Options that were given and that the map has no control for. */
export function listLeftOut(options: QuestionOptions): readonly string[] {
  const { origins, destinations, valueOfTime, asOf, suppliers } = options;
  return [
    origins === undefined ? [] : ['--origins'],
    destinations === undefined ? [] : ['--destinations'],
    valueOfTime === undefined ? [] : ['--value-of-time'],
    asOf === undefined ? [] : ['--as-of'],
    suppliers === 'existing' ? ['--suppliers existing'] : [],
  ].flat();
}

function toMinutes(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds / SECONDS_PER_MINUTE;
}

function toNodeParts(key: string, nodes: ArrangementOptions['order'] = {}): readonly Part[] {
  return Object.entries(nodes).map(([chart, ids]) => [`${key}.${chart}`, ids.join(',')]);
}
