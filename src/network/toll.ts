/** What a link costs in toll, and whether it is tolled at all on a day: plazas stand only where it is. */
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import type { TariffPeriod, VehicleClass } from '../model/travel.ts';
import { DataError } from '../problems.ts';
import { isOpenOn } from '../scenario/dates.ts';
import { FEN_PER_CNY, M_PER_KM, roundHalfUp } from '../units.ts';

/** Periods in force by tariff id; null = the tariff is not charged on the day. */
type Charges = ReadonlyMap<string, TariffPeriod | null>;

/** By data set and day: asked for every link of every setting. */
const CHARGES = new WeakMap<Dataset, Map<string, Charges>>();

function listCharges(dataset: Dataset, day: string): Charges {
  const byDay = CHARGES.get(dataset) ?? new Map<string, Charges>();
  CHARGES.set(dataset, byDay);
  const known = byDay.get(day);
  if (known !== undefined) return known;
  const charges = new Map(
    dataset.tariffs.map(({ id, periods }) => [
      id,
      periods.find(({ from, to }) => isOpenOn(from, to, day)) ?? null,
    ]),
  );
  byDay.set(day, charges);
  return charges;
}

/** The tariff period in force on a link on an ISO day, or null where nothing is charged then. */
export function findCharge(dataset: Dataset, link: Link, day: string): TariffPeriod | null {
  if (link.tariff === null) return null;
  const charge = listCharges(dataset, day).get(link.tariff);
  if (charge !== undefined) return charge;
  const expected = `a tariff: ${dataset.tariffs.map(({ id }) => id).join(', ')}`;
  throw new DataError([
    {
      file: 'network',
      path: `${link.id}.tariff`,
      expected,
      found: JSON.stringify(link.tariff),
      code: 'unknown-id',
    },
  ]);
}

function getRate(
  charge: TariffPeriod,
  link: Link,
  { tollClass }: VehicleClass,
): readonly [perKm: number, pass: number] {
  const perKm = charge.perKmCny[tollClass];
  const perPass = charge.perPassCny[tollClass];
  if (perKm !== undefined || perPass !== undefined) return [perKm ?? 0, perPass ?? 0];
  const expected = `a rate for toll class ${tollClass}`;
  throw new DataError([
    {
      file: 'network',
      path: `${link.id}.tariff`,
      expected,
      found: JSON.stringify(link.tariff),
      code: 'missing',
    },
  ]);
}

/**
 * Toll of a whole link in fen (1/100 CNY), rounded half up once. Throws DataError where the tariff in force
 * names no rate for the vehicle's toll class.
 */
export function linkTollFen(dataset: Dataset, link: Link, vehicleClass: VehicleClass, day: string): number {
  const charge = findCharge(dataset, link, day);
  if (charge === null) return 0;
  const [perKmCny, perPassCny] = getRate(charge, link, vehicleClass);
  return roundHalfUp((perKmCny * (link.lengthM / M_PER_KM) + perPassCny) * FEN_PER_CNY);
}
