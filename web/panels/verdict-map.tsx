/**
 * The verdict map of independence: yes or no for every cutoff and critical level, without and with, with the
 * point that is asked for and the smallest cutoff that says yes. The paper gives no level; dragging ours shows
 * what hangs on it.
 */
import { scaleLinear } from 'd3-scale';
import type { AnswerVerdictMap } from '../../src/index.ts';
import { roles, shownAnswer } from '../state/answers.ts';
import { change, choice } from '../state/choice.ts';
import { minutes, number, percent } from '../words/format.ts';
import { t } from '../words/index.ts';

const SIZE = { width: 160, height: 100, left: 26, bottom: 20, top: 4, right: 6 } as const;

/** For each cutoff the greatest level that still says yes is the share itself: one step line tells the map. */
function toArea(map: AnswerVerdictMap, x: (min: number) => number, y: (level: number) => number): string {
  const steps = map.cutoffsMin.map((min, i) => {
    const share = map.shares[i] ?? 0;
    return `L${x(min - 0.5)} ${y(share)}L${x(min + 0.5)} ${y(share)}`;
  });
  const [first = 30, last = 90] = [map.cutoffsMin[0], map.cutoffsMin.at(-1)];
  return `M${x(first - 0.5)} ${y(0)}${steps.join('')}L${x(last + 0.5)} ${y(0)}Z`;
}

function describe(map: AnswerVerdictMap, name: string): string {
  const smallest =
    map.smallestS === null
      ? t('flowchart.mapNever', { level: number(map.level, 2) })
      : t('flowchart.mapSmallest', { level: number(map.level, 2), minutes: minutes(map.smallestS) });
  const margin = map.margin === null ? '' : t('flowchart.mapMargin', { margin: number(map.margin * 100, 1) });
  return `${name}: ${smallest} ${margin}`;
}

function MapPicture({ map, name }: { readonly map: AnswerVerdictMap; readonly name: string }) {
  const { cutoffS } = choice.value;
  const x = scaleLinear([30, 90], [SIZE.left, SIZE.width - SIZE.right]);
  const y = scaleLinear([0, 1], [SIZE.height - SIZE.bottom, SIZE.top]);
  const shownMin = Math.min(Math.max(cutoffS / 60, 30), 90);
  return (
    <svg
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      width={SIZE.width}
      height={SIZE.height}
      role="img"
      aria-label={describe(map, name)}
    >
      <rect class="verdict-no" x={x(30)} y={y(1)} width={x(90) - x(30)} height={y(0) - y(1)} />
      <path class="verdict-yes" d={toArea(map, x, y)} />
      <path class="verdict-axis" d={`M${x(30)} ${y(1)}V${y(0)}H${x(90)}`} />
      {[30, 60, 90].map((min) => (
        <text key={min} x={x(min)} y={SIZE.height - 5} text-anchor={min === 90 ? 'end' : 'middle'}>
          {min}
        </text>
      ))}
      {[0, 0.5, 1].map((level) => (
        <text key={level} x={SIZE.left - 4} y={y(level) + (level === 1 ? 8 : 4)} text-anchor="end">
          {number(level, 1)}
        </text>
      ))}
      <path class="verdict-cross" d={`M${x(shownMin)} ${y(1)}V${y(0)}M${x(30)} ${y(map.level)}H${x(90)}`} />
      <circle class="verdict-point" cx={x(shownMin)} cy={y(map.level)} r={4} />
    </svg>
  );
}

function LevelSlider({ level }: { readonly level: number }) {
  const own = choice.value.criticalLevel;
  return (
    <label class="verdict-level">
      <span>{t('flowchart.level', { level: number(level, 2) })}</span>
      <input
        type="range"
        min={0}
        max={1}
        step={0.01}
        value={level}
        aria-valuetext={percent(level)}
        onInput={({ currentTarget }) => change({ criticalLevel: Number(currentTarget.value) })}
      />
      <button type="button" disabled={own === null} onClick={() => change({ criticalLevel: null })}>
        {t('flowchart.levelReset')}
      </button>
    </label>
  );
}

export function VerdictMaps() {
  const maps = shownAnswer.value?.verdictMaps ?? [];
  const ids = roles.value;
  const shown = (['base', 'build'] as const).flatMap((role) => {
    const map = maps.find(({ scenario }) => scenario === ids?.[role]);
    return map === undefined ? [] : [{ role, map }];
  });
  const [first] = shown;
  if (first === undefined) return null;
  return (
    <div class="verdict-maps">
      <h3>{t('flowchart.mapHeading')}</h3>
      <div class="verdict-pictures">
        {shown.map(({ role, map }) => (
          <figure key={role}>
            <figcaption>{t(`flowchart.${role}`)}</figcaption>
            <MapPicture map={map} name={t(`flowchart.${role}`)} />
            <p class="small">{describe(map, '').replace(/^: /, '')}</p>
          </figure>
        ))}
      </div>
      <LevelSlider level={choice.value.criticalLevel ?? first.map.level} />
      <p class="small muted">{t('flowchart.mapNote')}</p>
    </div>
  );
}
