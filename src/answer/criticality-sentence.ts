/** Which closing loses most, in plain sentences made of the rows beside them. */
import type { CriticalityDocument, CriticalLink, CriticalSection, ClosingLoss } from '../model/value.ts';
import { joinWords, toAmountWords, toCountWords } from './value-words.ts';

type Body = Omit<CriticalityDocument, 'sentence' | 'command'>;

/** What the measure asked for loses, then the rest, as words. */
function toLossText(body: Body, loss: ClosingLoss): string {
  const { measure } = body;
  const minutes = `${toAmountWords(body, 'minutes', loss.lostS)} over ${toCountWords(loss.slowed, 'pair')}`;
  const verdicts = toAmountWords(body, 'passes', loss.verdicts);
  const parts = { minutes: [minutes, verdicts], passes: [verdicts, minutes] };
  const cutOff =
    loss.cutOffPairs === 0 ? [] : [`any way at all for ${toCountWords(loss.cutOffPairs, 'pair')}`];
  if (measure === 'minutes' || measure === 'passes') return joinWords([...parts[measure], ...cutOff]);
  return joinWords([toAmountWords(body, measure, loss[measure] ?? 0), minutes, ...cutOff]);
}

const toLinkText = ({ feature, nameEn }: CriticalLink): string => `${nameEn} (${feature})`;

const toSectionText = ({ section, title }: CriticalSection): string => `${title} (${section})`;

function toFirstText(body: Body, what: string, toText: () => string, loss: ClosingLoss | undefined): string {
  if (loss === undefined || loss.slowed === 0) return `Closing any one ${what} changes no time.`;
  return `The ${what} whose closing loses most is ${toText()}: ${toLossText(body, loss)}.`;
}

function toCountText({ closed, idle, scenario }: Body, links: readonly CriticalLink[]): string {
  const cutting = links.filter(({ cutOffPairs }) => cutOffPairs > 0).length;
  const cut = cutting === 0 ? 'none leaves a pair without a way' : `${cutting} leave a pair without any way`;
  return `Of ${toCountWords(closed, 'link')} of ${scenario.title} closed one at a time, ${idle} change no time and ${cut}.`;
}

/** What is closed, which link and which section lose most; `links` are all of them, most lost first. */
export function toCriticalitySentence(body: Body, links: readonly CriticalLink[]): string {
  if (body.pairs === 0) return 'There is nobody whose trips a closing could change.';
  const [link] = links;
  const [section] = body.sections;
  return [
    toCountText(body, links),
    toFirstText(body, 'link', () => (link === undefined ? '' : toLinkText(link)), link),
    toFirstText(body, 'section', () => (section === undefined ? '' : toSectionText(section)), section),
  ].join(' ');
}
