/** Names of places, groups, scenarios and roads in the reader's language, from the data's own names. */
import type { Dataset } from '../../src/index.ts';
import { spoken } from './index.ts';

interface Named {
  readonly name: string;
  readonly nameZh?: string | null;
}

/** The name a reader of the language knows: Chinese names for Chinese, else the romanised one. */
export function nameOf({ name, nameZh }: Named): string {
  return spoken.value?.language === 'zh' ? (nameZh ?? name) : name;
}

/** Title of a scenario: its own, or the day it stands for. */
export function scenarioName(dataset: Dataset, id: string): string {
  const scenario = dataset.scenarios.find((one) => one.id === id);
  if (scenario === undefined) return id;
  return spoken.value?.language === 'zh' ? scenario.titleZh : scenario.title;
}

/** Name of an assembler group. */
export function groupName(dataset: Dataset, id: string): string {
  const group = dataset.header.groups.find((one) => one.id === id);
  return group === undefined ? id : nameOf(group);
}
