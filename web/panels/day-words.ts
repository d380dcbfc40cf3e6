/** A trip over the day in words. */
import type { DayPair } from '../../src/index.ts';
import { toClockText } from '../state/choice.ts';
import { minutes, number } from '../words/format.ts';
import { spoken, t } from '../words/index.ts';

const HOURS_PER_DAY = 24;

/** A full hour: 07:00. */
export function hourText(hour: number): string {
  return toClockText(hour * 3600);
}

/** Hours of departure with neighbours joined: "00:00–06:00 and 10:00". */
function toHourSpans(hours: readonly number[]): string {
  const spans: [from: number, to: number][] = [];
  for (const hour of hours) {
    const last = spans.at(-1);
    if (last?.[1] === hour - 1) last[1] = hour;
    else spans.push([hour, hour]);
  }
  const texts = spans.map(([from, to]) =>
    from === to ? hourText(from) : `${hourText(from)}–${hourText(to)}`,
  );
  return new Intl.ListFormat(spoken.value?.language ?? 'en', { type: 'conjunction' }).format(texts);
}

/** Which hours of departure keep the limit. */
export function sayHolds({ best, holdsAt }: DayPair, cutoffS: number): string {
  if (best === null) return '';
  const T = number(cutoffS / 60, 1);
  if (holdsAt.length === HOURS_PER_DAY) return t('day.holdsAll', { T });
  return holdsAt.length === 0
    ? t('day.holdsNone', { T })
    : t('day.holdsAt', { T, hours: toHourSpans(holdsAt) });
}

/** Best, typical and worst hour. */
export function sayDay({ best, worst, typicalS }: DayPair): string {
  if (best === null || worst === null) return t('day.noWay');
  if (best.timeS === worst.timeS) return t('day.steady', { best: minutes(best.timeS) });
  return t('day.side', {
    ...{ best: minutes(best.timeS), bestAt: hourText(best.hour), typical: minutes(typicalS) },
    ...{ worst: minutes(worst.timeS), worstAt: hourText(worst.hour) },
  });
}
