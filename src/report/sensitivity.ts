/** What the verdict hangs on, to read and as CSV. */
import type {
  Flip,
  SensitivityDocument,
  SensitivitySwitch,
  TornadoBar,
  TornadoEnds,
} from '../model/sensitivity.ts';
import { heading, paragraph, table, type Block, type CellText } from './block.ts';
import { toVerdictTitle } from './confidence.ts';
import { toParameterText } from '../answer/sensitivity-sentence.ts';
import { toMinutesText } from '../units.ts';
import { toCsv, type CsvValue } from './csv.ts';
import { DASH, toCutoffText, toShareText, toTitleText, toTrafficText } from './format.ts';
import { roundNumber } from './json.ts';
import { toVerdictMapBlocks } from './verdict-map.ts';

const MEASURES = {
  pairs: 'supplier–maker pairs within the cutoff',
  iOut: 'suppliers that reach a maker not their own',
  i2: 'suppliers that reach two makers',
} as const;

const toEnds = ({ atLow, atHigh }: TornadoEnds): string => `${toShareText(atLow)} → ${toShareText(atHigh)}`;

function toTornadoBlocks({ tornado, measure, middle, scenarios }: SensitivityDocument): readonly Block[] {
  if (Object.values(middle).every((share) => share === null)) return [];
  const now = scenarios.map(({ id, role }) => `${role} ${id} ${toShareText(middle[id] ?? null)}`).join(', ');
  const row = ({ label, low, value, high, unit, base, build, meanS }: TornadoBar): readonly string[] => [
    label,
    [low, value, high].map((one) => toParameterText(one, unit).replace(/ (?:km\/h|s)$/, '')).join(' – '),
    ...(scenarios.length > 1 ? [toEnds(base)] : []),
    toEnds(build),
    `${toMinutesText(meanS.build.atLow)} → ${toMinutesText(meanS.build.atHigh)}`,
  ];
  const titles = ['parameter', 'low – middle – high', ...scenarios.map(({ role }) => role), 'mean min'];
  return [
    heading(`Share of ${MEASURES[measure]}: one parameter at a time`),
    paragraph(`At the middle values: ${now}.`),
    ...(tornado.length === 0 ? [] : [table(titles, tornado.map(row))]),
    paragraph(
      `At the low and the high end of each range; mean min: of all pairs, in ${scenarios.at(-1)?.id ?? ''}. A share steps from supplier to supplier: where two parameters move it alike, the minutes say which moves more.`,
      'quiet',
    ),
  ];
}

function toFlipRow({ verdict, holds, label, unit, value, flipAt, inRange }: Flip): readonly CellText[] {
  const at = flipAt === null ? DASH : toParameterText(flipAt, unit);
  return [
    toVerdictTitle(verdict),
    holds ? 'holds' : 'fails',
    label,
    toParameterText(value, unit),
    { text: at, tone: inRange ? 'open' : 'plain' },
    inRange ? 'yes' : 'no',
  ];
}

/** One table a scenario; flips within the parameter's own range first. */
function toFlipBlocks({ flips, scenarios }: SensitivityDocument): readonly Block[] {
  return scenarios.flatMap(({ id }) => {
    const own = flips.filter(({ scenario }) => scenario === id);
    const found = own.filter(({ flipAt }) => flipAt !== null);
    const sorted = found.toSorted((a, b) => Number(b.inRange) - Number(a.inRange));
    const titles = ['verdict', 'now', 'parameter', 'middle', 'turns at', 'in range'];
    return [
      heading(`Values that turn a verdict over, all else at the middle: ${id}`),
      ...(sorted.length === 0 ? [] : [table(titles, sorted.map(toFlipRow))]),
      paragraph(
        `${own.length - found.length} other pairs of verdict and parameter do not turn over within what is lawful and possible.`,
        'quiet',
      ),
    ];
  });
}

function toHeatBlocks({ heat }: SensitivityDocument): readonly Block[] {
  if (heat === null) return [];
  const { values, cutoffsMin, rows, label } = heat;
  return rows.flatMap(({ scenario, shares }) => [
    heading(`Share in % by ${label} and cutoff in min: ${scenario}`),
    table(
      ['share of limit', ...cutoffsMin.map(String)],
      values.map((value, i) => [
        value.toFixed(2),
        ...(shares[i] ?? []).map((share) => (share === null ? DASH : String(Math.round(share * 100)))),
      ]),
    ),
  ]);
}

