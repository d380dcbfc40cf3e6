import { applyScenario } from '../scenario/apply.ts';
import { toSeconds } from './cells.ts';
import { arriving, joinSite, leaving, listPieces } from './graph.ts';
import { prepareSums } from './shortest.ts';
import { findSite, listProducing } from './sites.ts';
/** Two copies of every vertex, `0…` before and `1…` after the first piece of the belt. */
function inLayers(pieces, isBelt) {
    return pieces.flatMap((piece) => [
        { ...piece, from: `0${piece.from}`, to: `${isBelt(piece) ? 1 : 0}${piece.to}` },
        { ...piece, from: `1${piece.from}`, to: `1${piece.to}` },
    ]);
}
const timeOf = ({ timeMs }) => timeMs;
/** Places a claim's trips begin at: seat and zones of a district, or the zone or plant named. */
function listOrigins(dataset, from) {
    const isDistrict = dataset.header.districts.some(({ id }) => id === from);
    const zones = dataset.zones.filter((zone) => zone.district === from);
    const named = [...dataset.zones, ...dataset.plants].filter(({ id }) => id === from);
    return (isDistrict ? zones : named).map(({ id }) => id);
}
/** Plants a claim's trips end at, of which the nearest counts. */
function listTargets(dataset, to) {
    if (to === null)
        return [];
    const named = dataset.plants.filter(({ id }) => id === to).map(({ id }) => id);
    return named.length > 0 ? named : listProducing(dataset, to, dataset.header.defaults.plantDate);
}
/** The network of a scenario between all zones and plants, for a car in free flow, searched once an origin. */
function prepareNetwork(dataset, scenario, places) {
    const vehicleClass = dataset.vehicleClasses.find(({ id }) => id === 'car');
    const trafficState = dataset.trafficStates.find(({ id }) => id === 'free');
    if (vehicleClass === undefined || trafficState === undefined)
        return undefined;
    const state = applyScenario(dataset, scenario);
    const pieces = listPieces(dataset, state, { vehicleClass, trafficState, corner: 'mid' }, places);
    const { sections } = dataset.header.belt;
    const layered = inLayers(pieces, ({ link }) => link !== null && sections.includes(link.section));
    const [fastest, viaBelt] = [prepareSums(pieces, timeOf), prepareSums(layered, timeOf)];
    return keep((from) => ({ fastest: fastest(from), viaBelt: viaBelt(`0${from}`) }));
}
/** Remembers what a function gave. */
function keep(make) {
    const kept = new Map();
    return (key) => {
        const value = kept.has(key) ? kept.get(key) : make(key);
        kept.set(key, value);
        return value;
    };
}
/** The trips of one claim; none where it names no time, no place or no scenario of the data. */
function deriveClaim(dataset, claim, networkOf) {
    const targets = listTargets(dataset, claim.to).map(arriving);
    const network = networkOf(claim.scenario ?? dataset.header.defaults.build);
    if (claim.claimedS === null || targets.length === 0 || network === undefined)
        return [];
    const nearest = (sums, layer) => toSeconds(Math.min(...targets.map((target) => sums.get(layer + target) ?? Infinity)));
    return listOrigins(dataset, claim.from).map((origin) => {
        const { fastest, viaBelt } = network(leaving(origin));
        return { id: claim.id, origin, computedS: nearest(fastest, ''), viaBeltS: nearest(viaBelt, '1') };
    });
}
/** Places that claims speak of, joined to the road. */
function joinClaimed(dataset) {
    const timed = dataset.claims.filter(({ claimedS }) => claimedS !== null);
    const ids = timed.flatMap(({ from, to }) => [...listOrigins(dataset, from), ...listTargets(dataset, to)]);
    return [...new Set(ids)].flatMap((id) => {
        const site = findSite(dataset, id);
        return site === undefined ? [] : joinSite(dataset, site);
    });
}
/** Times of every claim that has trips, once an origin. Throws DataError for a place off the map. */
export function deriveClaims(dataset) {
    const places = joinClaimed(dataset);
    const networkOf = keep((named) => {
        const scenario = dataset.scenarios.find(({ id }) => id === named);
        return scenario === undefined ? undefined : prepareNetwork(dataset, scenario, places);
    });
    return dataset.claims.flatMap((claim) => deriveClaim(dataset, claim, networkOf));
}
