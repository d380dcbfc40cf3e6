/** What the draws and sweeps say, in the reader's language: sentences made of the numbers, never of their English words. */
import type { ConfidenceDocument, Dataset, Flip, SensitivitySwitch } from '../../src/index.ts';
import { number, percent } from '../words/format.ts';
import { t, tn, type WordKey } from '../words/index.ts';
import { groupName, nameOf, scenarioName } from '../words/names.ts';

const ROADS: ReadonlySet<string> = new Set(['factor', 'limit', 'traffic']);

/** Name of a dimension by its id, e.g. `factor:expressway`, `radius:Z_SS_LP`, `signalDelayS`. */
export function leverName(data: Dataset, id: string): string {
  const at = id.indexOf(':');
  const [kind, of] = at < 0 ? [id, ''] : [id.slice(0, at), id.slice(at + 1)];
  if (ROADS.has(kind)) return t(`lever.${kind}` as WordKey, { road: t(`lever.road.${of}` as WordKey) });
  if (kind === 'lengths') return t('lever.lengths', { way: of });
  if (kind === 'radius') {
    const place = [...data.zones, ...data.plants].find((one) => one.id === of);
    const node = data.nodes.find(({ id: own }) => `@${own}` === of);
    const name = node === undefined ? of : nameOf({ name: node.nameEn, nameZh: node.nameZh });
    return t('lever.radius', { place: place === undefined ? name : nameOf(place) });
  }
  if (kind === 'tag') {
    const supplier = data.suppliers.find((one) => one.id === of);
    return t('lever.tag', { supplier: supplier === undefined ? of : nameOf(supplier) });
  }
  return t(`lever.${kind}` as WordKey);
}

/** Levers weaker than this are not named. */
const LEAST_STRENGTH = 0.2;
const NAMED = 3;

/** How sure the answer is with the road built, and what it hangs on. */
export function sayConfidence(data: Dataset, document: ConfidenceDocument): string {
  const side = document.scenarios.at(-1);
  if (side === undefined) return '';
  const groups = data.header.groups.map(({ id }) => {
    const own = document.pairs.filter((one) => one.scenario === side.id && one.group === id);
    const count = (verdict: string): number => own.filter((one) => one.verdict === verdict).length;
    const [holds, fails, open] = [count('holds'), count('fails'), count('cannot-tell')];
    return t('confidence.group', { group: groupName(data, id), holds, fails, open });
  });
  const sentence = t('confidence.sentence', {
    draws: document.draws,
    scenario: scenarioName(data, side.id),
    suppliers: tn('confidence.suppliers', document.origins.length),
    T: number(document.cutoffS / 60, 1),
    groups: groups.join('; '),
  });
  const levers = document.levers
    .filter(({ rankCorrelation }) => Math.abs(rankCorrelation) >= LEAST_STRENGTH)
    .slice(0, NAMED)
    .map(({ dimension }) => leverName(data, dimension));
  return levers.length === 0 ? sentence : `${sentence} ${t('confidence.hangs', { list: levers.join('; ') })}`;
}

/** A verdict of the flowchart, or a directed pair of makers. */
export function verdictName(data: Dataset, id: string): string {
  if (id === 'belt' || id === 'independence') return t(`confidence.${id}`);
  const [from = '', to = ''] = id.replace(/^pair:/, '').split('-');
  return `${groupName(data, from)} → ${groupName(data, to)}`;
}

const SHOWN: ReadonlySet<string> = new Set(['belt', 'independence']);

/** What the answer with the road built would be, had a section of the loop not been open. */
export function saySwitch(data: Dataset, { section, title, rows }: SensitivitySwitch): string {
  const row = rows.at(-1);
  if (row === undefined) return '';
  const known = data.sections.find(({ id }) => id === section);
  const name = known === undefined ? title : nameOf({ name: known.titleEn, nameZh: known.titleZh });
  const { open, notOpen } = row;
  const turned = Object.keys(open.verdicts)
    .filter((id) => open.verdicts[id] !== notOpen.verdicts[id])
    .toSorted((a, b) => Number(SHOWN.has(b)) - Number(SHOWN.has(a)))
    .map((id) => verdictName(data, id));
  if (turned.length === 0 && open.share === notOpen.share)
    return t('confidence.switchSame', { section: name });
  const says = t('confidence.switch', {
    section: name,
    share: percent(notOpen.share),
    now: percent(open.share),
  });
  return turned.length === 0 ? says : `${says} ${t('confidence.turns', { list: turned.join('; ') })}`;
}

/** Where one parameter turns a verdict over. */
export function sayFlip(data: Dataset, { verdict, scenario, holds, parameter, flipAt, value }: Flip): string {
  return t(holds ? 'confidence.flipFails' : 'confidence.flipHolds', {
    verdict: verdictName(data, verdict),
    scenario: scenarioName(data, scenario),
    parameter: leverName(data, parameter),
    at: number(flipAt, 4),
    now: number(value, 4),
  });
}
