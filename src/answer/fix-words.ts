/** A target and its readings in words, made of the rows beside them. */
import type { FixDocument, FixReading, FixShare, FixSpeed, FixTarget } from '../model/fix.ts';
import { M_PER_KM, SECONDS_PER_MINUTE, toMinutesText } from '../units.ts';
import type { FixQuestion } from './fix-question.ts';

const SHARES: Readonly<Record<FixShare, string>> = {
  iOut: 'suppliers with a keiretsu reach a maker outside it',
  iOutAll: 'suppliers with a keiretsu reach every maker outside it',
  i2: 'suppliers reach at least two makers',
  passes: 'pairs of a supplier and a maker are',
};

/** A share as a percentage with as many places as it has, up to two. */
function toPercent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}

function toGroupName({ question }: FixQuestion, id: string): string {
  return question.dataset.header.groups.find((group) => group.id === id)?.name ?? id;
}

function toPlantText({ question }: FixQuestion, id: string): string {
  const group = question.groups.find((one) => one.group === id);
  const choice = group?.choice ?? 'any';
  return choice === 'any' || choice === 'every' ? `${choice} plant` : choice;
}

function toTargetText(fix: FixQuestion, target: FixTarget): string {
  const name = fix.origins[0]?.name ?? '';
  switch (target.kind) {
    case 'pair': {
      const { groups, destinations } = fix.question;
      const isGroup = groups.some(({ group }) => group === target.destination);
      const to = isGroup
        ? `${toGroupName(fix, target.destination)} (${toPlantText(fix, target.destination)})`
        : (destinations[0]?.name ?? target.destination);
      return `${name} → ${to}`;
    }
    case 'origin': {
      const own = fix.origins[0]?.group ?? null;
      const other = own === null ? 'some maker' : `a maker other than ${toGroupName(fix, own)}`;
      return `${name} → ${target.reach === 'all' ? 'every maker' : other}`;
    }
    case 'group':
      return `at least ${toPercent(target.level)} of ${fix.origins.length} suppliers reach ${toGroupName(fix, target.group)}`;
    case 'share':
      return `at least ${toPercent(target.level)} of ${SHARES[target.measure]}`;
  }
}

/** What is asked: the target with its cutoff. */
export function toFixTitle(fix: FixQuestion): string {
  return `${toTargetText(fix, fix.target)} within ${toMinutes(fix.question.cutoffS)} min`;
}

const toMinutes = (timeS: number): string => String(Number((timeS / SECONDS_PER_MINUTE).toFixed(2)));

/**
 * A reading as it stands in a table: minutes with so many decimals, or how many of how many.
 *
 * @example
 * const reading = { holds: true, timeS: 3534, share: null, passing: null, of: null };
 * toReadingText(reading, 2); // → '58.90 min'
 * toReadingText({ ...reading, timeS: null, share: 0.5, passing: 13, of: 26 }, 2); // → '13 of 26'
 */
export function toReadingText({ timeS, share, passing, of }: FixReading, places = 1): string {
  if (share !== null) return `${passing ?? 0} of ${of ?? 0}`;
  return timeS === null ? 'no way' : `${(timeS / SECONDS_PER_MINUTE).toFixed(places)} min`;
}

type Body = Omit<FixDocument, 'sentence' | 'command'>;

function toNowText({ now, margin, cutoffS }: Body): string {
  const { holds, share } = now;
  if (margin === null) return 'There is no way now.';
  if (share !== null) {
    const points = Number((Math.abs(margin) * 100).toFixed(1));
    const by = margin === 0 ? 'exactly that' : `${points} points ${holds ? 'more than' : 'short'}`;
    return `Now ${toReadingText(now)}: ${by}${holds && margin > 0 ? ' needed' : ''}.`;
  }
  const by = `${toMinutesText(Math.abs(margin))} min ${holds ? 'within' : 'beyond'}`;
  return `Now ${toReadingText(now)}: ${by} the ${toMinutes(cutoffS)}.`;
}

const toKmh = (kmh: number): string => String(Number(kmh.toFixed(2)));

const isLawful = ({ law }: FixSpeed): boolean => law !== 'unlawful';

/** A road, or one of its links. */
const toRoadText = ({ kind, nameEn }: FixSpeed): string =>
  kind === 'link' ? `one link of ${nameEn}` : nameEn;

function toSpeedText(one: FixSpeed): string {
  const how = one.sign === null ? 'which no sign brings about' : `sign ${one.sign.postedKmh}`;
  return `${toRoadText(one)} driven at ${toKmh(one.kmh)} km/h (${how})`;
}

function listRemedies({ roads, links, sections, newLink }: Body): readonly string[] {
  const speeds = [roads, links].flatMap((part) => part?.found.find(isLawful) ?? []);
  const set = sections?.found ?? null;
  const link = newLink?.found ?? null;
  return [
    ...speeds.map(toSpeedText),
    ...(set === null ? [] : [`opening ${set.ids.join(' and ')} (${toKm(set.lengthM)} km)`]),
    ...(link === null
      ? []
      : [`a new road of ${toKm(link.lengthM)} km from ${link.from.nameEn} to ${link.to.nameEn}`]),
  ];
}

/** No lawful speed, and what the least one would be. */
function toSpeedFailure(what: string, found: readonly FixSpeed[]): readonly string[] {
  if (found.some(isLawful)) return [];
  const [least] = found;
  if (least === undefined) return [`no speed of one ${what}`];
  const { kmh, legalKmh } = least;
  return [
    `no lawful speed of one ${what} (${toRoadText(least)} at ${toKmh(kmh)} km/h would need an unlawful speed: ${toKmh(legalKmh)} is allowed)`,
  ];
}

const toKm = (lengthM: number): string => (lengthM / M_PER_KM).toFixed(1);

function listFailures({ roads, links, sections, newLink }: Body): readonly string[] {
  return [
    ...(roads === null ? [] : toSpeedFailure('road', roads.found)),
    ...(links === null ? [] : toSpeedFailure('link', links.found)),
    ...(sections !== null && sections.found === null
      ? [sections.candidates.length === 0 ? 'no candidate section' : 'not all candidate sections together']
      : []),
    ...(newLink !== null && newLink.found === null
      ? [`no new road of up to ${toKmh(newLink.inputs.budgetKm.value)} km`]
      : []),
  ];
}

/** What is so now, what would make it hold, and what would not. */
export function toFixSentence(body: Body): string {
  const now = toNowText(body);
  if (body.now.holds) return `It holds already. ${now}`;
  const [remedies, failures] = [listRemedies(body), listFailures(body)];
  const would =
    remedies.length === 0
      ? 'Nothing that was tried makes it hold'
      : `It would hold with ${remedies.join('; or ')}`;
  const not =
    failures.length === 0
      ? ''
      : remedies.length === 0
        ? `: ${failures.join(', ')}`
        : `. What does not do: ${failures.join(', ')}`;
  return `${now} ${would}${not}.`;
}
