/** The form of each kind of modification of a scenario. Whether its ids exist is for the roads it is applied to. */
import * as z from 'zod';

import { FACILITIES } from '../model/road.ts';
import { MODIFICATION_KINDS, type Modification } from '../model/scenario.ts';
import {
  date,
  exactly,
  filledList,
  flag,
  id,
  idList,
  list,
  lonLat,
  numberIn,
  oneOf,
  record,
  text,
  wholeIn,
} from './fields.ts';

/** What every row of a list of modifications may say. */
const row = {
  label: text('what the user calls it').exactOptional(),
  off: z.literal(true, 'true, or no such key').describe('switched off: it does nothing').exactOptional(),
};

const area = record('an area', {
  ring: filledList('points of the ring, the last joined to the first', lonLat),
  rule: oneOf('which roads', ['within', 'touching']),
});

/** A road of a data set has an id; one of an imported network is called as its map calls it. */
const call = text('a road');

const targets = {
  highways: idList(
    'ids of highways; of an imported network names, numbers, or highway=class',
    call,
    1,
  ).exactOptional(),
  sections: idList('ids of sections; of an imported network as highways', call, 1).exactOptional(),
  links: idList('ids of links as drawn; of an imported network ways', id('a link'), 1).exactOptional(),
  facilities: filledList('facilities', oneOf('facility', FACILITIES)).exactOptional(),
  area: area.exactOptional(),
};

const signs = {
  postedKmh: numberIn('km/h of the sign', 5, 120),
  lanesPerDirection: wholeIn('lanes per direction', 1, 12).exactOptional(),
  tariff: id('a tariff').nullable().exactOptional(),
};

const close = record('a modification that closes roads', { kind: exactly('close'), ...targets, ...row });

const change = record('a modification that changes signs, lanes or tolls', {
  kind: exactly('change'),
  ...targets,
  ...signs,
  postedKmh: signs.postedKmh.exactOptional(),
  ...row,
});

const setDates = record('a modification that sets dates', {
  kind: exactly('set-dates'),
  sections: idList('ids of sections; of an imported network as highways', call, 1),
  opened: date('when it opens').nullable(),
  closed: date('when it closes').nullable(),
  ...row,
});

const setSpeedFactor = record('a modification that slows roads', {
  kind: exactly('set-speed-factor'),
  ...targets,
  factor: numberIn('part of the driven speed', 0.01, 1),
  ...row,
});

const interchange = record('an interchange', {
  vertex: wholeIn('vertex of the line, counted from 0', 0, 9999),
  node: id('a node').exactOptional(),
  link: id('a link as drawn').exactOptional(),
  share: numberIn('share of the drawn length of the link', 0, 1).exactOptional(),
  newNode: id('a node of its own').exactOptional(),
});

const build = record('a modification that builds a road', {
  kind: exactly('build'),
  id: id('id of the road'),
  title: text('name of the road'),
  line: list('points of the line', lonLat).max(2000, 'at most 2000 points'),
  facility: oneOf('facility', FACILITIES),
  ...signs,
  oneWay: flag('along the line only').exactOptional(),
  accessible: flag('sites may join it').exactOptional(),
  signals: numberIn('signals on the whole of it', 0, 1000).exactOptional(),
  opened: date('when it opens').nullable().exactOptional(),
  closed: date('when it closes').nullable().exactOptional(),
  interchanges: list('where it meets the network', interchange).max(200, 'at most 200 interchanges'),
  ...row,
});

const addPlant = record('a modification that adds a plant', {
  kind: exactly('add-plant'),
  id: id('id of the plant'),
  title: text('name of the plant'),
  group: id('an assembler group'),
  at: lonLat,
  ...row,
});

const movePlant = record('a modification that moves a plant', {
  kind: exactly('move-plant'),
  plant: id('a plant'),
  at: lonLat,
  ...row,
});

const addSupplier = record('a modification that adds a supplier', {
  kind: exactly('add-supplier'),
  id: id('id of the supplier'),
  title: text('name of the supplier'),
  keiretsu: id('an assembler group').nullable(),
  tier: z.union([z.literal(1), z.literal(2)], 'tier 1 or 2').describe('tier 1 or 2'),
  at: lonLat,
  ...row,
});

/** One modification. */
export const modification = z.union(
  [build, close, change, setDates, setSpeedFactor, addPlant, movePlant, addSupplier],
  `a modification of kind ${MODIFICATION_KINDS.join(', ')}`,
) satisfies z.ZodType<Modification>;
