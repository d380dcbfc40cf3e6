/** Table of the Confidence view: every supplier and maker with the draws in which it is reached, without and with. */
import type { ConfidencePair, Dataset } from '../../src/index.ts';
import { dataset, shownAnswer } from '../state/answers.ts';
import { confidence, confidenceOf } from '../state/doubts.ts';
import { look, show } from '../state/look.ts';
import { minutes } from '../words/format.ts';
import { t } from '../words/index.ts';
import { groupName, nameOf } from '../words/names.ts';
import { SortedTable } from './sorted-table.tsx';
import { numberColumn, textColumn } from './view-columns.ts';

interface Row {
  readonly id: string;
  readonly origin: string;
  readonly supplier: string;
  readonly maker: string;
  readonly base: ConfidencePair | undefined;
  readonly build: ConfidencePair | undefined;
}

/** Rows of the maker chosen, or of all, in the order of the answer. */
function listRows(data: Dataset): readonly Row[] {
  const document = confidence.value.value;
  if (document === null) return [];
  const [base, build] = [document.scenarios[0]?.id, document.scenarios.at(-1)?.id];
  const names = new Map((shownAnswer.value?.origins ?? []).map((origin) => [origin.id, nameOf(origin)]));
  const of = confidenceOf.value;
  const find = (scenario: string | undefined, one: ConfidencePair): ConfidencePair | undefined =>
    document.pairs.find(
      (pair) => pair.scenario === scenario && pair.origin === one.origin && pair.group === one.group,
    );
  return document.pairs
    .filter(({ scenario, group }) => scenario === build && (of === 'all' || of === group))
    .map((pair) => ({
      id: `${pair.origin} ${pair.group}`,
      origin: pair.origin,
      supplier: names.get(pair.origin) ?? pair.origin,
      maker: groupName(data, pair.group),
      base: find(base, pair),
      build: pair,
    }));
}

function range(pair: ConfidencePair | undefined): string {
  if (pair === undefined) return '—';
  return `${minutes(pair.spreadS.p5)} – ${minutes(pair.spreadS.p95)}`;
}

export function ConfidenceTable({ caption }: { readonly caption: string }) {
  const data = dataset.value;
  const document = confidence.value.value;
  if (data === null || document === null) return null;
  const draws = t('confidence.column', { draws: document.draws });
  return (
    <SortedTable
      caption={caption}
      columns={[
        textColumn<Row>('supplier', t('confidence.supplier'), ({ supplier }) => supplier),
        textColumn<Row>('maker', t('confidence.of'), ({ maker }) => maker),
        numberColumn<Row>('base', `${t('confidence.without')}: ${draws}`, ({ base }) => base?.holds ?? null),
        numberColumn<Row>('build', `${t('confidence.with')}: ${draws}`, ({ build }) => build?.holds ?? null),
        textColumn<Row>('verdict', t('confidence.verdict'), ({ build }) =>
          build === undefined ? '—' : t(`confidence.${build.verdict}`),
        ),
        textColumn<Row>('minutes', t('confidence.minutes'), ({ build }) => range(build)),
      ]}
      rows={listRows(data)}
      keyOf={({ id }) => id}
      isChosen={({ origin }) => origin === look.value.place}
      onChoose={({ origin }) => show({ place: origin })}
    />
  );
}
