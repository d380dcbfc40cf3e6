/** An SVG that says what it is: title and description are read out in place of the picture. */
import { container, element, type Child, type Markup } from './markup.ts';

export interface DrawingWords {
  /** Begins the ids of its parts: one of a kind in a file. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

export interface DrawingSize {
  readonly width: number;
  readonly height: number;
}

/** A drawing of a size in px that scales with its place. */
export function toDrawing(
  { id, title, description }: DrawingWords,
  { width, height }: DrawingSize,
  children: readonly Child[],
): Markup {
  const attributes = {
    viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
    role: 'img',
    'aria-labelledby': `${id}-title ${id}-desc`,
    class: `drawing ${id.replace(/-.*$/, '')}`,
  };
  return container('svg', attributes, [
    element('title', { id: `${id}-title` }, title),
    element('desc', { id: `${id}-desc` }, description),
    ...children,
  ]);
}

/** A drawing with a line below it. */
export function toFigure(drawings: readonly Child[], caption: readonly Child[], name = ''): Markup {
  return container('figure', { class: name === '' ? null : name }, [
    ...drawings,
    element('figcaption', {}, ...caption),
  ]);
}

/** A drawing that is not made too small to read: where it is too wide for its place it is moved sideways. */
export function toScroll(drawing: Markup, label: string): Markup {
  return container('div', { class: 'wide', role: 'region', tabindex: 0, 'aria-label': label }, [drawing]);
}
