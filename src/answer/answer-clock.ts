/** The clock of a setting as answers say it. */
import type { AnswerClock } from '../model/answer.ts';
import type { Setting } from '../network/setting.ts';
import { MS_PER_SECOND } from '../units.ts';

/** Profile and moment in seconds after midnight; null without a clock. */
export function toAnswerClock({ clock }: Pick<Setting, 'clock'>): AnswerClock | null {
  if (clock === null) return null;
  const { profile, moment } = clock;
  const departS = 'departMs' in moment ? moment.departMs / MS_PER_SECOND : null;
  const arriveByS = 'arriveByMs' in moment ? moment.arriveByMs / MS_PER_SECOND : null;
  return { profile: profile.id, departS, arriveByS };
}
