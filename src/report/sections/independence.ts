/** Independence of suppliers from their keiretsu: what the road allows, what the belt adds, what is documented. */
import type { AnswerIndependence, Attribution } from '../../model/answer.ts';
import { toMinutesText } from '../../units.ts';
import { heading, paragraph, table, type Block } from '../block.ts';
import { toCutoffText, toIndexText, closeSentence, toShareText, toTitleText } from '../format.ts';
import { toPairTitle, type View } from '../view.ts';

const MEASURES: readonly { readonly title: string; readonly show: (row: AnswerIndependence) => string }[] = [
  { title: 'iOut: reach a group not their own', show: ({ iOut }) => toShareText(iOut) },
  { title: 'iOutAll: reach every one not their own', show: ({ iOutAll }) => toShareText(iOutAll) },
  { title: 'at least one supplier does', show: ({ atLeastOne }) => (atLeastOne ? 'yes' : 'no') },
  { title: 'i2: reach two groups or more', show: ({ i2 }) => toShareText(i2) },
  { title: 'i3: reach three', show: ({ i3 }) => toShareText(i3) },
  { title: 'meanGroups: groups, mean of 45–75 min', show: ({ meanGroups }) => toIndexText(meanGroups) },
  { title: 'soft: not their own, weighed by time', show: ({ soft }) => toIndexText(soft) },
  { title: 'robustMin: groups, one stretch closed', show: ({ robustMin }) => toIndexText(robustMin) },
];

const ATTRIBUTIONS: readonly { readonly id: Attribution; readonly title: string }[] = [
  { id: 'yes-in-both', title: 'yes in both' },
  { id: 'no-to-yes', title: 'no → yes' },
  { id: 'no-in-both', title: 'no in both' },
  { id: 'yes-to-no', title: 'yes → no' },
];

/** Indices by scenario, then whose verdicts the belt changes, then potential beside documented supply. */
export function toIndependenceBlocks(view: View): readonly Block[] {
  if (view.suppliers.length === 0) return [];
  return [
    heading(`Independence from keiretsu at ${toCutoffText(view.analysis.cutoffS)} min`),
    toIndexTable(view),
    ...toMapBlocks(view),
    heading(`Suppliers by verdict, ${toPairTitle(view)}`),
    toAttributionTable(view),
    paragraph(
      'Strict (with the tolerance). Only "no → yes" is an effect of what differs; "yes in both" holds here without it.',
      'quiet',
    ),
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
    ['measure', ...view.columns.map(({ id }) => id)],
    MEASURES.map(({ title, show }) => [title, ...rows.map((row) => (row === undefined ? '—' : show(row)))]),
  );
}

/** How far the verdict rests on the cutoff and on a level that the paper does not give. */
function toMapBlocks(view: View): readonly Block[] {
  const items = view.columns.flatMap(({ id }) =>
    view.analysis.verdictMaps
      .filter(({ scenario }) => scenario === id)
      .map(({ level, smallestS, margin }) => {
        const least = smallestS === null ? 'no cutoff tried' : `${toMinutesText(smallestS)} min`;
        return `${id}: at least ${toShareText(level)} from ${least} on; margin at the cutoff ${toIndexText(margin)}.`;
      }),
  );
  return items.length === 0 ? [] : [{ kind: 'list', items }];
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
  if (documented.length === 0) return [paragraph(closeSentence(sentences.timing))];
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
    paragraph(closeSentence(sentences.timing)),
  ];
}
