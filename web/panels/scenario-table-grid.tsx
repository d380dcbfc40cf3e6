/** The table of scenarios: one column each, every number with its range. */
import type { ComponentChildren } from 'preact';
import type { Dataset, Ranged, ScenarioColumn, ScenarioTable } from '../../src/index.ts';
import type { PageTable } from '../engine/protocol.ts';
import { columns, moveColumn, toggleColumn } from '../state/scenario-table.ts';
import { DASH, kilometres, minutes, number, percent } from '../words/format.ts';
import { t, tn } from '../words/index.ts';
import { groupName, nameOf, scenarioName } from '../words/names.ts';
import { whenText } from '../words/when.ts';
import { choice } from '../state/choice.ts';

interface Row {
  readonly title: string;
  readonly note?: string;
  readonly show: (column: ScenarioColumn) => ComponentChildren;
}

/** A time whose range is wider than this is said with ≈, in seconds. */
const WIDE_S = 600;

type Say = (value: number | null) => string;

/** A number above its range; ≈ where the range says something `else`. */
function Value({ of, say, isElse }: { readonly of: Ranged; readonly say: Say; readonly isElse: boolean }) {
  const { value, low, high } = of;
  const ends = { low: say(low), high: say(high) };
  const same = say(value) === ends.low && say(value) === ends.high;
  return (
    <>
      <b>
        {isElse && value !== null && '≈'}
        {say(value)}
      </b>
      {!same && (
        <small class="muted" title={t('beside.range', ends)}>
          {ends.low}–{ends.high}
        </small>
      )}
    </>
  );
}

const isApart = ({ low, high }: Ranged): boolean => low !== high;
const isWide = ({ low, high }: Ranged): boolean => high === null || low === null || high - low > WIDE_S;
const Counted = ({ of }: { readonly of: Ranged }) => <Value of={of} say={number} isElse={isApart(of)} />;
const Shared = ({ of }: { readonly of: Ranged }) => <Value of={of} say={percent} isElse={isApart(of)} />;
const Timed = ({ of }: { readonly of: Ranged }) => <Value of={of} say={minutes} isElse={isWide(of)} />;

function Worst({
  dataset,
  column: { worst },
}: {
  readonly dataset: Dataset;
  readonly column: ScenarioColumn;
}) {
  if (worst === null) return <b>{DASH}</b>;
  const group = groupName(dataset, worst.group);
  return (
    <>
      <Timed of={worst.time} />
      <small>{t('beside.worstOf', { name: nameOf(worst), group })}</small>
      {worst.alike > 0 && <small class="muted">{tn('beside.alike', worst.alike)}</small>}
    </>
  );
}

function Toll({ tollCny, tollEstimated }: ScenarioColumn) {
  const text = tollCny === null ? DASH : tollCny.toFixed(2);
  return (
    <b title={tollEstimated ? t('beside.tollEstimated') : undefined}>
      {tollEstimated && tollCny !== null && '≈'}
      {text}
    </b>
  );
}

const metres = (lengthM: number): string => (lengthM === 0 ? '0' : kilometres(lengthM));

function listRows(dataset: Dataset, { cutoffS, toleranceS, scenarios }: ScenarioTable): readonly Row[] {
  const [T, about] = [number(cutoffS / 60, 2), number((cutoffS + toleranceS) / 60, 2)];
  const first = scenarios[0] === undefined ? '' : nameOf(toNamed(dataset, scenarios[0]));
  const against = t('beside.against', { first });
  return [
    { title: t('beside.strict', { T }), show: ({ strict }) => <Counted of={strict} /> },
    {
      title: t('beside.tolerant', { T: about }),
      note: t('beside.about'),
      show: ({ tolerant }) => <Counted of={tolerant} />,
    },
    { title: t('beside.noWay'), show: ({ noWay }) => <b>{number(noWay)}</b> },
    { title: t('beside.iOut'), note: 'iOut', show: (one) => <Shared of={one.iOut} /> },
    { title: t('beside.i2'), note: 'i2', show: (one) => <Shared of={one.i2} /> },
    { title: t('beside.mean'), note: t('beside.meanNote'), show: ({ meanS }) => <Timed of={meanS} /> },
    { title: t('beside.estimates'), show: (one) => percent(one.estimatedShare) },
    {
      title: t('beside.worst'),
      note: t('beside.worstNote'),
      show: (column) => <Worst dataset={dataset} column={column} />,
    },
    { title: t('beside.toll'), note: t('beside.tollNote'), show: Toll },
    { title: t('beside.built'), note: t('beside.builtNote'), show: ({ builtM }) => metres(builtM) },
    { title: t('beside.opened'), note: against, show: ({ openedM }) => metres(openedM) },
    { title: t('beside.closed'), note: against, show: ({ closedM }) => metres(closedM) },
  ];
}

/** Names are those of the page; one that it does not know any more has that of the answer. */
function toNamed(dataset: Dataset, { id, title, titleZh }: ScenarioColumn): { name: string; nameZh: string } {
  const name = scenarioName(dataset, id);
  return name === id ? { name: title, nameZh: titleZh } : { name, nameZh: name };
}

function Head(props: {
  readonly dataset: Dataset;
  readonly column: ScenarioColumn;
  readonly at: number;
  readonly isWrong: boolean;
}) {
  const { dataset, column, at, isWrong } = props;
  const name = nameOf(toNamed(dataset, column));
  const asked = columns.value;
  const [earlier, remove] = [t('beside.earlier', { name }), t('beside.remove', { name })];
  return (
    <th scope="col">
      <span class="beside-name">
        {name}
        {isWrong && (
          <span class="warning" title={t('beside.wrong')}>
            {' '}
            ⚠<span class="visually-hidden">{t('beside.wrong')}</span>
          </span>
        )}
      </span>
      <span class="beside-tools">
        <button
          type="button"
          aria-label={earlier}
          title={earlier}
          disabled={at === 0}
          onClick={() => moveColumn(column.id)}
        >
          ◂
        </button>
        <button
          type="button"
          aria-label={remove}
          title={remove}
          disabled={asked.length === 1}
          onClick={() => toggleColumn(column.id)}
        >
          ✕
        </button>
      </span>
    </th>
  );
}

export function TableGrid({ dataset, answer }: { readonly dataset: Dataset; readonly answer: PageTable }) {
  const { table, wrong } = answer;
  const { cutoffS, suppliers, pairs, scenarios } = table;
  const caption = t('beside.caption', {
    ...{ traffic: whenText(dataset, choice.value), T: number(cutoffS / 60, 2) },
    ...{ n: number(suppliers), pairs: number(pairs) },
  });
  return (
    <div class="beside-frame" role="region" tabIndex={0} aria-label={t('beside.title')}>
      <table class="beside-table">
        <caption class="small muted">{caption}</caption>
        <thead>
          <tr>
            <td>
              <span class="visually-hidden">{t('beside.measure')}</span>
            </td>
            {scenarios.map((column, at) => (
              <Head key={column.id} {...{ dataset, column, at, isWrong: wrong.includes(column.id) }} />
            ))}
          </tr>
        </thead>
        <tbody>
          {listRows(dataset, table).map(({ title, note, show }) => (
            <tr key={title}>
              <th scope="row">
                {title}
                {note !== undefined && <small class="muted">{note}</small>}
              </th>
              {scenarios.map((column) => (
                <td key={column.id} class="number">
                  {show(column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
