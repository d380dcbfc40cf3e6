/** Independence of suppliers from their keiretsu: what the road allows, what the belt adds, what is documented. */
import type { AnswerIndependence, Attribution } from '../../model/answer.ts';
import { heading, paragraph, table, type Block } from '../block.ts';
import { toCutoffText, toIndexText, toShareText, toTitleText } from '../format.ts';
import type { View } from '../view.ts';
import { toScenarioTitle } from './counts.ts';

const MEASURES: readonly { readonly title: string; readonly show: (row: AnswerIndependence) => string }[] = [
  { title: 'iOut: reach a group outside their keiretsu', show: ({ iOut }) => toShareText(iOut) },
  { title: 'iOutAll: reach every group outside it', show: ({ iOutAll }) => toShareText(iOutAll) },
  { title: 'at least one supplier does', show: ({ atLeastOne }) => (atLeastOne ? 'yes' : 'no') },
  { title: 'i2: reach two groups or more', show: ({ i2 }) => toShareText(i2) },
  { title: 'i3: reach three', show: ({ i3 }) => toShareText(i3) },
  {
    title: 'meanGroups: groups reached, mean over 45–75 min',
    show: ({ meanGroups }) => toIndexText(meanGroups),
  },
  { title: 'soft: groups outside, weighed by time', show: ({ soft }) => toIndexText(soft) },
  {
    title: 'robustMin: groups left with one stretch closed',
    show: ({ robustMin }) => toIndexText(robustMin),
  },
];

const ATTRIBUTIONS: readonly { readonly id: Attribution; readonly title: string }[] = [
  { id: 'yes-in-both', title: 'yes in both' },
  { id: 'no-to-yes', title: 'no → yes' },
  { id: 'no-in-both', title: 'no in both' },
  { id: 'yes-to-no', title: 'yes → no' },
];

/** Indices by scenario, then whose verdicts the belt changes, then potential beside documented supply. */
export function toIndependenceBlocks(view: View): readonly Block[] {
  return [
    heading(`Independence from keiretsu at ${toCutoffText(view.analysis.cutoffS)} min`),
    toIndexTable(view),
    heading('The belt’s part: suppliers by verdict without → with'),
    toAttributionTable(view),
    paragraph('Only "no → yes" is an effect of the belt; "yes in both" holds here without it.', 'quiet'),
    ...toDocumentedBlocks(view),
  ];
}

function toIndexTable(view: View): Block {
  const rows = view.columns.map(({ id }) =>
    view.analysis.independence.find(
      ({ scenario, cutoffS }) => scenario === id && cutoffS === view.analysis.cutoffS,
    ),
  );
  return table(
    ['measure', ...view.columns.map(toScenarioTitle)],
    MEASURES.map(({ title, show }) => [title, ...rows.map((row) => (row === undefined ? '—' : show(row)))]),
  );
}

function toAttributionTable(view: View): Block {
  const ids = new Set(view.suppliers.map(({ id }) => id));
  const rows = view.analysis.attribution.filter(({ origin }) => ids.has(origin));
  const count = (group: string, id: Attribution): string => {
    const own = rows.filter((row) => row.group === group);
    return `${own.filter(({ strict }) => strict === id).length} (${own.filter(({ tolerant }) => tolerant === id).length})`;
  };
  return table(
    ['group', ...ATTRIBUTIONS.map(({ title }) => title)],
    view.groups.map((group) => [toTitleText(group), ...ATTRIBUTIONS.map(({ id }) => count(group, id))]),
  );
}

function toDocumentedBlocks(view: View): readonly Block[] {
  const { documented, sentences } = view.analysis;
  if (documented.length === 0) return [paragraph(sentences.timing)];
  const count = (group: string, reached: boolean, current: boolean): string =>
    String(
      documented.filter(
        (row) => row.group === group && row.reached === reached && (row.documented === 'current') === current,
      ).length,
    );
  const titles = [
    'group',
    'reached, supplied',
    'reached, not documented',
    'not reached, supplied',
    'neither',
  ];
  const rows = view.groups.map((group) => [
    toTitleText(group),
    count(group, true, true),
    count(group, true, false),
    count(group, false, true),
    count(group, false, false),
  ]);
  return [
    heading('Potential beside documented supply, with the belt'),
    table(titles, rows),
    paragraph('"Not documented" is not "no": only current customers with a source count.', 'quiet'),
    paragraph(sentences.timing),
  ];
}
