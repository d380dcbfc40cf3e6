/** The time limit: a slider that follows the finger, a number beside it, marks at the paper's 60 and 70 minutes. */
import { change, choice, cutoffMin } from '../state/choice.ts';
import { t } from '../words/index.ts';
import { CutoffField } from './cutoff-field.tsx';

const LEAST_MIN = 20;
const MOST_MIN = 120;
/** The hour the paper states, and the 70 minutes to Nansha that it counts as "about an hour". */
const MARKS = [60, 70];
/** Half the width of the slider's thumb, in px: marks stand where the thumb's middle comes. */
export const HALF_THUMB_PX = 8;

/** Place of a value along a range input. */
export function toLeft(share: number): string {
  return `calc(${HALF_THUMB_PX}px + (100% - ${2 * HALF_THUMB_PX}px) * ${share})`;
}

/** A whole number of minutes within the range, or null. */
function readMinutes(text: string): number | null {
  const minutes = Number(text);
  return Number.isInteger(minutes) && minutes >= LEAST_MIN && minutes <= MOST_MIN ? minutes : null;
}

function setCutoff(text: string): void {
  const minutes = readMinutes(text);
  if (minutes !== null && minutes !== cutoffMin.peek()) change({ cutoffS: minutes * 60 });
}

function Marks() {
  return (
    <div class="slider-marks" aria-hidden="true">
      {MARKS.map((minutes) => (
        <span
          key={minutes}
          class={choice.value.cutoffS === minutes * 60 ? 'mark at' : 'mark'}
          style={{ left: toLeft((minutes - LEAST_MIN) / (MOST_MIN - LEAST_MIN)) }}
        >
          {minutes}
        </span>
      ))}
    </div>
  );
}

export function CutoffControl() {
  const range = { least: LEAST_MIN, most: MOST_MIN };
  return (
    <CutoffField minutes={cutoffMin} {...range} set={setCutoff} describedBy="cutoff-marks">
      <Marks />
      <p class="small muted" id="cutoff-marks">
        {t('scenario.marks')}
      </p>
    </CutoffField>
  );
}
