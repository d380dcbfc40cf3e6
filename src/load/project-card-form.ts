/** The form of a ProjectCard: the part of its vocabulary that a scenario can say. */
import * as z from 'zod';

import { FACILITY_TYPES } from '../model/facility-types.ts';
import { id, list, lonLat, numberIn, text, wholeIn } from './fields.ts';

const number = wholeIn('number of a record', 1, 100_000_000);

const cardLinks = z
  .strictObject({
    model_link_id: list('numbers of links', number).exactOptional(),
    name: list('names of roads', text('name')).exactOptional(),
    ref: list('numbers of roads', text('number')).exactOptional(),
    all: z.unknown().exactOptional(),
  })
  .describe('which links');

const cardNode = z.looseObject({
  model_node_id: number,
  X: numberIn('longitude', -180, 180),
  Y: numberIn('latitude', -90, 90),
});

const cardLink = z.looseObject({
  A: number,
  B: number,
  model_link_id: number,
  name: text('name of the road'),
  roadway: z.enum(
    Object.values(FACILITY_TYPES),
    `roadway: one of ${Object.values(FACILITY_TYPES).join(', ')}`,
  ),
  lanes: wholeIn('lanes', 1, 12),
  postedKmh: numberIn('km/h of the sign, which a scenario has to know', 5, 120),
  tariff: id('a tariff').nullable().exactOptional(),
  line: list('drawn line from A to B', lonLat).exactOptional(),
});

const set = z.looseObject({
  set: z.union([z.number(), z.string(), z.null()], 'the value that it is set to'),
});

const change = z.strictObject(
  {
    roadway_deletion: z.looseObject({ links: cardLinks }).exactOptional(),
    roadway_addition: z
      .strictObject({
        nodes: list('nodes', cardNode).exactOptional(),
        links: list('links', cardLink).exactOptional(),
      })
      .exactOptional(),
    roadway_property_change: z
      .strictObject({
        facility: z.looseObject({ links: cardLinks }),
        property_changes: z.record(z.string(), set),
      })
      .exactOptional(),
  },
  'a roadway_deletion, roadway_addition or roadway_property_change',
);
export type Change = z.output<typeof change>;

const others = list('names of projects', text('name of a project')).exactOptional();

export const card = z.looseObject({
  project: text('name of the project'),
  dependencies: z
    .looseObject({ prerequisites: others, corequisites: others, conflicts: others })
    .exactOptional(),
  tags: list('tags', text('tag')).exactOptional(),
  notes: text('notes').exactOptional(),
  changes: list('changes', change).max(500, 'at most 500 changes').exactOptional(),
  ...change.shape,
});
export type Card = z.output<typeof card>;
