/** An explained trip to take along: the commands that give the same, and the way as CSV. */
import { toCsv, type TripExplanation, type TripSide } from '../../src/index.ts';
import { choice } from '../state/choice.ts';
import { listClock, quote } from '../state/command.ts';

/** A place as the command line knows it: a site that only this browser has by its coordinate. */
function toOrigin({ from, asked }: TripExplanation): string {
  const own = choice.value.population === 'own' && from.kind === 'supplier';
  return own ? from.at.join(',') : asked.origin;
}

function toCommand(trip: TripExplanation, destination: string): string {
  const { base, build, vehicleClass, traffic } = trip;
  const words = [
    ...[toOrigin(trip), destination, '--base', base.scenario.id, '--build', build.scenario.id],
    ...(vehicleClass === 'car' ? [] : ['--vehicle', vehicleClass]),
    ...(traffic === 'free' ? [] : ['--traffic', traffic]),
    ...listClock(choice.value),
  ];
  return ['npx beltway route', ...words.map(quote)].join(' ');
}

/** One command, or two where another plant decides in each scenario; a group without any way has none. */
export function listCommands(trip: TripExplanation): readonly string[] {
  const ends = [trip.base.to, trip.build.to].flatMap((to) => (to === null ? [] : [to.id]));
  const fallback = trip.group === null ? [trip.asked.destination] : [];
  return [...new Set(ends.length === 0 ? fallback : ends)].map((id) => toCommand(trip, id));
}

const TITLES =
  'scenario,part,road,road_zh,ref,facility,belt,from,to,length_m,time_s,toll_cny,estimated_share';

function listRows({ scenario, route }: TripSide): readonly (readonly (string | number | boolean | null)[])[] {
  if (route === null) return [];
  const toEnd = (part: 'access' | 'egress') => {
    const { nameEn, nameZh, ref, lengthM, timeS } = route[part];
    return [scenario.id, part, nameEn, nameZh, ref, 'connector', false, null, null, lengthM, timeS, 0, 1];
  };
  const legs = route.legs.map((leg) => [
    ...[scenario.id, 'leg', leg.nameEn, leg.nameZh, leg.ref, leg.facility, leg.belt],
    ...[leg.from.nameEn, leg.to.nameEn, leg.lengthM, leg.timeS, leg.tollCny, leg.estimatedShare],
  ]);
  return [toEnd('access'), ...legs, toEnd('egress')];
}

/** Connectors and legs of both scenarios, one a line. */
export function toLegsCsv({ base, build }: TripExplanation): string {
  return toCsv(TITLES.split(','), [...listRows(base), ...listRows(build)]);
}
