/** File `parameters.json`, and the shape every assumed or measured number has: value, range, unit, source, grade. */
import * as z from 'zod';

import type { Parameter } from '../model/source.ts';
import type { Parameters } from '../model/travel.ts';
import { exactly, id, isPlain, note, numberIn, oneOf, record } from './fields.ts';
import type { Folder } from './folder.ts';
import type { Report, Spot } from './report.ts';
import { type Rows, readRow, toRows } from './rows.ts';

const RATIO_WORDS = 'a unit in words that begins with share or times, as the number has none';

/** Stands for the unit of a share or factor, which says in words of what. */
export const RATIO = 'ratio';
const ratioUnit = z
  .string(RATIO_WORDS)
  .regex(/^(?:share|times)\b/, RATIO_WORDS)
  .refine(isPlain, { error: RATIO_WORDS, params: { code: 'out-of-range' } })
  .describe(RATIO_WORDS);

/** A number with its range in a given unit; value, low and high all lie between the bounds. */
export function parameter(what: string, unit: string, least: number, most: number): z.ZodType<Parameter> {
  const inUnit = unit === RATIO ? what : `${what} in ${unit}`;
  return record(what, {
    value: numberIn(inUnit, least, most),
    unit: unit === RATIO ? ratioUnit : exactly(unit),
    low: numberIn(`least value of ${inUnit}`, least, most),
    high: numberIn(`greatest value of ${inUnit}`, least, most),
    source: id('a source'),
    grade: oneOf('grade', ['measured', 'official', 'literature', 'assumed']),
    note,
  }).refine(({ low, value, high }) => low <= value && value <= high, {
    path: ['value'],
    error: ({ input }) => toRangeWords(input),
    params: { code: 'contradiction' },
  });
}

function toRangeWords(input: unknown): string {
  const { low, high } = input as Parameter;
  return `a value from ${low} (its low) to ${high} (its high)`;
}

const speed = (what: string, least = 10) => parameter(what, 'km/h', least, 150);
const delay = (what: string, mostS = 3600) => parameter(what, 's', 0, mostS);
const DAY_S = 86_400;

const parameters = record('the parameters', {
  connectorSpeedKmh: speed('speed on a connector', 1),
  connectorRadiusM: parameter('radius within which a site connects', 'm', 1, 50_000),
  connectorRadiusMaxM: parameter('distance beyond which a site is off the map', 'm', 1, 50_000),
  signalDelayS: delay('delay at a signal', 600),
  plazaEntryS: delay('delay at an entry plaza'),
  plazaExitS: delay('delay at an exit plaza'),
  plazaBarrierS: delay('delay at a barrier plaza'),
  gantryPassS: delay('delay at a gantry'),
  defaultExpresswayKmh: speed('speed where an expressway has no figure'),
  defaultUrbanExpresswayKmh: speed('speed where an urban expressway has no figure'),
  defaultArterialKmh: speed('speed where an arterial has no figure'),
  defaultLocalKmh: speed('speed where a local road has no figure'),
  defaultRampKmh: speed('speed where a ramp has no figure'),
  cutoffS: parameter('cutoff of the one-hour condition', 's', 1, DAY_S),
  toleranceS: delay('tolerance of the one-hour condition', DAY_S),
  claimToleranceS: delay('tolerance of a claim', DAY_S),
  secondBestShare: parameter('share a second-best route may have in common', RATIO, 0, 1),
  alternativeExtraS: delay('extra time of a cheaper alternative', DAY_S),
  loadingS: delay('loading', DAY_S),
  gateS: delay('gate', DAY_S),
  unloadingS: delay('unloading', DAY_S),
}) satisfies z.ZodType<Parameters>;

export const parametersFile = record('a file of parameters', {
  schema: exactly('beltway/parameters@1'),
  parameters,
});

/** Reads the parameters: one row. */
export function readParameters({ parameters: from }: Folder, report: Report): Rows<Parameters> {
  const rows = from.files.map(({ file, value }) => {
    const spot: Spot = { file, keys: [] };
    const row = readRow(parametersFile, value, spot, report);
    return { spot: { file, keys: ['parameters'] }, id: null, value: row.value?.parameters ?? null };
  });
  for (const { spot, value } of rows) {
    if (value === null || value.connectorRadiusM.value <= value.connectorRadiusMaxM.value) continue;
    const expected = `a distance not below the connector radius of ${value.connectorRadiusM.value} m`;
    report.tell(
      spot,
      ['connectorRadiusMaxM', 'value'],
      'contradiction',
      expected,
      value.connectorRadiusMaxM.value,
    );
  }
  return toRows(rows, from.complete);
}
