/**
 * Times of the claims in an answer, derived again: the fastest trip of a car in free flow and the fastest over
 * the belt. The ladder of verdicts above them is not derived here.
 */
import type { AnswerClaim } from '../model/answer-claims.ts';
import type { Claim } from '../model/claim.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import { applyScenario } from '../scenario/apply.ts';
import { toSeconds } from './cells.ts';
import { arriving, joinSite, leaving, listPieces, type Piece } from './graph.ts';
import { keep } from './keep.ts';
import { prepareSums, type Sums } from './shortest.ts';
import type { Site } from './connectors.ts';
import { findSite, listProducing } from './sites.ts';

export type DerivedClaim = Pick<AnswerClaim, 'id' | 'origin' | 'computedS' | 'viaBeltS'>;

/** Two copies of every vertex, `0…` before and `1…` after the first piece of the belt. */
function inLayers(pieces: readonly Piece[], isBelt: (piece: Piece) => boolean): readonly Piece[] {
  return pieces.flatMap((piece) => [
    { ...piece, from: `0${piece.from}`, to: `${isBelt(piece) ? 1 : 0}${piece.to}` },
    { ...piece, from: `1${piece.from}`, to: `1${piece.to}` },
  ]);
}

const timeOf = ({ timeMs }: Piece): number => timeMs;

/** Places a claim's trips begin at: seat and zones of a district, or the zone or plant named. */
function listOrigins(dataset: Dataset, from: string | null): readonly string[] {
  const isDistrict = dataset.header.districts.some(({ id }) => id === from);
  const zones = dataset.zones.filter((zone) => zone.district === from);
  const named = [...dataset.zones, ...dataset.plants].filter(({ id }) => id === from);
  return (isDistrict ? zones : named).map(({ id }) => id);
}

/** Plants a claim's trips end at, of which the nearest counts. */
function listTargets(dataset: Dataset, to: string | null): readonly string[] {
  if (to === null) return [];
  const named = dataset.plants.filter(({ id }) => id === to).map(({ id }) => id);
  return named.length > 0 ? named : listProducing(dataset, to, dataset.header.defaults.plantDate);
}

/** Least times from a vertex: the fastest way, and the fastest over the belt (targets in layer 1). */
type Network = (from: string) => { readonly fastest: Sums; readonly viaBelt: Sums };

/** The network of a scenario between all zones and plants, for a car in free flow, searched once an origin. */
function prepareNetwork(dataset: Dataset, scenario: Scenario, sites: readonly Site[]): Network | undefined {
  const vehicleClass = dataset.vehicleClasses.find(({ id }) => id === 'car');
  const trafficState = dataset.trafficStates.find(({ id }) => id === 'free');
  if (vehicleClass === undefined || trafficState === undefined) return undefined;
  const state = applyScenario(dataset, scenario);
  const places = sites.map((site) => joinSite(state, site));
  const pieces = listPieces(dataset, state, { vehicleClass, trafficState, corner: 'mid' }, places);
  const { sections } = dataset.header.belt;
  const layered = inLayers(pieces, ({ link }) => link !== null && sections.includes(link.section));
  const [fastest, viaBelt] = [prepareSums(pieces, timeOf), prepareSums(layered, timeOf)];
  return keep((from) => ({ fastest: fastest(from), viaBelt: viaBelt(`0${from}`) }));
}

/** The trips of one claim; none where it names no time, no place or no scenario of the data. */
function deriveClaim(
  dataset: Dataset,
  claim: Claim,
  networkOf: (scenario: string) => Network | undefined,
): readonly DerivedClaim[] {
  const targets = listTargets(dataset, claim.to).map(arriving);
  const network = networkOf(claim.scenario ?? dataset.header.defaults.build);
  if (claim.claimedS === null || targets.length === 0 || network === undefined) return [];
  const nearest = (sums: Sums, layer: string): number | null =>
    toSeconds(Math.min(...targets.map((target) => sums.get(layer + target) ?? Infinity)));
  return listOrigins(dataset, claim.from).map((origin): DerivedClaim => {
    const { fastest, viaBelt } = network(leaving(origin));
    return { id: claim.id, origin, computedS: nearest(fastest, ''), viaBeltS: nearest(viaBelt, '1') };
  });
}

/** Places that claims speak of. */
function listClaimed(dataset: Dataset): readonly Site[] {
  const timed = dataset.claims.filter(({ claimedS }) => claimedS !== null);
  const ids = timed.flatMap(({ from, to }) => [...listOrigins(dataset, from), ...listTargets(dataset, to)]);
  return [...new Set(ids)].flatMap((id) => findSite(dataset, id) ?? []);
}

/** Times of every claim that has trips, once an origin. Throws DataError for a place off the map. */
export function deriveClaims(dataset: Dataset): readonly DerivedClaim[] {
  const sites = listClaimed(dataset);
  const networkOf = keep((named) => {
    const scenario = dataset.scenarios.find(({ id }) => id === named);
    return scenario === undefined ? undefined : prepareNetwork(dataset, scenario, sites);
  });
  return dataset.claims.flatMap((claim) => deriveClaim(dataset, claim, networkOf));
}
