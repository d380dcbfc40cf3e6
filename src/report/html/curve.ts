/** Share of suppliers within each number of minutes, without and with: one small drawing a group, side by side. */
import type { AnswerCurvePoint } from '../../model/answer.ts';
import { toCutoffText, toShareText, toTitleText } from '../format.ts';
import { SECONDS_PER_MINUTE } from '../../units.ts';
import type { View } from '../view.ts';
import { toDrawing, toFigure } from './drawing.ts';
import { element, type Markup } from './markup.ts';
import { toPx } from './sizes.ts';

const SIZE = { width: 320, height: 220 };
const BOX = { left: 44, right: 308, top: 16, bottom: 176 };
const TICKS_MIN = [20, 40, 60, 80, 100, 120];
const TICKS_SHARE = [0, 0.25, 0.5, 0.75, 1];

type Point = readonly [minutes: number, share: number];
type ToX = (minutes: number) => number;

const toY = (share: number): number => BOX.bottom - share * (BOX.bottom - BOX.top);

function createX(points: readonly AnswerCurvePoint[]): ToX {
  const minutes = points.map(({ cutoffMin }) => cutoffMin);
  const [low, high] = [Math.min(...minutes), Math.max(...minutes)];
  return (value) => BOX.left + ((value - low) / Math.max(1, high - low)) * (BOX.right - BOX.left);
}

/** A share is reached at its minute and not before: the line runs level, then up. */
function toSteps(points: readonly Point[], toX: ToX): string {
  return points
    .map(([minutes, share], i) =>
      i === 0 ? `M${toPx(toX(minutes))} ${toPx(toY(share))}` : `H${toPx(toX(minutes))}V${toPx(toY(share))}`,
    )
    .join('');
}

function toAxes(toX: ToX, cutoffMin: number): readonly Markup[] {
  const label = (x: number, y: number, anchor: string, text: string): Markup =>
    element('text', { x: toPx(x), y: toPx(y), 'text-anchor': anchor }, text);
  return [
    ...TICKS_SHARE.map((share) =>
      element('path', { class: 'grid', d: `M${BOX.left} ${toPx(toY(share))}H${BOX.right}` }),
    ),
    ...TICKS_SHARE.map((share) => label(BOX.left - 6, toY(share) + 4, 'end', `${share * 100}`)),
    ...TICKS_MIN.map((minutes) => label(toX(minutes), BOX.bottom + 18, 'middle', String(minutes))),
    label((BOX.left + BOX.right) / 2, SIZE.height - 6, 'middle', 'minutes'),
    element('path', { class: 'cutoff', d: `M${toPx(toX(cutoffMin))} ${BOX.top}V${BOX.bottom}` }),
  ];
}

function toWords(view: View, group: string, points: readonly AnswerCurvePoint[]): string {
  const at = view.analysis.cutoffS;
  const share = (id: string): string =>
    toShareText(
      points.find(({ scenario, cutoffMin }) => scenario === id && cutoffMin * SECONDS_PER_MINUTE === at)
        ?.share ?? null,
    );
  return `${toTitleText(group)}: within ${toCutoffText(at)} minutes ${share(view.base.id)} without, ${share(view.build.id)} with.`;
}

function drawGroup(view: View, group: string): Markup {
  const points = view.analysis.curve.filter((point) => point.group === group);
  const toX = createX(points);
  const line = (role: 'base' | 'build'): Markup => {
    const own = points.filter(({ scenario }) => scenario === view[role].id);
    return element('path', {
      class: `line ${role}`,
      d: toSteps(
        own.map(({ cutoffMin, share }) => [cutoffMin, share]),
        toX,
      ),
    });
  };
  const title = group === 'all' ? 'All of them' : toTitleText(group);
  return toDrawing(
    { id: `curve-${group}`, title: `${title}, share in %`, description: toWords(view, group, points) },
    SIZE,
    [
      element('text', { class: 'name', x: BOX.left, y: 11 }, `${title}, share in %`),
      ...toAxes(toX, view.analysis.cutoffS / SECONDS_PER_MINUTE),
      line('base'),
      line('build'),
    ],
  );
}

function toKey(role: 'base' | 'build', title: string): Markup {
  const line = element('path', { class: `line ${role}`, d: 'M1 6H27' });
  const sample = element('svg', { class: 'drawing key', viewBox: '0 0 28 12', 'aria-hidden': 'true' }, line);
  return element('span', { class: 'entry' }, sample, ` ${title} `);
}

/** The curves of every group and of all of them together. */
export function drawCurves(view: View): Markup {
  const groups = [...new Set(view.analysis.curve.map(({ group }) => group))];
  return toFigure(
    groups.map((group) => drawGroup(view, group)),
    [
      ...(view.base.id === view.build.id ? [] : [toKey('base', view.base.title)]),
      toKey('build', view.build.title),
      'The upright line is the cutoff.',
    ],
    'multiples',
  );
}
