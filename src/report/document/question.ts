/** The question of a report in one sentence. */
import type { Analysis } from '../../model/answer.ts';
import { toClockText, toCutoffText, toTitleText, toTrafficText } from '../format.ts';
import type { View } from '../view.ts';

/** `['a', 'b', 'c']` → `a, b and c`. */
function toEnumeration(words: readonly string[]): string {
  const [last = '', ...others] = words.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
}

function toAsked({ suppliers, analysis }: View): string {
  const many = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
  const { placed, sites } = analysis.population;
  return suppliers.length > 0
    ? `${many(placed, 'placed supplier')} at ${many(sites, 'site')}`
    : many(analysis.origins.length, 'place');
}

/** How trips are made: `By car in free flow`. */
function toManner({ vehicleClass, traffic, clock }: Analysis): string {
  const when = clock === null ? `in ${toTrafficText(traffic)}` : toClockText(clock);
  return `By ${vehicleClass.replaceAll('-', ' ')} ${when}`;
}

/** The question that an analysis answers. */
export function toQuestionSentence(view: View): string {
  const { analysis, base, build, groups } = view;
  const makers = toEnumeration(groups.map(toTitleText));
  const where =
    base.id === build.id
      ? `in “${base.title}”`
      : `in “${build.title}” that would not in “${base.title}”, and which would anyway`;
  return `${toManner(analysis)}, which of ${toAsked(view)} reach ${makers} within ${toCutoffText(analysis.cutoffS)} minutes ${where}?`;
}
