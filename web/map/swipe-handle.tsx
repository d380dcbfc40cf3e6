/** The line between base and build, dragged by pointer or moved with the arrow keys. */
import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { look, show } from '../state/look.ts';
import { percent } from '../words/format.ts';
import { t } from '../words/index.ts';

const STEP = 0.02;
const LEAP = 0.1;

function move(at: number): void {
  show({ swipeAt: Math.min(1, Math.max(0, at)) });
}

function onKey(event: TargetedKeyboardEvent<HTMLElement>): void {
  const { swipeAt } = look.peek();
  const places: Readonly<Record<string, number>> = {
    ...{ ArrowLeft: swipeAt - STEP, ArrowDown: swipeAt - STEP, PageDown: swipeAt - LEAP, Home: 0 },
    ...{ ArrowRight: swipeAt + STEP, ArrowUp: swipeAt + STEP, PageUp: swipeAt + LEAP, End: 1 },
  };
  const at = places[event.key];
  if (at === undefined) return;
  event.preventDefault();
  move(at);
}

function onDrag(event: TargetedPointerEvent<HTMLElement>): void {
  const handle = event.currentTarget;
  if (event.type === 'pointerdown') handle.setPointerCapture(event.pointerId);
  if (!handle.hasPointerCapture(event.pointerId)) return;
  const pane = handle.parentElement?.getBoundingClientRect();
  if (pane !== undefined) move((event.clientX - pane.left) / pane.width);
}

export function SwipeHandle() {
  const { swipeAt } = look.value;
  return (
    <div
      class="swipe-handle"
      role="slider"
      tabIndex={0}
      aria-label={t('map.swipeHandle')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(swipeAt * 100)}
      aria-valuetext={t('map.swipeAt', { share: percent(swipeAt) })}
      style={{ left: `${swipeAt * 100}%` }}
      onKeyDown={onKey}
      onPointerDown={onDrag}
      onPointerMove={onDrag}
    >
      <span class="swipe-side before" aria-hidden="true">
        {t('map.without')}
      </span>
      <span class="swipe-grip" aria-hidden="true">
        ⇔
      </span>
      <span class="swipe-side after" aria-hidden="true">
        {t('map.with')}
      </span>
    </div>
  );
}
