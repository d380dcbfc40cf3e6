/** Text of the command line as values. Each reader throws InvalidArgumentError, which ends with code 2. */
import { InvalidArgumentError } from 'commander';
import { M_PER_KM, SECONDS_PER_MINUTE, type Plant } from '../index.ts';

const DECIMAL = /^\d+(?:\.\d+)?$/;

/** Minutes above 0 as seconds. */
export function readMinutes(text: string): number {
  const minutes = readNumber(text);
  if (minutes <= 0) throw new InvalidArgumentError('Minutes above 0 expected.');
  return minutes * SECONDS_PER_MINUTE;
}

/** Minutes above 0 separated by commas, as seconds. */
export function readMinutesList(text: string): readonly number[] {
  return text.split(',').map((word) => readMinutes(word.trim()));
}

/** Minutes, 0 or more, as seconds. */
export function readHandlingMinutes(text: string): number {
  return readNumber(text) * SECONDS_PER_MINUTE;
}

/** CNY an hour, above 0. */
export function readValueOfTime(text: string): number {
  const value = readNumber(text);
  if (value <= 0) throw new InvalidArgumentError('CNY an hour above 0 expected.');
  return value;
}

/** An amount of money, above 0. */
export function readAmount(text: string): number {
  const amount = readNumber(text);
  if (amount <= 0) throw new InvalidArgumentError('An amount of money above 0 expected.');
  return amount;
}

/** A share from 0 to 1. */
export function readShare(text: string): number {
  const share = readNumber(text);
  if (share > 1) throw new InvalidArgumentError('A share from 0 to 1 expected.');
  return share;
}

/** A whole number, 0 or more. */
export function readWhole(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('A whole number expected, e.g. 500.');
  return Number(text);
}

/** Of shards, pods and threads. */
const MOST_COUNT = 10_000;

/** A count from 1. */
export function readCount(text: string): number {
  const count = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= MOST_COUNT) return count;
  throw new InvalidArgumentError(`A whole number from 1 to ${MOST_COUNT} expected.`);
}

/** Ids separated by commas; a repeated option adds to the list. */
export function readIds(text: string, before: readonly string[] | undefined): readonly string[] {
  const ids = text.split(',').map((id) => id.trim());
  if (ids.includes('')) throw new InvalidArgumentError('Ids separated by commas expected.');
  return [...(before ?? []), ...ids];
}

function readNumber(text: string): number {
  if (!DECIMAL.test(text)) throw new InvalidArgumentError(`A decimal number expected, e.g. 60 or 62.5.`);
  return Number(text);
}

const NUMBER = /^\s*-?\d+(?:\.\d+)?\s*$/;

/** Words separated by commas, such as ids and names of files; a repeated option adds to the list. */
export function readWords(text: string, before: readonly string[] | true | undefined): readonly string[] {
  const words = text.split(',').map((word) => word.trim());
  if (words.includes('')) throw new InvalidArgumentError('Words separated by commas expected.');
  return [...(before === undefined || before === true ? [] : before), ...words];
}

/** A number above 0. */
export function readPositive(text: string): number {
  const value = readNumber(text);
  if (value <= 0) throw new InvalidArgumentError('A number above 0 expected.');
  return value;
}

/** Ids and `lon,lat` separated by commas or semicolons; a repeated option adds to the list. */
export function readPlaces(text: string, before: readonly string[] | undefined): readonly string[] {
  const places = [...(before ?? [])];
  for (const part of text.split(';')) {
    const words = part.split(',').map((word) => word.trim());
    for (let i = 0; i < words.length; i += 1) {
      const [word = '', next = ''] = [words[i], words[i + 1]];
      const isPoint = NUMBER.test(word) && NUMBER.test(next);
      if (isPoint) i += 1;
      if (word !== '') places.push(isPoint ? `${word},${next}` : word);
    }
  }
  if (places.length === 0) throw new InvalidArgumentError('Ids or lon,lat separated by commas expected.');
  return places;
}

const ASSIGNMENT = /^([^=]+)=(.+)$/;

/** `GROUP=CHOICE`, repeatable, as an object. */
export function readChoices(
  text: string,
  before: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> {
  const [, group, choice] = ASSIGNMENT.exec(text) ?? [];
  if (group === undefined || choice === undefined) {
    throw new InvalidArgumentError('GROUP=CHOICE expected, e.g. honda=every.');
  }
  return { ...before, [group]: choice };
}

const MEETING = /^([^=]+)=([^=]+)$/;

/** `NODE=ID`, repeatable; a node named again replaces what was said of it. */
export function readMeetings(
  text: string,
  before: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> {
  const [, node, met] = MEETING.exec(text) ?? [];
  if (node === undefined || met === undefined)
    throw new InvalidArgumentError('NODE=ID expected, e.g. LEPING=2080615866 or LEPING=101.2@0.4.');
  return { ...before, [node.trim()]: met.trim() };
}

const MOST_KM = 10;

/** Kilometres as metres. */
export function readKm(text: string): number {
  const km = readNumber(text);
  if (km > 0 && km <= MOST_KM) return km * M_PER_KM;
  throw new InvalidArgumentError(`Kilometres above 0 and at most ${MOST_KM} expected.`);
}

/**
 * A choice as the analysis reads it: `any`, `every`, a plant's id, or a word of the name or district of exactly
 * one plant of the group. Anything else is passed on, and refused there with the list of what there is.
 */
export function resolveChoice(plants: readonly Plant[], group: string, choice: string): string {
  const own = plants.filter((plant) => plant.group === group && plant.kind === 'vehicle');
  if (choice === 'any' || choice === 'every' || own.some(({ id }) => id === choice)) return choice;
  const word = choice.toLowerCase();
  const byName = own.filter(({ name }) =>
    name
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .includes(word),
  );
  const byDistrict = own.filter(({ district }) => district === word);
  const [only, ...more] = byName.length > 0 ? byName : byDistrict;
  return only === undefined || more.length > 0 ? choice : only.id;
}
