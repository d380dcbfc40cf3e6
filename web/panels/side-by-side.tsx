/** Suppliers within the cutoff by group, base → build, free flow beside the slowest traffic, with the margin. */
import type { ComponentChildren } from 'preact';
import type { AnswerClock, Dataset, QuickAnalysis } from '../../src/index.ts';
import { full } from '../state/answers.ts';
import { toClockText } from '../state/choice.ts';
import { DASH, number, percent } from '../words/format.ts';
import { groupName } from '../words/names.ts';
import { t, tn } from '../words/index.ts';
import type { Contrast } from './answer-contrast.ts';
import { findMargin, findNeeded, type Counts, type Pair } from './answer-counts.ts';
import { clockText } from '../words/when.ts';
import { trafficWord, whenWords } from './answer-words.ts';
import { BY_HOUR, listColumns, type Column, type ColumnCounts } from './side-by-side-columns.ts';

interface Props {
  readonly dataset: Dataset;
  readonly answer: QuickAnalysis;
  readonly counts: Counts;
  readonly contrast: Contrast;
  readonly base: string;
  readonly build: string;
}

interface Row {
  readonly title: string;
  readonly note?: string;
  readonly show: (column: ColumnCounts) => ComponentChildren;
}

/** The clock of a column that is of the hour of the answer, or null. */
function clockOf({ clock }: QuickAnalysis, traffic: string): AnswerClock | null {
  return traffic === BY_HOUR ? clock : null;
}

/** The head of a column: a traffic state, or the hour, short enough to stand between two states. */
function ColumnHead({
  dataset,
  answer,
  traffic,
}: Pick<Props, 'dataset' | 'answer'> & { readonly traffic: string }) {
  const clock = clockOf(answer, traffic);
  if (clock === null) return <>{trafficWord(dataset, traffic)}</>;
  const time = toClockText(clock.departS ?? clock.arriveByS ?? 0);
  return (
    <abbr title={clockText(clock)} aria-label={clockText(clock)}>
      {clock.departS === null ? `→ ${time}` : `${time} →`}
    </abbr>
  );
}

export function SideBySide(props: Props) {
  const { dataset, answer, counts, contrast } = props;
  const columns = listColumns({ ...props, full: full.value.value });
  const level = answer.verdictMaps[0]?.level ?? null;
  const T = number(counts.cutoffMin, 2);
  return (
    <section class="side-by-side">
      <table class={columns.length > 2 ? 'counts three' : 'counts'}>
        <caption>{t(contrast === 'belt' ? 'answer.who' : 'answer.whoPair', { T })}</caption>
        <thead>
          <tr>
            <td class="muted small">
              {t('answer.ofPlaced', { n: number(counts.placed), sites: tn('answer.sites', counts.sites) })}
            </td>
            {columns.map(({ traffic }) => (
              <th key={traffic} scope="col" class="number">
                <ColumnHead dataset={dataset} answer={answer} traffic={traffic} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listRows(props, level).map((row) => (
            <CountRow key={row.title} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
      {level !== null && <MarginNotes {...{ dataset, answer, columns, counts, level }} />}
      <p class="muted small">
        {t('answer.tolerantNote', { T: number(counts.cutoffMin + counts.toleranceMin, 2) })}{' '}
        {t('answer.assumed')}
      </p>
    </section>
  );
}

function listRows({ dataset, counts, contrast }: Props, level: number | null): readonly Row[] {
  const one = contrast === 'same';
  const n = number(counts.tagged);
  const share = (count: number): string => percent(count / counts.tagged);
  const outside = (show: (pair: Pair) => ComponentChildren) => (column: ColumnCounts) =>
    column.outside === null ? DASH : show(column.outside);
  return [
    ...counts.groups.map(({ group }) => ({
      title: groupName(dataset, group),
      show: ({ strict, tolerant }: ColumnCounts) => (
        <>
          <PairText pair={strict.get(group)} one={one} />
          <small class="muted">
            <PairText pair={tolerant.get(group)} one={one} />
          </small>
        </>
      ),
    })),
    {
      title: t('answer.everyGroup', { g: number(counts.groups.length) }),
      show: ({ all }: ColumnCounts) => <PairText pair={all} one={one} />,
    },
    ...(counts.tagged === 0
      ? []
      : [
          {
            title: t('answer.outside'),
            note: t('answer.ofTagged', { n }),
            show: outside((pair) => <PairText pair={pair} one={one} />),
          },
          {
            title: t('answer.share'),
            show: outside((pair) => (one ? share(pair.build) : `${share(pair.base)} → ${share(pair.build)}`)),
          },
        ]),
    ...(counts.tagged === 0 || level === null
      ? []
      : [
          {
            title: t('answer.margin', { level: percent(level) }),
            note: t('answer.marginUnit', { count: number(findNeeded(counts.tagged, level)), n }),
            show: outside(({ base, build }) => {
              const [before, after] = [base, build].map((count) => findMargin(count, counts.tagged, level));
              return one ? signed(after ?? 0) : `${signed(before ?? 0)} → ${signed(after ?? 0)}`;
            }),
          },
        ]),
  ];
}

function CountRow({ row, columns }: { readonly row: Row; readonly columns: readonly Column[] }) {
  return (
    <tr>
      <th scope="row">
        {row.title} {row.note !== undefined && <small class="muted">{row.note}</small>}
      </th>
      {columns.map(({ traffic, counts }) => (
        <td key={traffic} class="number">
          {counts === null ? <small class="muted">{t('answer.computing')}</small> : row.show(counts)}
        </td>
      ))}
    </tr>
  );
}

function PairText({ pair, one }: { readonly pair: Pair | undefined; readonly one: boolean }) {
  if (pair === undefined) return <span class="muted">{DASH}</span>;
  if (one) return <b>{number(pair.build)}</b>;
  return (
    <span class={pair.base === pair.build ? 'pair' : 'pair changed'}>
      {number(pair.base)} → <b>{number(pair.build)}</b>
    </span>
  );
}

function signed(count: number): string {
  return count > 0 ? `+${number(count)}` : number(count).replace('-', '−');
}

/** Where the share stands exactly at its critical level, or one supplier below, one reads it in words. */
function MarginNotes(props: {
  readonly dataset: Dataset;
  readonly answer: QuickAnalysis;
  readonly columns: readonly Column[];
  readonly counts: Counts;
  readonly level: number;
}) {
  const { dataset, answer, columns, counts, level } = props;
  const notes = columns.flatMap(({ traffic, counts: column }) => {
    if (column === null || column.outside === null) return [];
    const margin = findMargin(column.outside.build, counts.tagged, level);
    const values = { when: whenWords(dataset, clockOf(answer, traffic), traffic), level: percent(level) };
    if (margin === 0) {
      const [a, n] = [number(column.outside.build), number(counts.tagged)];
      return [t('answer.marginZero', { ...values, a, n })];
    }
    return margin < 0 && margin >= -NEAR ? [tn('answer.marginShort', -margin, values)] : [];
  });
  return (
    <>
      {notes.map((note) => (
        <p key={note} class="margin-note">
          {note}
        </p>
      ))}
    </>
  );
}

/** Suppliers missing up to which a verdict is told to be close. */
const NEAR = 2;
