/** When is driven, in words: the hour of the day where one is asked for, else the traffic state. */
import type { Dataset } from '../../src/index.ts';
import { toClockText, type Choice } from '../state/choice.ts';
import { t } from './index.ts';
import { trafficName } from './names.ts';

export function whenText(data: Dataset, { departS, arriveByS, traffic }: Choice): string {
  if (departS !== null) return t('clock.leaving', { time: toClockText(departS) });
  if (arriveByS !== null) return t('clock.arriving', { time: toClockText(arriveByS) });
  return trafficName(data, traffic);
}
