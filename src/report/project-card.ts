/** A scenario as a ProjectCard: roads that it adds, deletes and changes. What a card has no word for is told. */
import type { Dataset } from '../model/dataset.ts';
import {
  CARD_DATA,
  CARD_DIGITS,
  type CardChange,
  type CardLink,
  type CardNode,
  type ProjectCard,
} from '../model/project-card.ts';
import type { Link, RoadNode } from '../model/road.ts';
import type { ChangeModification, Modification, Scenario } from '../model/scenario.ts';
import { startDraft, toBuiltRecords, withRoads, type Draft } from '../scenario/draft.ts';
import { listDraftSteps } from '../scenario/modifications.ts';
import type { Step } from '../scenario/steps.ts';
import { numberRecords, type Numbers } from '../scenario/numbers.ts';
import { FACILITY_TYPES } from '../model/facility-types.ts';
import { toModificationText } from './scenario.ts';

export interface ExportedCard {
  readonly card: ProjectCard;
  /** Modifications that a card cannot say, in words. */
  readonly left: readonly string[];
}

function toNode({ id, at }: RoadNode, { nodes }: Numbers): CardNode {
  const modes = { drive_node: true, walk_node: false, bike_node: false, transit_node: false };
  return { model_node_id: nodes.get(id) ?? 0, X: at[0], Y: at[1], ...modes };
}

function toLink(link: Link, { nodes, links }: Numbers): CardLink {
  const { id, from, to, nameEn: name, facility, lanesPerDirection, postedKmh, tariff, geometry } = link;
  const access = {
    drive_access: true,
    walk_access: false,
    bike_access: false,
    bus_only: false,
    rail_only: false,
  };
  return {
    ...{ A: nodes.get(from) ?? 0, B: nodes.get(to) ?? 0, model_link_id: links.get(id) ?? 0, name },
    ...{ roadway: FACILITY_TYPES[facility], lanes: lanesPerDirection ?? 1, ...access },
    ...{ postedKmh: postedKmh ?? 0, tariff, line: geometry },
  };
}

function listNumbers(ids: Iterable<string>, { links }: Numbers): readonly number[] {
  return [...ids].map((id) => links.get(id) ?? 0).toSorted((a, b) => a - b);
}

function toPropertyChange(
  { postedKmh, lanesPerDirection, tariff }: ChangeModification,
  ids: readonly number[],
): CardChange {
  return {
    roadway_property_change: {
      facility: { links: { model_link_id: ids } },
      property_changes: {
        ...(postedKmh === undefined ? {} : { postedKmh: { set: postedKmh } }),
        ...(lanesPerDirection === undefined ? {} : { lanes: { set: lanesPerDirection } }),
        ...(tariff === undefined ? {} : { tariff: { set: tariff } }),
      },
    },
  };
}

/** What a modification is in a card; null where a card cannot say it. */
function toChange(
  modification: Modification,
  before: Draft,
  after: Draft,
  numbers: Numbers,
): CardChange | null {
  const known = new Map(before.links.map((link) => [link.id, link]));
  switch (modification.kind) {
    case 'close': {
      const left = new Set(after.links.map(({ id }) => id));
      const gone = before.links.filter(({ id }) => !left.has(id)).map(({ id }) => id);
      return { roadway_deletion: { links: { model_link_id: listNumbers(gone, numbers) } } };
    }
    case 'change': {
      const changed = after.links.filter((link) => known.get(link.id) !== link).map(({ id }) => id);
      return toPropertyChange(modification, listNumbers(changed, numbers));
    }
    case 'build': {
      // A road that meets another half-way would have to cut it, and one through plazas or dates to say so.
      const plain = modification.interchanges.every(({ link }) => link === undefined);
      if (!plain || (modification.tariff ?? null) !== null || (modification.opened ?? null) !== null)
        return null;
      const links = after.links.filter(({ id }) => !known.has(id)).map((link) => toLink(link, numbers));
      const nodes = after.built.nodes.slice(before.built.nodes.length).map((node) => toNode(node, numbers));
      return { roadway_addition: { nodes, links } };
    }
    case 'set-dates':
    case 'set-speed-factor':
    case 'add-plant':
    case 'move-plant':
    case 'add-supplier':
      return null;
  }
}

function walk(
  steps: readonly Step<Draft>[],
  numbers: Numbers,
): Omit<ExportedCard, 'card'> & {
  readonly changes: readonly CardChange[];
} {
  const changes: CardChange[] = [];
  const left: string[] = [];
  for (const { modification, before, after } of steps) {
    if (modification.off === true) continue;
    const change = toChange(modification, before, after, numbers);
    if (change === null) left.push(toModificationText(modification));
    else changes.push(change);
  }
  return { changes, left };
}

/** The card of a scenario that can be applied: all its modifications, those of what it stands on included. */
export function toProjectCard(dataset: Dataset, scenario: Scenario): ExportedCard {
  const { id, title, date, modifications, dependencies = {} } = scenario;
  const steps = listDraftSteps(dataset, modifications);
  const draft = steps.at(-1)?.after ?? startDraft(dataset);
  const numbers = numberRecords(dataset, withRoads(dataset, toBuiltRecords(draft)));
  const { changes, left } = walk(steps, numbers);
  const { prerequisites = [], corequisites = [], conflicts = [] } = dependencies;
  const notes = `${title}. Roads of ${date} in ${dataset.header.id}; numbers count the ids in order.`;
  return {
    card: {
      project: id,
      tags: ['beltway', CARD_DATA + dataset.digest.slice(0, CARD_DIGITS)],
      dependencies: { prerequisites, corequisites, conflicts },
      notes,
      changes,
    },
    left,
  };
}
