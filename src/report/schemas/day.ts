/** The form of `beltway/day@1`. */
import * as z from 'zod';
import type { DayDocument } from '../../model/day-answer.ts';
import * as f from './fields.ts';

const hour = z.int().min(0).max(23).describe('hour of departure');
const moment = f.row({ hour, timeS: f.seconds }).nullable();

export const day = f.row({
  schema: f.version('beltway/day@1'),
  data: f.data,
  profile: f.row({
    id: f.id,
    name: f.text('name'),
    nameZh: f.text('Chinese name'),
    note: f.textOrNull('note'),
  }),
  vehicleClass: f.vehicleClass,
  cutoffS: f.seconds.describe('seconds, inclusive'),
  bans: f.ids('bans in force for the vehicle'),
  scenarios: f.list(
    'scenarios',
    f.row({ id: f.id, title: f.text('title'), role: z.enum(['base', 'build']) }),
  ),
  origins: f.list('places trips begin at', f.row({ id: f.id, name: f.text('name'), site: f.id })),
  pairs: f.list(
    'trips by scenario, origin and destination',
    f.row({
      scenario: f.scenario,
      origin: f.id,
      destination: f.text('group or place'),
      hours: f.list(
        'by hour of departure',
        f.row({
          hour,
          timeS: f.secondsOrNull,
          lowS: f.secondsOrNull.describe('every parameter and factor at its favourable end'),
          highS: f.secondsOrNull.describe('and at its unfavourable end'),
          waitS: f.seconds.describe('waiting before banned roads, part of the time'),
          plant: f.textOrNull('place the trip ends at'),
        }),
      ),
      best: moment,
      worst: moment,
      typicalS: f.secondsOrNull.describe('twelfth of the twenty-four times in order'),
      holdsAt: z.array(hour).describe('hours that keep the cutoff'),
    }),
  ),
  sentence: f.text('the day in one sentence'),
  command: f.text('gives this answer again'),
}) satisfies z.ZodType<DayDocument>;
