/** What stands beside the best route: plazas, the second-best and the cheaper way, and what the build changes. */
import type { TripExplanation, TripPlaza, TripRoute } from '../../src/index.ts';
import { minutes, number } from '../words/format.ts';
import { t } from '../words/index.ts';
import { roadList, roadName, yuan } from './route-words.ts';

interface Props {
  readonly trip: TripExplanation;
}

const SIDES = ['base', 'build'] as const;

function toPlazaText({ plaza, delayS, from, to }: TripPlaza): string {
  const node = plaza === 'exit' ? to : from;
  return t('route.plazaAt', { kind: t(`route.plaza.${plaza}`), where: roadName(node), n: number(delayS) });
}

function toSecondText({ secondBest }: TripRoute): string {
  if (secondBest === null) return t('route.noSecond');
  const { timeS, slowerS, roads } = secondBest;
  return t('route.second', { n: minutes(timeS), slower: minutes(slowerS), roads: roadList(roads) });
}

function toCheaperText({ cheaper, tollCny }: TripRoute): string {
  if (tollCny === 0) return t('route.free');
  if (cheaper === null) return t('route.noCheaper');
  const { savedCny, extraS, breakEvenCnyPerH, roads } = cheaper;
  return t('route.cheaper', {
    ...{ saved: yuan(savedCny), extra: minutes(extraS), roads: roadList(roads) },
    even: breakEvenCnyPerH === null ? '∞' : number(breakEvenCnyPerH),
  });
}

export function RoutePlazas({ trip }: Props) {
  return (
    <section>
      <h3>{t('route.plazas')}</h3>
      <dl class="route-sides">
        {SIDES.map((side) => {
          const plazas = trip[side].route?.plazas ?? [];
          return (
            <div key={side}>
              <dt>{t(`route.${side}`)}</dt>
              {plazas.length === 0 && <dd>{t('route.noPlaza')}</dd>}
              {plazas.map((plaza, i) => (
                <dd key={i}>{toPlazaText(plaza)}</dd>
              ))}
            </div>
          );
        })}
      </dl>
    </section>
  );
}

export function RouteBeside({ trip }: Props) {
  return (
    <section>
      <h3>{t('route.beside')}</h3>
      <dl class="route-sides">
        {SIDES.map((side) => {
          const { route } = trip[side];
          return (
            route !== null && (
              <div key={side}>
                <dt>{t(`route.${side}`)}</dt>
                <dd>{toSecondText(route)}</dd>
                <dd>{toCheaperText(route)}</dd>
              </div>
            )
          );
        })}
      </dl>
    </section>
  );
}

export function RouteChange({ trip: { change, cutoffS } }: Props) {
  const { roadsGained, roadsLeft, strict } = change;
  const same = roadsGained.length === 0 && roadsLeft.length === 0;
  return (
    <section>
      <h3>{t('route.changed')}</h3>
      <p>{t(`route.attribution.${strict}`, { T: number(cutoffS / 60, 1) })}</p>
      {same && <p>{t('route.unchanged')}</p>}
      {roadsGained.length > 0 && <p>{t('route.gained', { roads: roadList(roadsGained) })}</p>}
      {roadsLeft.length > 0 && <p>{t('route.left', { roads: roadList(roadsLeft) })}</p>}
    </section>
  );
}
