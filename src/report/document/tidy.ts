/**
 * A report as one long table: a line a value. What the value is of stands in the columns before it, its unit beside it;
 * empty means that a column does not apply, or that a place is not reached.
 */
import { createView, isRough, type View } from '../view.ts';
import { toCsv, type CsvValue } from '../csv.ts';
import { toReportHead, type ReportDocument } from './document.ts';
import { toEmbeddedJson } from './embed.ts';

const TITLES = ['part', 'scenario', 'from', 'to', 'detail', 'measure', 'unit', 'value', 'about'] as const;

type TidyLine = Readonly<Partial<Record<(typeof TITLES)[number], CsvValue>>>;

const toAbout = (rough: boolean): string | null => (rough ? '≈' : null);

function listVerdicts(view: View): readonly TidyLine[] {
  return view.analysis.groups.flatMap((row) => {
    const { scenario, origin: from, group: to, plant, timeS, verdict } = row;
    const own = { part: 'reach', scenario, from, to, detail: plant, about: toAbout(isRough(view, row)) };
    return [
      { ...own, measure: 'time', unit: 's', value: timeS },
      { ...own, measure: 'verdict', value: verdict },
    ];
  });
}

function listAttribution({ analysis }: View): readonly TidyLine[] {
  return analysis.attribution.flatMap(({ origin: from, group: to, strict, tolerant }) => [
    { part: 'attribution', from, to, measure: 'strict', value: strict },
    { part: 'attribution', from, to, measure: 'tolerant', value: tolerant },
  ]);
}

function listShares({ analysis }: View): readonly TidyLine[] {
  const curve = analysis.curve.map(({ scenario, group, cutoffMin, share }) => ({
    ...{ part: 'curve', scenario, to: group, detail: cutoffMin, measure: 'share of suppliers', value: share },
  }));
  const independence = analysis.independence.flatMap(({ scenario, cutoffS, ...measures }) =>
    Object.entries(measures).map(([measure, value]) => ({
      ...{ part: 'independence', scenario, detail: cutoffS, measure, value },
    })),
  );
  return [...independence, ...curve];
}

function listCharts({ analysis }: View): readonly TidyLine[] {
  return analysis.flowcharts.flatMap(({ scenario, chart, nodes }) =>
    nodes.flatMap(({ id, verdict, index }) => {
      const own = { part: 'flowchart', scenario, from: chart, to: id };
      return [
        { ...own, measure: 'verdict', value: verdict },
        { ...own, measure: 'index', value: index },
      ];
    }),
  );
}

function listClaims({ analysis }: View): readonly TidyLine[] {
  return analysis.claims.flatMap(({ id, origin, scenario, claimedS, computedS, viaBeltS, verdict }) => {
    const own = { part: 'claims', scenario, from: origin, detail: id };
    const timed = { claimed: claimedS, computed: computedS, 'over the belt': viaBeltS };
    return [
      ...Object.entries(timed).map(([measure, value]) => ({ ...own, measure, unit: 's', value })),
      { ...own, measure: 'verdict', value: verdict },
    ];
  });
}

function listReliability({ reliability }: ReportDocument): readonly TidyLine[] {
  return (reliability?.rows ?? []).flatMap(
    ({ scenario, origin: from, destination: to, readings, verdict }) => {
      const own = { part: 'reliability', scenario, from, to };
      const read = readings.flatMap(({ correlation: detail, probability, p95S }) => [
        { ...own, detail, measure: 'probability in time', value: probability },
        { ...own, detail, measure: 'p95', unit: 's', value: p95S },
      ]);
      return [...read, { ...own, measure: 'verdict', value: verdict }];
    },
  );
}

function listConfidence({ confidence }: ReportDocument): readonly TidyLine[] {
  if (confidence === null) return [];
  const { draws, pairs, verdicts } = confidence;
  const toLine = (scenario: string, from: string, to: string | null, holds: number): TidyLine => ({
    ...{
      part: 'confidence',
      scenario,
      from,
      to,
      detail: draws,
      measure: 'draws in which it holds',
      value: holds,
    },
  });
  return [
    ...verdicts.map(({ id, scenario, holds }) => toLine(scenario, id, null, holds)),
    ...pairs.map(({ scenario, origin, group, holds }) => toLine(scenario, origin, group, holds)),
  ];
}

