/** What the verdict hangs on, one thing at a time: bars, values that turn a verdict over, a map, and a section. */
import type {
  Dataset,
  SensitivityDocument,
  SensitivityHeat,
  SensitivitySwitch,
  TornadoBar,
  TornadoEnds,
} from '../../src/index.ts';
import { choice } from '../state/choice.ts';
import { look } from '../state/look.ts';
import { minutes, number, percent } from '../words/format.ts';
import { t } from '../words/index.ts';
import { leverName, saySwitch, sayFlip } from './confidence-words.ts';

const BAR_WIDTH = 108;
const BAR_HEIGHT = 10;
const LEAST_WIDTH = 1.5;

function toSpan({ atLow, atHigh }: TornadoEnds): readonly [number, number] {
  const ends = [atLow ?? 0, atHigh ?? 0];
  return [Math.min(...ends), Math.max(...ends)];
}

const toEnds = ({ atLow, atHigh }: TornadoEnds, say: (value: number | null) => string): string =>
  `${say(atLow)} → ${say(atHigh)}`;

/** Share of the pairs over the range of a parameter: without above, with below. */
function Bar({ bar, data }: { readonly bar: TornadoBar; readonly data: Dataset }) {
  return (
    <tr>
      <th scope="row">{leverName(data, bar.parameter)}</th>
      <td>
        <svg class="lever" width={BAR_WIDTH} height={2 * BAR_HEIGHT + 2} aria-hidden="true">
          {(['base', 'build'] as const).map((side, i) => {
            const [low, high] = toSpan(bar[side]);
            return (
              <g key={side} transform={`translate(0 ${i * (BAR_HEIGHT + 2)})`}>
                <rect class="lever-ground" width={BAR_WIDTH} height={BAR_HEIGHT} />
                <rect
                  class={`lever-bar ${side}`}
                  x={low * BAR_WIDTH}
                  width={Math.max(LEAST_WIDTH, (high - low) * BAR_WIDTH)}
                  height={BAR_HEIGHT}
                />
              </g>
            );
          })}
        </svg>
      </td>
      <td class="number">
        {toEnds(bar.base, percent)}
        <br />
        <b>{toEnds(bar.build, percent)}</b>
      </td>
      <td class="number">{toEnds(bar.meanS.build, (timeS) => minutes(timeS, 0))}</td>
    </tr>
  );
}

function Tornado({ data, document }: { readonly data: Dataset; readonly document: SensitivityDocument }) {
  return (
    <>
      <table class="levers">
        <caption>{t('confidence.levers')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('confidence.lever')}</th>
            <th scope="col" colSpan={2} class="number">
              {t('confidence.leverShare')}
            </th>
            <th scope="col" class="number">
              {t('confidence.leverMinutes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {document.tornado.map((bar) => (
            <Bar key={bar.parameter} bar={bar} data={data} />
          ))}
        </tbody>
      </table>
      <p class="small muted">{t('confidence.leverNote')}</p>
    </>
  );
}

/** Nearest of the map's rows or columns to a value. */
function findNearest(values: readonly number[], value: number): number {
  const distances = values.map((one) => Math.abs(one - value));
  return distances.indexOf(Math.min(...distances));
}

/** Strongest tint of a cell: its words stay readable on it. */
const MOST_TINT = 45;

/** The share over speed and time limit, for the scenario that the map shows. */
function Heat({ heat, middle }: { readonly heat: SensitivityHeat; readonly middle: number }) {
  const { shown } = look.value;
  const side = shown === 'base' ? heat.rows[0] : heat.rows.at(-1);
  if (side === undefined) return null;
  const [row, column] = [
    findNearest(heat.values, middle),
    findNearest(heat.cutoffsMin, choice.value.cutoffS / 60),
  ];
  return (
    <div class="heat-scroll" tabIndex={0} role="group" aria-label={t('confidence.heat')}>
      <table class="heat">
        <caption>
          {t('confidence.heat')}: {t(shown === 'base' ? 'confidence.without' : 'confidence.with')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('confidence.heatCorner')}</th>
            {heat.cutoffsMin.map((min) => (
              <th key={min} scope="col">
                {number(min)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {heat.values.map((value, i) => (
            <tr key={value}>
              <th scope="row">{percent(value)}</th>
              {(side.shares[i] ?? []).map((share, k) => (
                <td
                  key={heat.cutoffsMin[k]}
                  class={i === row && k === column ? 'here' : ''}
                  style={{ '--tint': `${(share ?? 0) * MOST_TINT}%` }}
                >
                  {share === null ? '—' : number(share * 100)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Flips({ data, flips }: { readonly data: Dataset; readonly flips: SensitivityDocument['flips'] }) {
  const near = flips.filter(({ inRange, verdict }) => inRange && !verdict.startsWith('pair:'));
  const pairs = flips.filter(({ inRange, verdict }) => inRange && verdict.startsWith('pair:'));
  return (
    <>
      <h3>{t('confidence.flips')}</h3>
      {near.length + pairs.length === 0 ? (
        <p>{t('confidence.noFlips')}</p>
      ) : (
        <ul>
          {[...near, ...pairs].map((flip) => (
            <li key={`${flip.verdict} ${flip.scenario} ${flip.parameter}`}>{sayFlip(data, flip)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Switches({
  data,
  switches,
}: {
  readonly data: Dataset;
  readonly switches: readonly SensitivitySwitch[];
}) {
  return (
    <>
      {switches.map((one) => (
        <p key={one.section}>{saySwitch(data, one)}</p>
      ))}
    </>
  );
}

export function Sweeps({
  data,
  document,
}: {
  readonly data: Dataset;
  readonly document: SensitivityDocument;
}) {
  const { heat } = document;
  const vehicle = data.vehicleClasses.find(({ id }) => id === document.vehicleClass);
  return (
    <div class="sweeps">
      <Tornado data={data} document={document} />
      <Flips data={data} flips={document.flips} />
      <Switches data={data} switches={document.switches} />
      {heat !== null && <Heat heat={heat} middle={vehicle?.facilities.expressway.factor.value ?? NaN} />}
      {heat !== null && <p class="small muted">{t('confidence.heatNote')}</p>}
    </div>
  );
}
