/** What the times of one scenario say of its pairs of a supplier and a maker, with the ends of their ranges. */
import { isWithin } from '../access/origin-times.ts';
import { iOut } from '../independence/i-out.ts';
import { i2 } from '../independence/share-of-groups.ts';
import type { SupplierTimes } from '../independence/supplier-times.ts';
import type { Ranged, ScenarioColumn, WorstSupplier } from '../model/scenario-table.ts';
import { FEN_PER_CNY } from '../units.ts';
import { toSeconds } from './cells.ts';
import type { Question } from './question.ts';
import { listGroupIds } from './suppliers.ts';
import { findGroupTime, listSupplierTimes, type Times } from './times.ts';

/** One pair of a supplier and a maker, in milliseconds and fen; Infinity = no way. */
interface Pair {
  readonly supplier: SupplierTimes;
  readonly group: string;
  readonly timeMs: number;
  readonly lowMs: number;
  readonly highMs: number;
  readonly tollFen: number;
  readonly estimatedMs: number;
}

type End = 'timeMs' | 'lowMs' | 'highMs';
const ENDS: readonly End[] = ['timeMs', 'lowMs', 'highMs'];

function listPairs(question: Question, times: Times): readonly Pair[] {
  return listSupplierTimes(question, times).flatMap((supplier) =>
    question.groups.map((one): Pair => {
      const [timeMs, lowMs, highMs] = ENDS.map(
        (end) => findGroupTime(times, supplier.site, one, end).timeMs,
      ) as [number, number, number];
      const { plant } = findGroupTime(times, supplier.site, one);
      const cell = plant === null ? null : times.skim.find(supplier.site, plant);
      const { tollFen = Infinity, estimatedMs = 0 } = cell ?? {};
      return { supplier, group: one.group, timeMs, lowMs, highMs, tollFen, estimatedMs };
    }),
  );
}

/** A measure at the modelled values, and its range, whichever end is the lower. */
function range(measure: (end: End) => number | null): Ranged {
  const [value, ...ends] = ENDS.map(measure) as [number | null, number | null, number | null];
  const isBelow = ([a, b]: readonly (number | null)[]): boolean => (a ?? Infinity) <= (b ?? Infinity);
  const [low, high] = (isBelow(ends) ? ends : ends.toReversed()) as [number | null, number | null];
  return { value, low, high };
}

const toMean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Suppliers with their times at an end of the ranges. */
function atEnd(
  pairs: readonly Pair[],
  suppliers: readonly SupplierTimes[],
  end: End,
): readonly SupplierTimes[] {
  const rows = new Map(suppliers.map((one) => [one.id, new Map<string, number>()]));
  for (const pair of pairs) rows.get(pair.supplier.id)?.set(pair.group, pair[end]);
  return suppliers.map((one) => ({ ...one, timesMs: rows.get(one.id) ?? new Map<string, number>() }));
}

function findWorst({ dataset }: Question, pairs: readonly Pair[]): WorstSupplier | null {
  const [first, ...others] = pairs;
  if (first === undefined) return null;
  const worst = others.reduce((most, pair) => (pair.timeMs > most.timeMs ? pair : most), first);
  const { id, site } = worst.supplier;
  const record = dataset.suppliers.find((one) => one.id === id);
  const alike = new Set(
    pairs.filter(({ timeMs }) => timeMs === worst.timeMs).map((pair) => pair.supplier.id),
  );
  return {
    ...{ id, name: record?.name ?? id, nameZh: record?.nameZh ?? null, site, group: worst.group },
    alike: alike.size - 1,
    time: range((end) => toSeconds(worst[end])),
  };
}

export type PairMeasures = Pick<
  ScenarioColumn,
  'strict' | 'tolerant' | 'noWay' | 'iOut' | 'i2' | 'meanS' | 'estimatedShare' | 'worst' | 'tollCny'
>;

/** The measures of a scenario's pairs; suppliers at one site count each. */
export function measurePairs(question: Question, times: Times): PairMeasures {
  const { cutoffS, toleranceS } = question;
  const [pairs, groups] = [listPairs(question, times), listGroupIds(question)];
  const suppliers = listSupplierTimes(question, times);
  const count = (limitS: number): Ranged =>
    range((end) => pairs.filter((pair) => isWithin(pair[end], limitS)).length);
  const sumMs = pairs.reduce((sum, { timeMs }) => sum + timeMs, 0);
  const toll = toMean(pairs.map(({ tollFen }) => tollFen)) / FEN_PER_CNY;
  const estimated = pairs.reduce((sum, { estimatedMs }) => sum + estimatedMs, 0) / sumMs;
  return {
    strict: count(cutoffS),
    tolerant: count(cutoffS + toleranceS),
    noWay: pairs.filter(({ timeMs }) => !Number.isFinite(timeMs)).length,
    iOut: range((end) => iOut(atEnd(pairs, suppliers, end), groups, cutoffS)),
    i2: range((end) => i2(atEnd(pairs, suppliers, end), groups, cutoffS)),
    meanS: range((end) => toSeconds(toMean(pairs.map((pair) => pair[end])))),
    estimatedShare: Number.isFinite(sumMs) && sumMs > 0 ? estimated : null,
    worst: findWorst(question, pairs),
    tollCny: Number.isFinite(toll) ? toll : null,
  };
}
