/** The way road by road, base and build in one table: the belt's legs in the belt's colour and with its sign. */
import type { TripConnector, TripExplanation, TripLeg, TripSide } from '../../src/index.ts';
import { DASH, kilometres, minutes } from '../words/format.ts';
import { t } from '../words/index.ts';
import { alignLegs, type LegRow } from './route-rows.ts';
import { SideTitles } from './route-titles.tsx';
import { legName, roadName } from './route-words.ts';

interface Way {
  readonly lengthM: number;
  readonly timeS: number;
}

function Numbers({ base, build }: { readonly base: Way | null; readonly build: Way | null }) {
  return (
    <>
      {[base, build].flatMap((way, i) => [
        <td key={`${i}km`} class="number first">
          {way === null ? DASH : kilometres(way.lengthM)}
        </td>,
        <td key={`${i}min`} class="number">
          {way === null ? DASH : minutes(way.timeS)}
        </td>,
      ])}
    </>
  );
}

function Leg({ row: { base, build } }: { readonly row: LegRow }) {
  const leg: TripLeg | null = build ?? base;
  if (leg === null) return null;
  const looks = [leg.belt ? 'belt' : '', leg.facility === 'ramp' ? 'ramp' : ''].join(' ');
  return (
    <tr class={looks}>
      <th scope="row">
        {leg.belt && (
          <span role="img" aria-label={t('route.beltLeg')}>
            ◆{' '}
          </span>
        )}
        {legName(leg)}
        {leg.ref !== null && <small class="muted"> {leg.ref}</small>}
        {leg.estimatedShare > 0.5 && (
          <span role="img" aria-label={t('route.estimatedLeg')}>
            {' '}
            ≈
          </span>
        )}
      </th>
      <Numbers base={base} build={build} />
    </tr>
  );
}

type End = 'access' | 'egress';

function Connector({ trip, end }: { readonly trip: TripExplanation; readonly end: End }) {
  const [base, build] = [trip.base, trip.build].map((side) => side.route?.[end] ?? null);
  const same = base?.feature === build?.feature;
  const rows: readonly (readonly [TripConnector | null, TripConnector | null])[] = same
    ? [[base ?? null, build ?? null]]
    : [
        [base ?? null, null],
        [null, build ?? null],
      ];
  return (
    <>
      {rows.map(([before, after], i) => {
        const one = after ?? before;
        return (
          one !== null && (
            <tr key={i} class="ramp">
              <th scope="row">
                {t(`route.${end}`, { road: roadName(one) })}{' '}
                <small class="muted">{t('route.metres', { n: Math.round(one.lengthM) })}</small>
              </th>
              <Numbers base={before} build={after} />
            </tr>
          )
        );
      })}
    </>
  );
}

const listLegs = ({ route }: TripSide): readonly TripLeg[] => route?.legs ?? [];

export function RouteLegs({ trip }: { readonly trip: TripExplanation }) {
  const rows = alignLegs(listLegs(trip.base), listLegs(trip.build));
  return (
    <section>
      <h3>{t('route.legs')}</h3>
      <table class="route-table legs">
        <caption class="visually-hidden">{t('route.legs')}</caption>
        <thead>
          <SideTitles first={t('route.road')} />
        </thead>
        <tbody>
          <Connector trip={trip} end="access" />
          {rows.map((row, i) => (
            <Leg key={i} row={row} />
          ))}
          <Connector trip={trip} end="egress" />
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('route.total')}</th>
            <Numbers base={trip.base.route} build={trip.build.route} />
          </tr>
        </tfoot>
      </table>
      <p class="small muted">{t('route.legend', { dash: DASH })}</p>
    </section>
  );
}
