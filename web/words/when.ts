/** When is driven, in words: the hour of the day where one is asked for, else the traffic state. */
import type { AnswerClock, Dataset } from '../../src/index.ts';
import { toClockText, type Choice } from '../state/choice.ts';
import { t } from './index.ts';
import { trafficName } from './names.ts';

/** The hour that an answer is of. */
export function clockText({ departS, arriveByS }: Pick<AnswerClock, 'departS' | 'arriveByS'>): string {
  if (departS !== null) return t('answer.leaving', { time: toClockText(departS) });
  return t('answer.arriving', { time: toClockText(arriveByS ?? 0) });
}

export function whenText(data: Dataset, { departS, arriveByS, traffic }: Choice): string {
  const isByHour = departS !== null || arriveByS !== null;
  return isByHour ? clockText({ departS, arriveByS }) : trafficName(data, traffic);
}
