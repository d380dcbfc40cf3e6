/** How many suppliers reach each group, with and without: counts of our records, by supplier and by site. */
import type { AnswerOrigin } from '../../model/answer.ts';
import { heading, paragraph, table, type Block, type CellText } from '../block.ts';
import { toCutoffText, toTitleText } from '../format.ts';
import type { View } from '../view.ts';

/** Suppliers that pass strictly, that pass with the tolerance, and the sites of the first. */
interface Count {
  readonly strict: number;
  readonly tolerant: number;
  readonly sites: number;
}

type Passes = (origin: AnswerOrigin, tolerant: boolean) => boolean;

/** The section: one row a group, then all groups, then a group other than the own one. */
export function toCountBlocks(view: View): readonly Block[] {
  if (view.suppliers.length === 0) return [];
  const { analysis, columns } = view;
  const [cutoff, about] = [analysis.cutoffS, analysis.cutoffS + analysis.toleranceS].map(toCutoffText);
  const tagged = view.suppliers.filter(({ group, tier }) => group !== null && tier === 1).length;
  const ownOut = `a group not their own (of ${tagged})`;
  const rows: readonly (readonly CellText[])[] = [
    ...view.groups.map((group) => toRow(view, toGroupTitle(view, group), reachesGroup(view, group))),
    ...(view.groups.length < 2
      ? []
      : [toRow(view, 'all of them', reachesAll(view)), toRow(view, ownOut, reachesOther(view))]),
  ];
  return [
    heading(`Suppliers within ${cutoff} min (within ${about}: "about an hour")`),
    paragraph(toPopulationText(view)),
    table(['reach', ...columns.map(({ id }) => id)], rows),
    paragraph(
      'Suppliers within the cutoff (with the tolerance) / sites within the cutoff; not their own: tier-1 suppliers with a keiretsu.',
      'quiet',
    ),
  ];
}

/** Count of suppliers for which a condition holds. */
function countSuppliers(view: View, passes: Passes): Count {
  const strict = view.suppliers.filter((origin) => passes(origin, false));
  return {
    strict: strict.length,
    tolerant: view.suppliers.filter((origin) => passes(origin, true)).length,
    sites: new Set(strict.map(({ site }) => site)).size,
  };
}

function toGroupTitle({ analysis }: View, group: string): string {
  const choice = analysis.groupChoice[group] ?? 'any';
  return `${toTitleText(group)} (${choice === 'any' ? 'any plant' : choice})`;
}

function toRow(view: View, title: string, passesIn: (scenario: string) => Passes): readonly CellText[] {
  const counts = view.columns.map(({ id }) => countSuppliers(view, passesIn(id)));
  return [title, ...counts.map(({ strict, tolerant, sites }) => `${strict} (${tolerant}) / ${sites}`)];
}

function passesOne(view: View, scenario: string, origin: string, group: string, tolerant: boolean): boolean {
  const verdict = view.findGroup(scenario, origin, group)?.verdict;
  return verdict === 'strict' || (tolerant && verdict === 'tolerant');
}

const reachesGroup =
  (view: View, group: string) =>
  (scenario: string): Passes =>
  ({ id }, tolerant) =>
    passesOne(view, scenario, id, group, tolerant);

const reachesAll =
  (view: View) =>
  (scenario: string): Passes =>
  ({ id }, tolerant) =>
    view.groups.every((group) => passesOne(view, scenario, id, group, tolerant));

const reachesOther =
  (view: View) =>
  (scenario: string): Passes =>
  ({ id, group: own, tier }, tolerant) =>
    own !== null &&
    tier === 1 &&
    view.groups.some((group) => group !== own && passesOne(view, scenario, id, group, tolerant));

function toPopulationText({ analysis }: View): string {
  const { placed, sites, unplaced, paper } = analysis.population;
  const records = `${placed} placed supplier${placed === 1 ? '' : 's'} at ${sites} site${sites === 1 ? '' : 's'}`;
  const missing =
    unplaced.length === 0 ? '' : `; ${unplaced.length} more have no known site and are not placed`;
  const beside = paper === null ? '' : ` The paper speaks of ${paper}: ours is not a sample.`;
  return `${records}${missing}.${beside}`;
}
