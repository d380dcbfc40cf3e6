/** What closing each link of a city loses, as a document: most lost first. */
import type { City, Site } from '../../city/city.ts';
import type { LinkLoss } from '../../city/closings.ts';
import type { CityEnds } from '../../city/firm-ends.ts';
import type { CityLimits } from '../../city/measures.ts';
import { MM_PER_M, MS_PER_SECOND } from '../../units.ts';
import { toCityData, toCityRoad, type CityData, type CityLeg } from './city.ts';

/** The loss that links are in order of. */
export const CITY_MEASURES = ['minutes', 'passes'] as const;
export type CityMeasure = (typeof CITY_MEASURES)[number];

export interface CityCriticalLink extends Omit<CityLeg, 'timeS'> {
  /** As a scenario file calls it. */
  readonly link: string;
  /** Seconds longer, over the pairs that keep a way. */
  readonly lostS: number;
  /** Pairs that take longer or have no way any more. */
  readonly slowed: number;
  /** Pairs without any way left. */
  readonly cutOffPairs: number;
  /** Pairs within the cutoff, and within it and the tolerance, that are not any more. */
  readonly strict: number;
  readonly tolerant: number;
  /** Null seconds = no way any more. */
  readonly worst: { readonly supplier: string; readonly plant: string; readonly lostS: number | null };
}

export interface CityCriticalityDocument {
  readonly schema: 'beltway/city-criticality@1';
  readonly data: CityData;
  readonly vehicleClass: string;
  readonly cutoffS: number;
  readonly toleranceS: number;
  readonly suppliers: number;
  readonly plants: number;
  /** Suppliers × plants. */
  readonly pairs: number;
  readonly measure: CityMeasure;
  /** Links whose closing loses something; `links` may be the first of them. */
  readonly critical: number;
  readonly links: readonly CityCriticalLink[];
}

interface Choice extends CityLimits {
  readonly measure: CityMeasure;
  /** Only so many links; null = all. */
  readonly top: number | null;
}

const ORDERS: Readonly<Record<CityMeasure, readonly ((loss: LinkLoss) => number)[]>> = {
  minutes: [({ cutOff }) => cutOff, ({ lostMs }) => lostMs],
  passes: [({ strict }) => strict, ({ cutOff }) => cutOff, ({ lostMs }) => lostMs],
};

/** Most lost first; of equals the first of the network. */
function sortLosses(losses: readonly LinkLoss[], measure: CityMeasure): readonly LinkLoss[] {
  return losses.toSorted((a, b) => {
    const read = ORDERS[measure].find((one) => one(a) !== one(b));
    return read === undefined ? a.link - b.link : read(b) - read(a);
  });
}

function toLink(
  city: City,
  { suppliers, plants, titleOf }: CityEnds,
  linkIds: readonly string[],
  loss: LinkLoss,
): CityCriticalLink {
  const { link, lostMs, slowed, cutOff, strict, tolerant, worst } = loss;
  const toTitle = (site: Site | undefined): string => titleOf.get(site?.place.id ?? '') ?? '';
  return {
    ...{ link: linkIds[link] ?? '', ...toCityRoad(city, link) },
    lengthM: (city.network.links.lengthMm[link] as number) / MM_PER_M,
    ...{ lostS: lostMs / MS_PER_SECOND, slowed, cutOffPairs: cutOff, strict, tolerant },
    worst: {
      supplier: toTitle(suppliers[worst.origin]),
      plant: toTitle(plants[worst.destination]),
      lostS: worst.lostMs === Infinity ? null : worst.lostMs / MS_PER_SECOND,
    },
  };
}

/** The document; `linkIds` are the ids of the links by number. */
export function toCityCriticalityDocument(
  city: City,
  ends: CityEnds,
  linkIds: readonly string[],
  losses: readonly LinkLoss[],
  { measure, top, cutoffS, toleranceS }: Choice,
): CityCriticalityDocument {
  const { suppliers, plants } = ends;
  const shown = sortLosses(losses, measure).slice(0, top ?? losses.length);
  return {
    ...{ schema: 'beltway/city-criticality@1', data: toCityData(city), vehicleClass: city.vehicleClass },
    ...{ cutoffS, toleranceS, suppliers: suppliers.length, plants: plants.length },
    ...{ pairs: suppliers.length * plants.length, measure, critical: losses.length },
    links: shown.map((loss) => toLink(city, ends, linkIds, loss)),
  };
}
