/** The main answer's neighbours: the same count for another traffic, vehicle, choice of plant or base. */
import type { AnswerCompanion } from '../../model/answer.ts';
import { heading, paragraph, table, type Block } from '../block.ts';
import { toShareText, toTitleText } from '../format.ts';
import { toPairTitle, type View } from '../view.ts';

/** One row a setting: suppliers within the cutoff, base → build, by group. */
export function toCompanionBlocks(view: View): readonly Block[] {
  const labels = [...new Set(view.analysis.companions.map(({ label }) => label))];
  if (labels.length === 0 || view.suppliers.length === 0) return [];
  const titles = ['setting', ...view.groups.map(toTitleText), 'all', 'iOut %'];
  return [
    heading(`The same count in other settings, ${toPairTitle(view)}`),
    table(
      titles,
      labels.map((label) => toRow(view, label)),
    ),
    paragraph('iOut: share of tier-1 suppliers with a keiretsu that reach a group outside it.', 'quiet'),
  ];
}

function toRow(view: View, label: string): readonly string[] {
  const rows = view.analysis.companions.filter((one) => one.label === label);
  const find = (id: string): AnswerCompanion | undefined => rows.find(({ scenario }) => scenario === id);
  const [base, build] = [find(view.base.id), find(view.build.id)];
  const pair = (show: (companion: AnswerCompanion) => string): string =>
    rows.length === 2 && base !== undefined && build !== undefined
      ? `${show(base)} → ${show(build)}`
      : rows.map(show).join(' → ');
  return [
    label,
    ...view.groups.map((group) =>
      pair(({ strict, tolerant }) => `${strict[group] ?? 0}(${tolerant[group] ?? 0})`),
    ),
    pair(({ allGroups }) => String(allGroups)),
    pair(({ iOut }) => toShareText(iOut).replace(' %', '')),
  ];
}
