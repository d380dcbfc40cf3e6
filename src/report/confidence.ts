/** How sure the answer is, to read and as CSV: counts of draws, never a probability. */
import type {
  ConfidenceDocument,
  ConfidencePair,
  ConfidenceShare,
  DrawVerdict,
  Spread,
} from '../model/confidence.ts';
import { toMinutesText } from '../units.ts';
import { heading, paragraph, table, type Block, type CellText, type Tone } from './block.ts';
import { toCsv } from './csv.ts';
import { DASH, toCutoffText, toShareText, toTitleText, toTrafficText } from './format.ts';
import { roundNumber } from './json.ts';

/** Sign beside every count, so that colour never carries it alone. */
const SIGNS: Readonly<Record<DrawVerdict, { readonly sign: string; readonly tone: Tone }>> = {
  holds: { sign: '✓', tone: 'good' },
  fails: { sign: '✗', tone: 'bad' },
  'cannot-tell': { sign: '?', tone: 'open' },
};

function toCount({ holds, verdict }: { readonly holds: number; readonly verdict: DrawVerdict }): CellText {
  const { sign, tone } = SIGNS[verdict];
  return { text: `${holds} ${sign}`, tone };
}

function toLegend({ holdsShare, failsShare }: ConfidenceDocument): string {
  return `✓ holds: in at least ${toShareText(holdsShare)} of the draws; ✗ fails: in at most ${toShareText(failsShare)}; ? cannot be told from these data.`;
}

const MEASURES = { pairs: 'supplier–maker pairs within', iOut: 'iOut', i2: 'two makers within' } as const;

/** A verdict of the flowchart, a directed pair or a trip in words. */
export function toVerdictTitle(id: string): string {
  if (id === 'belt') return 'all plants linked';
  if (id === 'independence') return 'suppliers independent';
  const ends = id.slice(id.indexOf(':') + 1);
  const at = ends.lastIndexOf('-');
  return [ends.slice(0, at), ends.slice(at + 1)].map(toTitleText).join(' → ');
}

function toHead({
  sentence,
  vehicleClass,
  traffic,
  cutoffS,
  draws,
  asked,
  seed,
}: ConfidenceDocument): readonly Block[] {
  const made = draws === asked ? `${draws} draws` : `${draws} of ${asked} draws`;
  return [
    { kind: 'title', text: `How sure the answer is: ${made}, seed ${seed}` },
    paragraph(
      `${toTitleText(vehicleClass)}, ${toTrafficText(traffic)}, cutoff ${toCutoffText(cutoffS)} min, inclusive.`,
      'quiet',
    ),
    ...(sentence === '' ? [] : [paragraph(sentence, 'strong')]),
  ];
}

function toVerdictBlocks(answer: ConfidenceDocument): readonly Block[] {
  const { verdicts, scenarios, draws } = answer;
  const ids = [...new Set(verdicts.map(({ id }) => id))];
  const rows = ids.map((id): readonly CellText[] => [
    toVerdictTitle(id),
    ...scenarios.map(({ id: scenario }) => {
      const row = verdicts.find((one) => one.id === id && one.scenario === scenario);
      return row === undefined ? DASH : toCount(row);
    }),
  ]);
  return [
    heading(`Verdicts: draws of ${draws} in which they hold`),
    table(['verdict', ...scenarios.map(({ id }) => id)], rows),
    paragraph(toLegend(answer), 'quiet'),
  ];
}

type FindPair = (scenario: string, site: string, group: string) => ConfidencePair | undefined;

/** Suppliers of a site share their draws: the first one's are those of all. */
function createFinder({ pairs, origins }: ConfidenceDocument): FindPair {
  const firstOf = new Map(origins.toReversed().map(({ id, site }) => [site, id]));
  return (scenario, site, group) => {
    const origin = firstOf.get(site);
    return pairs.find((one) => one.scenario === scenario && one.origin === origin && one.group === group);
  };
}

/** Draws in which base fails and build holds: the same ones in both. */
function findGains(
  { changes, origins }: ConfidenceDocument,
  site: string,
  group: string,
): number | undefined {
  const origin = origins.find((one) => one.site === site)?.id;
  return changes.find((one) => one.origin === origin && one.group === group)?.gains;
}

