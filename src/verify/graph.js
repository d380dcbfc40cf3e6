import { MM_PER_M, MS_PER_SECOND, roundHalfUp } from '../units.ts';
import { listAccesses } from './connectors.ts';
import { KMH_PER_M_PER_S, speeding, timeOfLinkMs, tollAsTimeMs, tollOfLinkFen, } from './impedance.ts';
/** Stands where a link id would: no link has this id. */
export const CONNECTOR = '@';
/** What is split between the pieces of a link. */
const SPLIT = ['timeMs', 'lengthMm', 'tollFen', 'tollMs'];
/** Finds the accesses of a site; throws DataError where it is off the map. */
export function joinSite(dataset, site) {
    return { id: site.id, accesses: listAccesses(dataset, site) };
}
/** Vertex a trip from a place begins at. */
export function leaving(place) {
    return `>${place}`;
}
/** Vertex a trip to a place ends at. */
export function arriving(place) {
    return `<${place}`;
}
/** Different shares of the points on each feature, in rising order. */
function sharesByFeature(places) {
    const shares = new Map();
    for (const { featureId, share } of places.flatMap(({ accesses }) => accesses)) {
        shares.set(featureId, [...(shares.get(featureId) ?? []), share]);
    }
    return new Map([...shares].map(([id, list]) => [id, [...new Set(list)].toSorted((a, b) => a - b)]));
}
/** Splits a whole between the stops on the way so that the pieces add up to it exactly. */
function splitAt(whole, stops) {
    const cumulative = [0, ...stops.map((share) => roundHalfUp(share * whole)), whole];
    return cumulative.slice(1).map((end, i) => end - (cumulative[i] ?? 0));
}
/** A directed link as pieces between its ends and the points on it, in its own direction. */
function cutLink(link, shares, whole) {
    const names = shares.map((_, i) => `@${link.featureId}:${i + 1}`);
    const backwards = link.id !== link.featureId;
    const stops = backwards ? shares.map((share) => 1 - share).toReversed() : shares;
    const vertices = [link.from, ...(backwards ? names.toReversed() : names), link.to];
    const parts = SPLIT.map((name) => [name, splitAt(whole[name], stops)]);
    return vertices.slice(1).map((to, index) => {
        const numbers = Object.fromEntries(parts.map(([name, values]) => [name, values[index]]));
        return { ...whole, ...numbers, from: vertices[index] ?? '', to, index };
    });
}
function connect(vertex, place, lengthMm, speedKmh) {
    const timeMs = roundHalfUp(MS_PER_SECOND * (lengthMm / MM_PER_M / (speedKmh / KMH_PER_M_PER_S)));
    const rest = { linkId: CONNECTOR, link: null, index: 0, timeMs, lengthMm, tollFen: 0, tollMs: 0 };
    return [
        { from: leaving(place), to: vertex, ...rest },
        { from: vertex, to: arriving(place), ...rest },
    ];
}
/** Every directed piece of the network of a day, for a vehicle in traffic, between the given places. */
export function listPieces(dataset, state, conditions, places, valueOfTimeCnyPerH = null) {
    const shares = sharesByFeature(places);
    const roads = state.links.flatMap((link) => {
        const tollFen = tollOfLinkFen(dataset, link, conditions.vehicleClass, state.day);
        return cutLink(link, shares.get(link.featureId) ?? [], {
            linkId: link.id,
            link,
            timeMs: timeOfLinkMs(dataset, link, conditions, state.day),
            lengthMm: roundHalfUp(link.lengthM * MM_PER_M),
            tollFen,
            tollMs: tollAsTimeMs(tollFen, valueOfTimeCnyPerH),
        });
    });
    const open = new Set(state.links.map(({ featureId }) => featureId));
    const speedKmh = speeding(dataset.parameters.connectorSpeedKmh, conditions.corner);
    const connectors = places.flatMap(({ id, accesses }) => accesses
        .filter(({ featureId }) => open.has(featureId))
        .flatMap(({ featureId, share, lengthMm }) => {
        const rank = (shares.get(featureId) ?? []).indexOf(share) + 1;
        return connect(`@${featureId}:${rank}`, id, lengthMm, speedKmh);
    }));
    return [...roads, ...connectors];
}
