/** A time limit in whole minutes: a slider that follows the finger, and a number beside it. */
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { t } from '../words/index.ts';

interface CutoffFieldProps {
  readonly minutes: ReadonlySignal<number>;
  readonly least: number;
  readonly most: number;
  /** What was typed or dragged to, sound or not; what is not changes nothing. */
  readonly set: (text: string) => void;
  /** Below the slider. */
  readonly children?: ComponentChildren;
  /** Id of what describes the slider. */
  readonly describedBy?: string;
}

export function CutoffField({ minutes, least, most, set, children, describedBy }: CutoffFieldProps) {
  const range = { min: least, max: most, step: 1, value: minutes.value };
  return (
    <div class="field cutoff">
      <label for="cutoff">{t('scenario.cutoff')}</label>
      <span class="cutoff-number">
        <input
          type="number"
          {...range}
          aria-label={t('scenario.cutoffMinutes')}
          onInput={(event) => set(event.currentTarget.value)}
          onBlur={(event) => (event.currentTarget.value = String(minutes.peek()))}
        />
        {t('scenario.minutes')}
      </span>
      <input
        id="cutoff"
        type="range"
        {...range}
        aria-valuetext={t('scenario.cutoffValue', { count: minutes.value })}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
        onInput={(event) => set(event.currentTarget.value)}
      />
      {children}
    </div>
  );
}