function listSensitivity({ sensitivity }: ReportDocument): readonly TidyLine[] {
  if (sensitivity === null) return [];
  const { tornado, flips, measure, scenarios } = sensitivity;
  const idOf = (role: string): string | null => scenarios.find((one) => one.role === role)?.id ?? null;
  const ends = tornado.flatMap(({ parameter, low, high, base, build }) =>
    Object.entries({ base, build }).flatMap(([role, { atLow, atHigh }]) => {
      const own = { part: 'tornado', scenario: idOf(role), from: parameter, measure };
      return [
        { ...own, detail: low, value: atLow },
        { ...own, detail: high, value: atHigh },
      ];
    }),
  );
  const turns = flips.map(({ verdict, scenario, parameter, unit, flipAt }) => ({
    ...{ part: 'flips', scenario, from: parameter, to: verdict, measure: 'turns at', unit, value: flipAt },
  }));
  return [...ends, ...turns];
}

function listFixes({ fixes }: ReportDocument): readonly TidyLine[] {
  return fixes.flatMap(({ question: from, scenario, roads, links, sections, newLink }) => {
    const own = { part: 'fixes', scenario: scenario.id, from };
    const speeds = [...(roads?.found ?? []), ...(links?.found ?? [])].map(({ kind, id, kmh }) => ({
      ...{ ...own, to: id, detail: kind, measure: 'least speed', unit: 'km/h', value: kmh },
    }));
    const road = newLink?.found ?? null;
    return [
      ...speeds,
      { ...own, measure: 'smallest set of sections', value: sections?.found?.ids.join(' ') ?? null },
      {
        ...{
          ...own,
          to: road === null ? null : `${road.from.id} ${road.to.id}`,
          measure: 'shortest new road',
        },
        ...{ unit: 'm', value: road?.lengthM ?? null },
      },
    ];
  });
}

/** What is opened in each year of the best order and of the real one, and what the year gains. */
function listProgrammes(answer: ReportDocument['buildOrder']): readonly TidyLine[] {
  if (answer === null) return [];
  const { best, real, measure, unit } = answer;
  return [['best', best] as const, ['real', real] as const].flatMap(([from, programme]) =>
    (programme?.years ?? []).map(({ year, opened, gain }) => ({
      ...{ part: 'build order', from, to: opened.join(' '), detail: year },
      ...{ measure, unit, value: gain },
    })),
  );
}

function listWorth({ criticality, sectionValues, buildOrder }: ReportDocument): readonly TidyLine[] {
  const closed = (criticality?.links ?? []).flatMap(({ feature, lostS, verdicts, cutOffPairs }) => {
    const own = { part: 'criticality', scenario: criticality?.scenario.id ?? null, from: feature };
    return [
      { ...own, measure: 'lost', unit: 's', value: lostS },
      { ...own, measure: 'verdicts lost', unit: 'pairs', value: verdicts },
      { ...own, measure: 'cut off', unit: 'pairs', value: cutOffPairs },
    ];
  });
  const shares = (sectionValues?.measures ?? []).flatMap(({ measure, unit, shares: own }) =>
    own.map(({ section: from, value }) => ({ part: 'section values', from, measure, unit, value })),
  );
  return [...closed, ...shares, ...listProgrammes(buildOrder)];
}

/** The table, the question and the data first. */
export function toReportCsv(report: ReportDocument): string {
  const view = createView(report.analysis);
  const head: readonly TidyLine[] = [
    { part: 'report', measure: 'asked', value: toEmbeddedJson(toReportHead(report)) },
    { part: 'report', measure: 'command', value: report.command },
    { part: 'report', measure: 'digest', value: report.data.digest },
  ];
  const ofAnswer = [listVerdicts, listAttribution, listShares, listCharts, listClaims];
  const ofDoubts = [listReliability, listConfidence, listSensitivity, listFixes, listWorth];
  const lines = [
    ...head,
    ...ofAnswer.flatMap((list) => list(view)),
    ...ofDoubts.flatMap((list) => list(report)),
  ];
  return toCsv(
    TITLES,
    lines.map((line) => TITLES.map((title) => line[title] ?? null)),
  );
}
