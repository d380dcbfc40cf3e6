/** A scenario as the answer shows it: which belt sections are open, and whether the loop is closed. */
import type { AnswerScenario } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Link, Section } from '../model/road.ts';
import type { Scenario } from '../model/scenario.ts';
import { applyScenario, type Roads } from '../scenario/apply.ts';
import { isOpenOn, toLastDay } from '../scenario/dates.ts';
import type { RoleScenario } from './question.ts';

/** By link, since links are the same objects from state to state. */
const STRETCHES = new WeakMap<Link, string>();

function toStretch(link: Link): string {
  const stretch = STRETCHES.get(link) ?? `${link.from}→${link.to}`;
  STRETCHES.set(link, stretch);
  return stretch;
}

/** Directed stretches of a main line: a gate that was rebuilt is two links of one stretch. */
function listStretches(links: readonly Link[]): ReadonlySet<string> {
  const stretches = new Set<string>();
  for (const link of links) if (link.facility !== 'ramp') stretches.add(toStretch(link));
  return stretches;
}

/** By links of every day, section by section: asked for in every scenario. */
const FIRST = new WeakMap<Dataset['links'], Map<Section, ReadonlySet<string>>>();

/** Stretches a section began with; what was added later does not make it less open. */
function listFirstStretches(dataset: Dataset, section: Section): ReadonlySet<string> {
  const bySection = FIRST.get(dataset.links) ?? new Map<Section, ReadonlySet<string>>();
  FIRST.set(dataset.links, bySection);
  const stretches = bySection.get(section) ?? makeFirstStretches(dataset, section);
  bySection.set(section, stretches);
  return stretches;
}

function makeFirstStretches(dataset: Dataset, { id, opened }: Section): ReadonlySet<string> {
  const links = dataset.links.filter(({ section }) => section === id);
  if (opened === null) return listStretches(links);
  return listStretches(links.filter((link) => isOpenOn(link.opened, link.closed, toLastDay(opened))));
}

/** By roads, which are of one data set but for places. */
const OPEN = new WeakMap<Roads, ReadonlySet<string>>();

/** Ids of the sections whose main line is open from end to end. */
function listOpenSections(dataset: Dataset, roads: Roads): ReadonlySet<string> {
  const sections = OPEN.get(roads) ?? findOpenSections(dataset, roads);
  OPEN.set(roads, sections);
  return sections;
}

function findOpenSections(dataset: Dataset, { links }: Roads): ReadonlySet<string> {
  const open = listStretches(links);
  const { belt } = dataset.header;
  const asked = dataset.sections.filter(({ id }) => [...belt.sections, ...belt.closing].includes(id));
  const isOpen = (section: Section): boolean => {
    const first = [...listFirstStretches(dataset, section)];
    return first.length > 0 && first.every((stretch) => open.has(stretch));
  };
  return new Set(asked.filter(isOpen).map(({ id }) => id));
}

/** Neither of the data set nor a day as it was: nobody else could know what it says. */
function isOwn(dataset: Dataset, scenario: Scenario): boolean {
  const isDay = scenario.modifications.length === 0 && scenario.id === scenario.date;
  return !isDay && !dataset.scenarios.includes(scenario);
}

/** Describes one scenario of a question. */
export function describeScenario(dataset: Dataset, { scenario, role }: RoleScenario): AnswerScenario {
  const { belt } = dataset.header;
  const open = listOpenSections(dataset, applyScenario(dataset, scenario).roads);
  const beltSections = belt.sections.filter((section) => open.has(section));
  const closed = belt.closing.every((section) => open.has(section));
  const { id, title, date } = scenario;
  return {
    id,
    title,
    date,
    role,
    beltSections,
    loopClosed: closed && beltSections.length === belt.sections.length,
    ...(isOwn(dataset, scenario) ? { own: scenario } : {}),
  };
}
