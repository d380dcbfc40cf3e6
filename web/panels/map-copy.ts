/** The map as it is on screen, copied onto a canvas of its own: both sides of a swipe, without the page around it. */
import { drawing, findMapCanvas, leftDrawing } from '../map/map-state.ts';
import { look, swiped } from '../state/look.ts';

/** Colour of the line between the sides of a swipe: dark on light land and the other way round. */
function drawSwipe(context: CanvasRenderingContext2D, width: number, height: number): void {
  const left = leftDrawing.peek()?.map.getCanvas();
  const { swipeAt } = look.peek();
  if (!swiped.peek() || left === undefined) return;
  const edge = Math.round(width * swipeAt);
  if (edge > 0) context.drawImage(left, 0, 0, edge, height, 0, 0, edge, height);
  context.fillStyle = getComputedStyle(document.documentElement).color;
  context.fillRect(edge - 1, 0, 2, height);
}

/** Copies the map into a canvas; false where there is none. */
export function copyMap(target: HTMLCanvasElement): boolean {
  const drawn = drawing.peek();
  const source = drawn === null || !drawn.card.isThere() ? null : findMapCanvas();
  const context = target.getContext('2d');
  if (source === null || context === null || source.width === 0 || source.height === 0) return false;
  target.width = source.width;
  target.height = source.height;
  context.drawImage(source, 0, 0);
  drawSwipe(context, source.width, source.height);
  return true;
}
