/** Minutes by kind of road: a stacked bar for each scenario to one scale, and the table that says the same. */
import type { TripExplanation, TripRoute } from '../../src/index.ts';
import { DASH, kilometres, minutes } from '../words/format.ts';
import { t } from '../words/index.ts';
import { listBarParts, type BarPart } from './route-rows.ts';
import { SideTitles } from './route-titles.tsx';
import { facilityName } from './route-words.ts';

interface Props {
  readonly trip: TripExplanation;
}

const SIDES = ['base', 'build'] as const;
const HEIGHT = 22;
const WIDTH = 1000;

function toLabel(side: string, parts: readonly BarPart[]): string {
  const texts = parts.map(({ facility, belt, timeS }) => {
    const name = `${belt ? '◆ ' : ''}${facilityName(facility)}`;
    return t('route.barPart', { name, n: minutes(timeS) });
  });
  return t('route.barLabel', { side, parts: texts.join(', ') });
}

/** Where a part begins, in units of the bar. */
function toStart(parts: readonly BarPart[], at: number, scale: number): number {
  return parts.slice(0, at).reduce((sum, { timeS }) => sum + timeS * scale, 0);
}

function Bar({
  side,
  route,
  mostS,
}: {
  readonly side: string;
  readonly route: TripRoute;
  readonly mostS: number;
}) {
  const parts = listBarParts(route);
  const scale = WIDTH / mostS;
  return (
    <svg
      class="route-bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={toLabel(side, parts)}
    >
      {parts.map(({ facility, belt, timeS }, i) => (
        <rect
          key={`${facility}${belt}`}
          class={belt ? 'part-belt' : `part-${facility}`}
          x={toStart(parts, i, scale)}
          y={1}
          width={timeS * scale}
          height={HEIGHT - 2}
        />
      ))}
    </svg>
  );
}

function findFacility(route: TripRoute | null, facility: string) {
  return route?.byFacility.find((part) => part.facility === facility) ?? null;
}

/** Facilities of either route, most minutes of the build scenario first. */
function listFacilities({ base, build }: TripExplanation): readonly string[] {
  const parts = [build, base].flatMap(({ route }) => route?.byFacility ?? []);
  return [...new Set(parts.map(({ facility }) => facility))];
}

function onBelt(route: TripRoute): { readonly timeS: number; readonly lengthM: number } {
  const legs = route.legs.filter(({ belt }) => belt);
  return { timeS: legs.reduce((sum, leg) => sum + leg.timeS, 0), lengthM: route.viaBeltM };
}

interface RowProps {
  readonly title: string;
  readonly look: string;
  readonly values: readonly ({ readonly timeS: number; readonly lengthM: number } | null)[];
}

function Row({ title, look, values }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <span class={`swatch ${look}`} aria-hidden="true" /> {title}
      </th>
      {values.flatMap((value, i) => [
        <td key={`${i}km`} class="number first">
          {value === null ? DASH : kilometres(value.lengthM)}
        </td>,
        <td key={`${i}min`} class="number">
          {value === null ? DASH : minutes(value.timeS)}
        </td>,
      ])}
    </tr>
  );
}

function Table({ trip }: Props) {
  const routes = SIDES.map((side) => trip[side].route);
  return (
    <table class="route-table legs">
      <caption class="visually-hidden">{t('route.facilities')}</caption>
      <thead>
        <SideTitles first={t('route.facility')} />
      </thead>
      <tbody>
        {listFacilities(trip).map((facility) => (
          <Row
            key={facility}
            title={facilityName(facility)}
            look={`part-${facility}`}
            values={routes.map((route) => findFacility(route, facility))}
          />
        ))}
        <Row
          title={t('route.ofBelt')}
          look="part-belt"
          values={routes.map((route) => (route === null ? null : onBelt(route)))}
        />
      </tbody>
    </table>
  );
}

export function RouteFacilities({ trip }: Props) {
  const mostS = Math.max(...SIDES.map((side) => trip[side].route?.timeS ?? 0));
  return (
    <section>
      <h3>{t('route.facilities')}</h3>
      {SIDES.map((side) => {
        const { route } = trip[side];
        return (
          route !== null && (
            <div key={side} class="route-bar-line">
              <span class="small">{t(`route.${side}`)}</span>
              <Bar side={t(`route.${side}`)} route={route} mostS={mostS} />
            </div>
          )
        );
      })}
      <Table trip={trip} />
    </section>
  );
}
