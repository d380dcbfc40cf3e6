/**
 * Names of places, groups, scenarios and roads in the reader's language. English and Chinese names are the data's
 * own; Japanese ones stand in the dictionary, because the data carry none.
 */
import type { Dataset } from '../../src/index.ts';
import { findFile } from '../state/own-scenarios.ts';
import { spoken, t } from './index.ts';

interface Named {
  readonly name: string;
  readonly nameZh?: string | null;
}

/** The name a reader of the language knows: Chinese names for Chinese, else the romanised one. */
export function nameOf({ name, nameZh }: Named): string {
  return spoken.value?.language === 'zh' ? (nameZh ?? name) : name;
}

/** The dictionary's name of a thing of the data, or undefined: users' own data have ids that it does not know. */
function fromWords(kind: string, id: string): string | undefined {
  const words: Readonly<Record<string, string>> | undefined = spoken.value?.words;
  const key = `names.${kind}.${id}`;
  return words !== undefined && Object.hasOwn(words, key) ? words[key] : undefined;
}

/** The data's own name in English and Chinese, the dictionary's in Japanese. */
function named(kind: string, id: string, own: Named | undefined): string {
  const word = spoken.value?.language === 'ja' || own === undefined ? fromWords(kind, id) : undefined;
  return word ?? (own === undefined ? id : nameOf(own));
}

function findNamed<T extends Named & { readonly id: string }>(list: readonly T[], id: string): T | undefined {
  return list.find((one) => one.id === id);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Formatters by language and form: making one takes a hundred times as long as using it. */
const made = new Map<string, Intl.DateTimeFormat>();

function formatDay(day: string, form: 'day' | 'month'): string {
  const language = spoken.value?.language ?? 'en';
  const key = `${language} ${form}`;
  const month = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  const options = form === 'day' ? ({ ...month, day: 'numeric' } as const) : month;
  const format = made.get(key) ?? new Intl.DateTimeFormat(language, options);
  made.set(key, format);
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** A day in the reader's language; a text that is no whole day stays as it is. */
export function dayText(day: string): string {
  return DAY.test(day) ? formatDay(day, 'day') : day;
}

/** The month of a day in the reader's language. */
export function monthText(day: string): string {
  return formatDay(day, 'month');
}

/** Title of a scenario: its own, or the day it stands for. */
export function scenarioName(dataset: Dataset, id: string): string {
  const own = findFile(id);
  if (own !== undefined) return nameOf({ name: own.title, nameZh: own.titleZh ?? own.title });
  const scenario = dataset.scenarios.find((one) => one.id === id);
  if (scenario === undefined) return DAY.test(id) ? t('names.network', { day: dayText(id) }) : id;
  return named('scenario', id, { name: scenario.title, nameZh: scenario.titleZh });
}

/** Title of a named pair of scenarios. */
export function contrastName(dataset: Dataset, id: string): string {
  const own = dataset.header.contrasts.find((one) => one.id === id);
  return spoken.value?.language === 'en'
    ? (own?.title ?? id)
    : (fromWords('contrast', id) ?? own?.title ?? id);
}

/** Name of an assembler group. */
export function groupName(dataset: Dataset, id: string): string {
  return named('group', id, findNamed(dataset.header.groups, id));
}

/** Name of a district; empty where there is none. */
export function districtName(dataset: Dataset, id: string | null): string {
  return id === null ? '' : named('district', id, findNamed(dataset.header.districts, id));
}

/** Name of a vehicle class. */
export function vehicleName(dataset: Dataset, id: string): string {
  return named('vehicle', id, findNamed(dataset.vehicleClasses, id));
}

/** Name of a traffic state. */
export function trafficName(dataset: Dataset, id: string): string {
  return named('traffic', id, findNamed(dataset.trafficStates, id));
}

/** Short name of a belt section, else the title of the data. */
export function sectionName(dataset: Dataset, id: string): string {
  const section = dataset.sections.find((one) => one.id === id);
  const own = section === undefined ? undefined : { name: section.titleEn, nameZh: section.titleZh };
  return fromWords('section', id) ?? (own === undefined ? id : nameOf(own));
}
