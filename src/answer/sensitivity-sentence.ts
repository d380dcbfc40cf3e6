/** What the verdict hangs on, in plain sentences made of the rows beside them. */
import type { Flip, SensitivityDocument, SensitivitySwitch, TornadoEnds } from '../model/sensitivity.ts';

type Body = Omit<SensitivityDocument, 'sentence' | 'command'>;

const VERDICTS: Readonly<Record<string, string>> = {
  belt: 'all plants linked',
  independence: 'suppliers independent',
};

const toPercent = (share: number): string => `${Math.round(share * 100)} %`;

/** The side on which the widest bar is wider. */
function toTornadoText({ tornado, scenarios }: Body): string {
  const [first] = tornado;
  if (first === undefined) return 'No parameter moves the share within its range.';
  const width = ({ atLow, atHigh }: TornadoEnds): number => Math.abs((atHigh ?? 0) - (atLow ?? 0));
  const role = width(first.base) > width(first.build) ? 'base' : 'build';
  const title = (scenarios.find((one) => one.role === role) ?? scenarios[0])?.title ?? '';
  const { atLow, atHigh } = first[role];
  const ends = [atLow ?? 0, atHigh ?? 0].toSorted((a, b) => a - b).map(toPercent);
  return `The share hangs most on ${first.label}: ${ends.join(' to ')} over its range (${title}).`;
}

/** What the last scenario would be if a section had not been open: only where that changes the share or a verdict. */
function toSwitchText({ title, rows }: SensitivitySwitch): string {
  const row = rows.at(-1);
  if (row === undefined) return '';
  const { open, notOpen } = row;
  const turned = Object.keys(open.verdicts).filter((id) => open.verdicts[id] !== notOpen.verdicts[id]);
  if (turned.length === 0 && open.share === notOpen.share) return '';
  const names = turned.filter((id) => VERDICTS[id] !== undefined).map((id) => `"${VERDICTS[id]}" turns over`);
  const share = `the share is ${toPercent(notOpen.share ?? 0)} instead of ${toPercent(open.share ?? 0)}`;
  return ` Had ${title} not been open, ${[share, ...names].join(' and ')}.`;
}

/** A verdict of the flowchart that a parameter turns over within its own range. */
function toFlipText(flip: Flip, title: string): string {
  const now = flip.holds ? 'no longer holds' : 'holds';
  return `${title}: "${VERDICTS[flip.verdict] ?? flip.verdict}" ${now} at ${flip.label} ${flip.flipAt ?? ''} (now ${flip.value})`;
}

/** The widest bar, and the flowchart's verdicts that turn over within a parameter's range. */
export function toSensitivitySentence(body: Body): string {
  const titles = new Map(body.scenarios.map(({ id, title }) => [id, title]));
  const near = body.flips.filter(({ inRange, verdict }) => inRange && VERDICTS[verdict] !== undefined);
  const texts = near.map((flip) => toFlipText(flip, titles.get(flip.scenario) ?? flip.scenario));
  const flips =
    texts.length === 0
      ? 'No single parameter turns a verdict of the flowchart over within its own range.'
      : `Within their own ranges: ${texts.join('; ')}.`;
  return `${toTornadoText(body)} ${flips}${body.switches.map(toSwitchText).join('')}`;
}
