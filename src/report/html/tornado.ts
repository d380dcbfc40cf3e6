/** What the share moves with, one parameter at a time: bars from its low to its high end, without and with. */
import type { SensitivityDocument, TornadoBar, TornadoEnds } from '../../model/sensitivity.ts';
import { toShareText } from '../format.ts';
import { toDrawing, toFigure, toScroll } from './drawing.ts';
import { element, type Markup } from './markup.ts';
import { fitLines, toPx } from './sizes.ts';

const WIDTH = 680;
const ROW = 40;
const LEFT = 236;
const RIGHT = 660;
const TOP = 30;
const FONT = 12;

type ToX = (share: number) => number;

function listEnds({ base, build }: TornadoBar): readonly number[] {
  return [base.atLow, base.atHigh, build.atLow, build.atHigh].filter((end) => end !== null);
}

/** Tenths of a share around everything that is drawn. */
function toScale(tornado: readonly TornadoBar[], middle: readonly number[]): readonly [number, number] {
  const all = [...tornado.flatMap(listEnds), ...middle];
  return [Math.floor(Math.min(...all) * 10) / 10, Math.ceil(Math.max(...all) * 10) / 10];
}

function toBar({ atLow, atHigh }: TornadoEnds, role: string, y: number, toX: ToX): readonly Markup[] {
  if (atLow === null || atHigh === null) return [];
  const [from, to] = [toX(Math.min(atLow, atHigh)), toX(Math.max(atLow, atHigh))];
  if (from === to) return [];
  return [
    element('rect', { class: `bar ${role}`, x: toPx(from), y: toPx(y), width: toPx(to - from), height: 10 }),
    // The end of the parameter's low value has a dot: which way it pulls is not told by the bar.
    element('circle', { class: 'low', cx: toPx(toX(atLow)), cy: toPx(y + 5), r: 3.5 }),
  ];
}

function toRow(bar: TornadoBar, i: number, toX: ToX, isPair: boolean): readonly Markup[] {
  const y = TOP + i * ROW;
  const lines = fitLines(bar.label, LEFT - 16, FONT).slice(0, 2);
  const label = lines.map((line, k) =>
    element(
      'text',
      { x: LEFT - 10, y: y + 12 + (lines.length === 1 ? 6 : 0) + k * 14, 'text-anchor': 'end' },
      line,
    ),
  );
  return [
    ...label,
    ...(isPair ? toBar(bar.base, 'base', y + 3, toX) : []),
    ...toBar(bar.build, 'build', y + (isPair ? 17 : 10), toX),
  ];
}

function toAxis([low, high]: readonly [number, number], toX: ToX, bottom: number): readonly Markup[] {
  const ticks = Array.from({ length: Math.round((high - low) * 10) + 1 }, (_, i) => low + i / 10);
  return ticks.flatMap((share) => [
    element('path', { class: 'grid', d: `M${toPx(toX(share))} ${TOP - 4}V${bottom}` }),
    element(
      'text',
      { x: toPx(toX(share)), y: TOP - 10, 'text-anchor': 'middle' },
      `${Math.round(share * 100)} %`,
    ),
  ]);
}

/** The drawing, with the middle values as upright lines. */
export function drawTornado({ tornado, scenarios, middle }: SensitivityDocument): Markup {
  const roles = scenarios.map(({ id, role }) => ({ role, share: middle[id] ?? null }));
  const known = roles.flatMap(({ share }) => share ?? []);
  const scale = toScale(tornado, known);
  const span = Math.max(0.1, scale[1] - scale[0]);
  const toX: ToX = (share) => LEFT + ((share - scale[0]) / span) * (RIGHT - LEFT);
  const bottom = TOP + tornado.length * ROW;
  const description = tornado
    .map(({ label, build }) => `${label}: ${toShareText(build.atLow)} to ${toShareText(build.atHigh)}`)
    .join('; ');
  const drawing = toDrawing(
    { id: 'tornado', title: 'One parameter at a time, widest first', description },
    { width: WIDTH, height: bottom + 8 },
    [
      ...toAxis(scale, toX, bottom),
      ...roles.flatMap(({ role, share }) =>
        share === null
          ? []
          : [element('path', { class: `middle ${role}`, d: `M${toPx(toX(share))} ${TOP - 4}V${bottom}` })],
      ),
      ...tornado.flatMap((bar, i) => toRow(bar, i, toX, scenarios.length > 1)),
    ],
  );
  const above = scenarios.length > 1 ? 'Above: without; below: with. ' : '';
  return toFigure(
    [toScroll(drawing, 'One parameter at a time')],
    [`${above}Upright lines: at the middle values. The dot is the parameter’s low end.`],
  );
}
