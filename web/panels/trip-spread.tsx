/** The open trip from one day to the next: how often it is in time, and what to allow for it. */
import type { Dataset, ReliabilityDocument, ReliabilityRow } from '../../src/index.ts';
import { dataset } from '../state/answers.ts';
import { minutes, number, percent } from '../words/format.ts';
import { t } from '../words/index.ts';
import { trafficName } from '../words/names.ts';
import { clockText } from '../words/when.ts';

interface Side {
  readonly side: 'base' | 'build';
  readonly row: ReliabilityRow;
}

/** The rows of the one pair that was asked for. */
function listSides({ rows, scenarios }: ReliabilityDocument): readonly Side[] {
  const ids = { base: scenarios[0]?.id, build: scenarios.at(-1)?.id };
  return (['base', 'build'] as const).flatMap((side) => {
    const row = rows.find(({ scenario }) => scenario === ids[side]);
    return row === undefined ? [] : [{ side, row }];
  });
}

/** "3 % to 8 %", or one of them where they read the same. */
function toRange(from: string, to: string): string {
  return from === to ? from : t('spread.range', { from, to });
}

function saySpread({ side: of, row }: Side, cutoffS: number): string {
  const side = t(`route.${of}`);
  if (row.timeS === null) return t('spread.noWay', { side });
  if (row.timeS === row.minS) return t('spread.same', { side, mean: minutes(row.timeS) });
  const shares = row.readings.map(({ probability }) => probability);
  const p95 = row.readings.map(({ p95S }) => p95S);
  return t('spread.says', {
    side,
    T: number(cutoffS / 60, 1),
    share: toRange(percent(Math.min(...shares)), percent(Math.max(...shares))),
    p95: toRange(minutes(Math.min(...p95)), minutes(Math.max(...p95))),
  });
}

function sayMeans({ side, row }: Side, level: number): string {
  return t('spread.means', {
    ...{ side: t(`route.${side}`), mean: minutes(row.timeS), least: minutes(row.minS) },
    ...{ level: percent(level), largest: minutes(row.largestMeanS) },
  });
}

const COLUMNS = ['inTime', 'half', 'eighty', 'ninetyFive', 'buffer'] as const;

function SpreadTable({ sides }: { readonly sides: readonly Side[] }) {
  return (
    <table class="route-table">
      <caption class="visually-hidden">{t('spread.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('spread.delays')}</th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" class="number">
              {t(`spread.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {sides.map(({ side, row }) => (
        <tbody key={side}>
          <tr>
            <th scope="rowgroup" colSpan={COLUMNS.length + 1}>
              <b>{t(`route.${side}`)}</b>
            </th>
          </tr>
          {row.readings.map(({ correlation, probability, p50S, p80S, p95S, bufferIndex }) => (
            <tr key={correlation}>
              <th scope="row">{t(`spread.${correlation}`)}</th>
              <td class="number">{percent(probability)}</td>
              <td class="number">{minutes(p50S)}</td>
              <td class="number">{minutes(p80S)}</td>
              <td class="number">{minutes(p95S)}</td>
              <td class="number">{percent(bufferIndex)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function toWhen(data: Dataset, { clock, traffic }: ReliabilityDocument): string {
  return clock === null ? trafficName(data, traffic) : clockText(clock);
}

export function TripSpread({ reliability }: { readonly reliability: ReliabilityDocument }) {
  const data = dataset.value;
  if (data === null) return null;
  const sides = listSides(reliability);
  const spread = sides.filter(({ row }) => row.readings.length > 0);
  return (
    <section class="trip-spread">
      <h3>{t('spread.title')}</h3>
      {sides.map((one) => (
        <p key={one.side}>
          <b>{saySpread(one, reliability.cutoffS)}</b>
        </p>
      ))}
      {spread.length > 0 && <SpreadTable sides={spread} />}
      {spread.map((one) => (
        <p key={one.side} class="small">
          {sayMeans(one, reliability.level)}
        </p>
      ))}
      <p class="small muted">{t('spread.note', { traffic: toWhen(data, reliability) })}</p>
    </section>
  );
}
