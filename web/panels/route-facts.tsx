/** The head of an explained trip: minutes before and after, the verdicts, and its numbers side by side. */
import type { TripExplanation, TripSide } from '../../src/index.ts';
import { DASH, kilometres, minutes, number, percent } from '../words/format.ts';
import { t } from '../words/index.ts';
import { nameOf } from '../words/names.ts';
import { changeText, VERDICT_MARKS, verdictText, yuan } from './route-words.ts';
import { isApproximate } from './route-rows.ts';

interface Props {
  readonly trip: TripExplanation;
}

const SIDES = ['base', 'build'] as const;

function toTime(side: TripSide): string {
  return side.route === null ? DASH : `${isApproximate(side) ? '≈' : ''}${minutes(side.route.timeS)}`;
}

/** Which plant decides; nothing where a place was asked for. */
function Plants({ trip: { group, base, build } }: Props) {
  if (group === null || (base.to === null && build.to === null)) return null;
  const [before, after] = [base, build].map(({ to }) => (to === null ? DASH : nameOf(to)));
  const text =
    base.to?.id === build.to?.id
      ? t('route.toSame', { plant: after ?? DASH })
      : t('route.toPlants', { base: before ?? DASH, build: after ?? DASH });
  return <p class="muted">{text}</p>;
}

export function RouteHead({ trip }: Props) {
  return (
    <div class="route-answer">
      <p class="route-minutes">
        <span>{toTime(trip.base)}</span>
        <span aria-hidden="true"> → </span>
        <strong>{toTime(trip.build)}</strong> {t('route.unitMin')}
        <span class="route-change">{changeText(trip)}</span>
      </p>
      <ul class="route-verdicts">
        {SIDES.map((side) => (
          <li key={side} class={`verdict-${trip[side].verdict}`}>
            <span aria-hidden="true">{VERDICT_MARKS[trip[side].verdict]}</span> {t(`route.${side}`)}:{' '}
            {verdictText(trip[side], trip)}
          </li>
        ))}
      </ul>
      <Plants trip={trip} />
    </div>
  );
}

function toRange({ route }: TripSide): string {
  if (route === null) return DASH;
  return t('route.rangeText', { low: minutes(route.lowS), high: minutes(route.highS) });
}

function toSlack({ slackS }: TripSide): string {
  if (slackS === null) return DASH;
  return t(slackS < 0 ? 'route.missing' : 'route.spare', { n: minutes(Math.abs(slackS)) });
}

function toToll({ route }: TripSide): string {
  return yuan(route?.tollCny ?? null);
}

/** Title and text of each number of a side. */
function listFacts({ cutoffS }: TripExplanation): readonly (readonly [string, (side: TripSide) => string])[] {
  return [
    [t('route.time'), toTime],
    [t('route.range'), toRange],
    [t('route.slack', { T: number(cutoffS / 60, 1) }), toSlack],
    [t('route.length'), ({ route }) => kilometres(route?.lengthM ?? null)],
    [t('route.viaBelt'), ({ route }) => kilometres(route?.viaBeltM ?? null)],
    [t('route.toll'), toToll],
    [t('route.estimated'), ({ route }) => percent(route?.estimatedShare ?? null)],
  ];
}

export function RouteFacts({ trip }: Props) {
  return (
    <table class="route-table">
      <caption class="visually-hidden">{t('route.facts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('route.fact')}</th>
          {SIDES.map((side) => (
            <th key={side} scope="col" class="number">
              {t(`route.${side}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {listFacts(trip).map(([title, read]) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            {SIDES.map((side) => (
              <td key={side} class="number">
                {read(trip[side])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
