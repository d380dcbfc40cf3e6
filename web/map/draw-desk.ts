/** What a page tells the drawing on its map, and what it hears of it: the drawing itself knows of no scenario. */
import type { ReadonlySignal } from '@preact/signals';
import type { LonLat } from '../../src/index.ts';
import type { Palette } from '../flavor/colours.ts';
import type { Shape } from './studio-shape.ts';

export interface DrawDesk {
  /** What clicks draw now; null where they do something else. */
  readonly draws: ReadonlySignal<'line' | 'area' | null>;
  /** Points of the line or area in hand. */
  readonly points: ReadonlySignal<readonly LonLat[]>;
  /** What of the open row has vertices that can be dragged. */
  readonly shape: ReadonlySignal<Shape | null>;
  readonly colours: ReadonlySignal<Palette>;
  /** Where a point belongs that is so near to something, in metres; null where it is near nothing. */
  readonly snap: (at: LonLat, withinM: number) => LonLat | null;
  readonly addPoint: (at: readonly [number, number]) => void;
  /** The line in hand is done. */
  readonly finish: () => void;
  /** Vertices of the open row moved, came or went; not `done` while they are still dragged. */
  readonly reshape: (points: readonly (readonly [number, number])[], done: boolean) => void;
  /** What was dragged is as it was before. */
  readonly endPreview: () => void;
}
