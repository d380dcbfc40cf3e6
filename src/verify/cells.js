import { applyScenario } from '../scenario/apply.ts';
import { FEN_PER_CNY, MM_PER_M, MS_PER_SECOND } from '../units.ts';
import { arriving, leaving, listPieces } from './graph.ts';
import { prepareWays } from './shortest.ts';
/** Key of a derived cell: its origin is the site, which several suppliers may share. */
export function toKey(scenario, site, destination) {
    return JSON.stringify([scenario, site, destination]);
}
const UNREACHED = {
    timeS: null,
    lowS: null,
    highS: null,
    lengthM: null,
    tollCny: null,
    estimatedShare: null,
    townChainShare: null,
    viaBeltM: null,
    byFacilityS: null,
};
const MILLION = 1e6;
/** Seconds of an answer; null where there is no way. */
export function toSeconds(timeMs) {
    return timeMs === Infinity ? null : timeMs / MS_PER_SECOND;
}
/** Decimal numbers of an answer carry six places. */
export function toSixPlaces(value) {
    return Math.round(value * MILLION) / MILLION;
}
function sum(route, measure) {
    return route.reduce((total, piece) => total + measure(piece), 0);
}
const timeOf = (route) => sum(route, (piece) => piece.timeMs);
/** Share of a route's time on the pieces that pass a test. */
function shareOf(route, test) {
    const whole = timeOf(route);
    return whole === 0 ? 0 : toSixPlaces(timeOf(route.filter(test)) / whole);
}
function byFacility(route) {
    const times = {};
    for (const piece of route) {
        const facility = piece.link?.facility ?? 'connector';
        times[facility] = (times[facility] ?? 0) + piece.timeMs;
    }
    const spent = Object.entries(times).filter(([, ms]) => ms > 0);
    return Object.fromEntries(spent.map(([facility, ms]) => [facility, ms / MS_PER_SECOND]));
}
function describe(dataset, route, lowS, highS) {
    const { sections } = dataset.header.belt;
    const onBelt = ({ link }) => link !== null && sections.includes(link.section);
    return {
        timeS: timeOf(route) / MS_PER_SECOND,
        lowS,
        highS,
        lengthM: sum(route, (piece) => piece.lengthMm) / MM_PER_M,
        tollCny: sum(route, (piece) => piece.tollFen) / FEN_PER_CNY,
        estimatedShare: shareOf(route, ({ link }) => link === null || link.lengthBasis === 'estimated'),
        townChainShare: shareOf(route, ({ link }) => link?.lengthHow.startsWith('town chain') === true),
        viaBeltM: sum(route.filter(onBelt), (piece) => piece.lengthMm) / MM_PER_M,
        byFacilityS: byFacility(route),
    };
}
/** Derives the cells from places to others on a scenario's day, by `toKey`. */
export function deriveCells(dataset, scenario, terms, origins, destinations) {
    const state = applyScenario(dataset, scenario);
    const places = [...new Map([...origins, ...destinations].map((place) => [place.id, place])).values()];
    const prepare = (corner) => prepareWays(listPieces(dataset, state, { ...terms, corner }, places, terms.valueOfTimeCnyPerH));
    const [mid, fast, slow] = [prepare('mid'), prepare('fast'), prepare('slow')];
    const timeTo = (ways, target) => {
        if (terms.valueOfTimeCnyPerH === null)
            return toSeconds(ways.costTo(target));
        const route = ways.findRoute(target);
        return route === null ? null : toSeconds(timeOf(route));
    };
    const rows = origins.flatMap((origin) => {
        const from = leaving(origin.id);
        const [middle, low, high] = [mid(from), fast(from), slow(from)];
        return destinations.map(({ id }) => {
            const to = arriving(id);
            const route = middle.findRoute(to);
            const cell = route ? describe(dataset, route, timeTo(low, to), timeTo(high, to)) : UNREACHED;
            return [toKey(scenario.id, origin.id, id), cell];
        });
    });
    return new Map(rows);
}