function toSwitchBlocks({ title, opened, note, rows }: SensitivitySwitch): readonly Block[] {
  const listed = rows.flatMap(({ scenario, open, notOpen }) => {
    const turned = Object.keys(open.verdicts).filter((id) => open.verdicts[id] !== notOpen.verdicts[id]);
    const verdicts = turned.length === 0 ? 'no verdict' : turned.map(toVerdictTitle).join(', ');
    return [[scenario, toShareText(open.share), toShareText(notOpen.share), verdicts]];
  });
  return [
    heading(`If ${title} were open or not`),
    paragraph(`Recorded: ${opened ?? 'before 2000'}. ${note ?? ''}`.trim()),
    {
      kind: 'table',
      columns: [
        { title: 'scenario', align: 'left' },
        { title: 'open', align: 'right' },
        { title: 'not open', align: 'right' },
        { title: 'turns over', align: 'left', least: 20 },
      ],
      rows: listed.map((cells) => ({ cells })),
    },
  ];
}

/** Tornado, flip values, speed against cutoff, and sections that may not have been open. */
export function toSensitivityBlocks(answer: SensitivityDocument): readonly Block[] {
  const { vehicleClass, traffic, cutoffS, sentence, command } = answer;
  return [
    { kind: 'title', text: 'What the verdict hangs on' },
    paragraph(
      `${toTitleText(vehicleClass)}, ${toTrafficText(traffic)}, cutoff ${toCutoffText(cutoffS)} min, inclusive.`,
      'quiet',
    ),
    paragraph(sentence, 'strong'),
    ...toTornadoBlocks(answer),
    ...toFlipBlocks(answer),
    ...toHeatBlocks(answer),
    ...answer.verdictMaps.flatMap(toVerdictMapBlocks),
    ...answer.switches.flatMap(toSwitchBlocks),
    paragraph('Places and keiretsu tags have no order: they are drawn, not swept.', 'quiet'),
    paragraph(`Again: ${command}`, 'quiet'),
  ];
}

const TITLES = [
  ...['kind', 'measure_or_verdict', 'scenario', 'parameter', 'low', 'value', 'high'],
  ...['at_low', 'at_high', 'mean_low_s', 'mean_high_s', 'flip_at', 'in_range', 'cutoff_min', 'share'],
];

type Line = Readonly<Partial<Record<(typeof TITLES)[number], CsvValue>>>;

function listBarLines({ tornado, measure }: SensitivityDocument): readonly Line[] {
  return tornado.flatMap(({ parameter, low, value, high, meanS, ...bar }) =>
    (['base', 'build'] as const).map((scenario) => ({
      ...{ kind: 'tornado', measure_or_verdict: measure, scenario, parameter, low, value, high },
      ...{ at_low: bar[scenario].atLow, at_high: bar[scenario].atHigh },
      ...{ mean_low_s: meanS[scenario].atLow, mean_high_s: meanS[scenario].atHigh },
    })),
  );
}

function listFlipLines({ flips }: SensitivityDocument): readonly Line[] {
  return flips.map(({ verdict, scenario, parameter, value, searchedFrom, searchedTo, flipAt, inRange }) => ({
    ...{ kind: 'flip', measure_or_verdict: verdict, scenario, parameter },
    ...{ low: searchedFrom, value, high: searchedTo, flip_at: flipAt, in_range: inRange },
  }));
}

function listHeatLines({ heat, measure }: SensitivityDocument): readonly Line[] {
  if (heat === null) return [];
  const { parameter, values, cutoffsMin, rows } = heat;
  return rows.flatMap(({ scenario, shares }) =>
    values.flatMap((value, i) =>
      cutoffsMin.map((cutoff, k) => ({
        ...{ kind: 'heat', measure_or_verdict: measure, scenario, parameter, value },
        ...{ cutoff_min: cutoff, share: shares[i]?.[k] ?? null },
      })),
    ),
  );
}

function listSwitchLines({ switches, measure }: SensitivityDocument): readonly Line[] {
  return switches.flatMap(({ section: parameter, rows }) =>
    rows.flatMap(({ scenario, open, notOpen }) =>
      Object.entries({ open, 'not-open': notOpen }).map(([kind, { share }]) => ({
        ...{ kind, measure_or_verdict: measure, scenario, parameter, share },
      })),
    ),
  );
}

/**
 * One line a bar of the tornado and scenario, then one a flip (low and high: where it was looked for), one a cell of the
 * map, one a section open and not open.
 */
export function toSensitivityCsv(answer: SensitivityDocument): string {
  const lists = [listBarLines, listFlipLines, listHeatLines, listSwitchLines];
  const lines = lists.flatMap((list) => list(answer));
  const toValue = (value: CsvValue | undefined): CsvValue =>
    typeof value === 'number' ? roundNumber(value) : (value ?? null);
  return toCsv(
    TITLES,
    lines.map((line) => TITLES.map((title) => toValue(line[title]))),
  );
}
