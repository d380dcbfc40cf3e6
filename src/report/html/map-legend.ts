/** What the marks and lines of a report's maps mean; only what is drawn is listed. */
import type { ReportMap, ReportRoadKind } from '../../model/report-map.ts';
import { toCutoffText } from '../format.ts';
import type { View } from '../view.ts';
import { container, element, type Markup } from './markup.ts';

function toEntry(sample: readonly Markup[], words: string): Markup {
  const drawing = element(
    'svg',
    { class: 'drawing map key', viewBox: '0 0 28 20', 'aria-hidden': 'true' },
    ...sample,
  );
  return element('li', { class: 'entry' }, drawing, ` ${words}`);
}

const toLine = (name: string): Markup => element('path', { class: name, d: 'M1 10H27' });

function toReach(groups: number): Markup {
  return toEntry(
    [
      element('circle', { class: `site reach-${groups}`, cx: 14, cy: 10, r: 9 }),
      element('text', { class: `digit on-${groups}`, x: 14, y: 14, 'text-anchor': 'middle' }, String(groups)),
    ],
    groups === 0 ? 'reaches none' : `reaches ${groups}`,
  );
}

/** Lines that are drawn in either map. */
function listLines({ roads }: ReportMap): readonly Markup[] {
  const has = (kind: ReportRoadKind, role: 'base' | 'build', open: boolean): boolean =>
    roads.some((layer) => layer.kind === kind && layer[role] === open);
  return [
    ...(has('belt', 'build', true) || has('belt', 'base', true)
      ? [toEntry([toLine('belt')], 'the belt, open')]
      : []),
    ...(has('belt', 'base', false) || has('belt', 'build', false)
      ? [toEntry([toLine('belt shut')], 'the belt, not open here')]
      : []),
    ...(has('built', 'build', true) || has('built', 'base', true)
      ? [toEntry([toLine('built')], 'built by the scenario')]
      : []),
    ...(has('changed', 'build', true)
      ? [toEntry([toLine('changed')], 'other signs, lanes, tolls or speed')]
      : []),
    ...(has('road', 'build', false) ? [toEntry([toLine('closed')], 'closed by the scenario')] : []),
    toEntry([toLine('road expressway')], 'other expressways'),
    toEntry([toLine('road arterial')], 'other roads'),
  ];
}

/** The legend as a list. */
export function toLegend(view: View, map: ReportMap): Markup {
  const steps = Array.from({ length: Math.min(view.groups.length, 3) + 1 }, (_, i) => i);
  const cutoff = toCutoffText(view.analysis.cutoffS);
  return container('ul', { class: 'legend' }, [
    ...listLines(map),
    ...steps.map(toReach),
    ...(view.base.id === view.build.id
      ? []
      : [
          toEntry(
            [element('circle', { class: 'flipped', cx: 14, cy: 10, r: 8 })],
            'another number than without',
          ),
        ]),
    toEntry(
      [element('rect', { class: 'plant', x: 6, y: 2, width: 16, height: 16 })],
      'plant, with the maker’s initial',
    ),
    toEntry([element('path', { class: 'seat', d: 'M14 5l5 5l-5 5l-5 -5z' })], 'district seat'),
    element(
      'li',
      { class: 'whole' },
      `Digits: makers within ${cutoff} min of the site; ≈ where the ranges of the parameters say otherwise. Roads are drawn through their interchanges, rivers schematically.`,
    ),
  ]);
}
