/** Share of suppliers that pass for every tenth minute: how far a verdict rests on the one hour. */
import { heading, paragraph, table, type Block } from '../block.ts';
import { toShareText, toTitleText } from '../format.ts';
import { toPairTitle, type View } from '../view.ts';

const STEP_MIN = 10;

/** One row a cutoff, base → build by group. */
export function toCurveBlocks(view: View): readonly Block[] {
  const points = view.analysis.curve.filter(({ cutoffMin }) => cutoffMin % STEP_MIN === 0);
  if (points.length === 0) return [];
  const groups = [...new Set(points.map(({ group }) => group))];
  const cutoffs = [...new Set(points.map(({ cutoffMin }) => cutoffMin))];
  const share = (scenario: string, group: string, cutoffMin: number): string =>
    toShareText(
      points.find((one) => one.scenario === scenario && one.group === group && one.cutoffMin === cutoffMin)
        ?.share ?? null,
    );
  const rows = cutoffs.map((cutoffMin) => [
    String(cutoffMin),
    ...groups.map((group) =>
      [view.base, view.build].map(({ id }) => share(id, group, cutoffMin)).join(' → '),
    ),
  ]);
  return [
    heading(`Suppliers that pass, by cutoff in minutes, ${toPairTitle(view)}`),
    table(['min', ...groups.map(toTitleText)], rows),
    paragraph('The full curve for every whole minute from 20 to 120 is in --format json.', 'quiet'),
  ];
}