function toPairBlocks(answer: ConfidenceDocument): readonly Block[] {
  const { pairs, origins, scenarios, draws } = answer;
  const find = createFinder(answer);
  const groups = [...new Set(pairs.map(({ group }) => group))];
  const sites = [...new Set(origins.map(({ site }) => site))];
  const isShared = sites.length < origins.length;
  const isContrast = scenarios.length > 1;
  const rows = sites.flatMap((site) => {
    const here = origins.filter((one) => one.site === site).length;
    return groups.map((group): readonly CellText[] => {
      const cells = scenarios.flatMap(({ id }): readonly CellText[] => {
        const row = find(id, site, group);
        if (row === undefined) return [DASH, DASH];
        const { p5, p95 } = row.spreadS;
        return [toCount(row), `${toMinutesText(p5)} – ${toMinutesText(p95)}`];
      });
      const many = here === 1 ? '' : ` (${here})`;
      const gains = isContrast ? [String(findGains(answer, site, group) ?? DASH)] : [];
      return [`${site}${many} → ${toTitleText(group)}`, ...cells, ...gains];
    });
  });
  const titles = scenarios.flatMap(({ id }) => [id, 'min']);
  return [
    heading(`Trips: draws of ${draws} within the cutoff`),
    table(['trip', ...titles, ...(isContrast ? ['no → yes'] : [])], rows),
    paragraph(
      `${isShared ? 'In brackets: suppliers at one site. ' : ''}Minutes from the 5th to the 95th of 100 draws.${isContrast ? ' No → yes: draws in which only the build holds.' : ''} ${toLegend(answer)}`,
      'quiet',
    ),
  ];
}

function toPointsText(share: number): string {
  const points = Math.round(Math.abs(share) * 100);
  return `${points === 0 ? '' : share < 0 ? '−' : '+'}${points} points`;
}

function toShareCells(
  { value, spread }: Pick<ConfidenceShare, 'value' | 'spread'>,
  signed: boolean,
): readonly string[] {
  const show = (share: number | null): string =>
    signed && share !== null ? toPointsText(share) : toShareText(share);
  const range = (read: (one: Spread) => number | null): string =>
    spread === null ? DASH : show(read(spread));
  return [show(value), range(({ p5 }) => p5), range(({ p50 }) => p50), range(({ p95 }) => p95)];
}

function toShareBlocks({ shares }: ConfidenceDocument): readonly Block[] {
  const rows = shares
    .filter(({ value, spread }) => value !== null || spread !== null)
    .map((one) => [
      `${MEASURES[one.measure]}, ${one.scenario}`,
      ...toShareCells(one, one.scenario === 'difference'),
    ]);
  return [heading('Shares over the draws'), table(['share', 'middle', 'p5', 'p50', 'p95'], rows)];
}

function toLeverBlocks({ levers }: ConfidenceDocument): readonly Block[] {
  if (levers.length === 0) return [];
  const rows = levers.map(({ label, rankCorrelation }) => [
    label,
    rankCorrelation.toFixed(2).replace('-', '−'),
  ]);
  return [
    heading('What the share of pairs moves with'),
    table(['left open by the data', 'rank correlation'], rows),
  ];
}

const NOTE =
  'Every value the data leave open is drawn within its range: half of the draws below the middle value, half above; the same draws in both scenarios. Sites, plants, towns and crossings lie anywhere within the grade of their coordinate: places join the roads from there, and lengths worked out from coordinates follow, beside ranges of their own. A count of draws says how far the data carry, and nothing of chance.';

/** Verdicts, sites, shares and what they hang on. */
export function toConfidenceBlocks(answer: ConfidenceDocument): readonly Block[] {
  const { dimensions, offMap, command } = answer;
  const off = offMap === 0 ? '' : ` In ${offMap} of them a moved place was off the map and reached nothing.`;
  return [
    ...toHead(answer),
    ...toVerdictBlocks(answer),
    ...toPairBlocks(answer),
    ...toShareBlocks(answer),
    ...toLeverBlocks(answer),
    paragraph(`${NOTE} ${dimensions.length} values were drawn.${off}`, 'quiet'),
    paragraph(`Again: ${command}`, 'quiet'),
  ];
}

/** One line a scenario, supplier and group. */
export function toConfidenceCsv({ pairs, draws, seed, cutoffS }: ConfidenceDocument): string {
  const titles = [
    'scenario',
    'origin',
    'group',
    'cutoff_s',
    'draws',
    'seed',
    'holds',
    'verdict',
    'middle_s',
    'p5_s',
    'p50_s',
    'p95_s',
  ];
  const round = (value: number | null): number | null => (value === null ? null : roundNumber(value));
  const rows = pairs.map(({ scenario, origin, group, holds, verdict, timeS, spreadS }) => [
    ...[scenario, origin, group, cutoffS, draws, seed, holds, verdict],
    ...[timeS, spreadS.p5, spreadS.p50, spreadS.p95].map(round),
  ]);
  return toCsv(titles, rows);
}
