/** What the verdict hangs on, in plain sentences made of the rows beside them. */
import type { Flip, SensitivityDocument, SensitivitySwitch, TornadoEnds } from '../model/sensitivity.ts';

type Body = Omit<SensitivityDocument, 'sentence' | 'command'>;

const VERDICTS: Readonly<Record<string, string>> = {
  belt: 'all plants linked',
  independence: 'suppliers independent',
};

const toPercent = (share: number): string => `${Math.round(share * 100)} %`;

/** The side on which the widest bar is wider. */
function toTornadoText({ tornado, scenarios, middle }: Body): string {
  const [first] = tornado;
  if (Object.values(middle).every((share) => share === null)) return '';
  if (first === undefined || first.swing === 0) return 'No parameter moves the share within its range.';
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
  const share =
    notOpen.share === null || open.share === null || notOpen.share === open.share
      ? []
      : [`the share is ${toPercent(notOpen.share)} instead of ${toPercent(open.share)}`];
  if (share.length + names.length === 0) return '';
  return `Had ${title} not been open, ${[...share, ...names].join(' and ')}.`;
}

/** `reach:S001-toyota` → S001 → Toyota. */
const toVerdictText = (id: string): string =>
  VERDICTS[id] ??
  id
    .slice(id.indexOf(':') + 1)
    .replace(/-([^-])([^-]*)$/, (_, first: string, rest: string) => ` → ${first.toUpperCase()}${rest}`);

const UNITS: ReadonlySet<string> = new Set(['km/h', 's']);

/**
 * A value of a parameter with its unit where it has a short one; a part of a range in percent.
 *
 * @example
 * toParameterText(65.9, 'km/h'); // → '65.9 km/h'
 * toParameterText(-0.45, 'part of each link’s own range'); // → '−45 %'
 * toParameterText(0.95, 'share'); // → '0.95'
 */
export function toParameterText(value: number, unit: string): string {
  const text = String(Math.abs(Number(value.toPrecision(4))));
  const sign = value < 0 ? '−' : '';
  if (unit.startsWith('part of')) return `${sign}${Math.round(Math.abs(value) * 100)} %`;
  return UNITS.has(unit) ? `${sign}${text} ${unit}` : `${sign}${text}`;
}

/** A verdict that a parameter turns over within its own range. */
function toFlipText({ verdict, holds, label, unit, flipAt, value }: Flip): string {
  const now = holds ? 'no longer holds' : 'holds';
  const at = flipAt === null ? '' : toParameterText(flipAt, unit);
  return `"${toVerdictText(verdict)}" ${now} at ${label} ${at} (now ${toParameterText(value, unit)})`;
}

/** The flowchart's verdicts, and trips asked for, that turn over within a parameter's range. */
function toFlipsText({ flips, scenarios }: Body): string {
  const near = flips.filter(({ inRange, verdict }) => inRange && !verdict.startsWith('pair:'));
  const texts = scenarios.flatMap(({ id, title }) => {
    const own = near.filter(({ scenario }) => scenario === id).map(toFlipText);
    return own.length === 0 ? [] : [`Within their own ranges, ${title}: ${own.join('; ')}.`];
  });
  if (texts.length > 0) return texts.join(' ');
  return 'No single parameter turns a verdict of the flowchart over within its own range.';
}

/** The widest bar, what turns over within a parameter's range, and what a section's opening changes. */
export function toSensitivitySentence(body: Body): string {
  const switches = body.switches.map(toSwitchText);
  return [toTornadoText(body), toFlipsText(body), ...switches].filter((text) => text !== '').join(' ');
}
