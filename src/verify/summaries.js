import { SECONDS_PER_MINUTE } from '../units.ts';
import { toKey, toSixPlaces } from './cells.ts';
function listFirms(dataset, answer, groups, scenario) {
    return answer.origins.flatMap(({ id, site }) => {
        const supplier = dataset.suppliers.find((one) => one.id === id);
        if (supplier === undefined)
            return [];
        const times = dataset.header.groups.map(({ id: group }) => {
            return { group, timeS: groups.get(toKey(scenario, id, group))?.timeS ?? Infinity };
        });
        const others = times.filter(({ group }) => group !== supplier.keiretsu);
        const [timesS, othersS] = [times, others].map((list) => list.map(({ timeS }) => timeS));
        const { keiretsu: own, tier, volume } = supplier;
        return [{ site, own, tier, volume, timesS, othersS }];
    });
}
function sum(values) {
    return values.reduce((total, value) => total + value, 0);
}
/** Mean, or null of nothing. */
function mean(values) {
    return values.length === 0 ? null : sum(values) / values.length;
}
const count = (timesS, cutoffS) => timesS.filter((timeS) => timeS <= cutoffS).length;
const countSites = (firms) => new Set(firms.map(({ site }) => site)).size;
/** Share of firms that reach at least so many groups, by volume where every volume is known. */
function shareReaching(firms, least, cutoffS) {
    const byVolume = firms.every(({ volume }) => volume !== null);
    const weigh = (some) => sum(some.map(({ volume }) => (byVolume ? (volume ?? 0) : 1)));
    const all = weigh(firms);
    return all > 0 ? weigh(firms.filter(({ timesS }) => count(timesS, cutoffS) >= least)) / all : null;
}
/** Logistic weight of a time: middle 60 min, standard deviation 10 min, 1 at no time (MODEL, section 4). */
function fade(timeS) {
    const slope = Math.PI / (10 * Math.sqrt(3));
    const minutes = timeS / SECONDS_PER_MINUTE;
    return (1 + Math.exp(-60 * slope)) / (1 + Math.exp((minutes - 60) * slope));
}
/** Whole minutes from one to another, both included, in seconds. */
function listCutoffs(fromMin, toMin) {
    return Array.from({ length: toMin - fromMin + 1 }, (_, i) => (fromMin + i) * SECONDS_PER_MINUTE);
}
/** The measures of independence of one scenario, unrounded. */
export function deriveIndependence(dataset, answer, groups, scenario) {
    const { cutoffS } = answer;
    const firms = listFirms(dataset, answer, groups, scenario);
    const tagged = firms.filter(({ tier, own }) => tier === 1 && own !== null);
    const out = tagged.filter(({ othersS }) => count(othersS, cutoffS) > 0).length;
    const outAll = tagged.filter(({ othersS }) => othersS.length > 0 && count(othersS, cutoffS) === othersS.length);
    const perCutoff = listCutoffs(45, 75);
    return {
        scenario,
        cutoffS,
        suppliers: firms.length,
        sites: countSites(firms),
        iOut: tagged.length === 0 ? null : out / tagged.length,
        iOutAll: tagged.length === 0 ? null : outAll.length / tagged.length,
        atLeastOne: out > 0,
        i2: shareReaching(firms, 2, cutoffS),
        i3: shareReaching(firms, 3, cutoffS),
        meanGroups: mean(firms.map(({ timesS }) => mean(perCutoff.map((limitS) => count(timesS, limitS))) ?? 0)),
        soft: mean(firms.flatMap(({ othersS }) => mean(othersS.map(fade)) ?? [])),
    };
}
/** Group under which the answer's curve of all groups stands. */
const ALL = 'all';
/** Shares of firms and sites that pass for each whole minute from 20 to 120, by group and for all of them. */
export function deriveCurve(dataset, answer, groups, scenario) {
    const firms = listFirms(dataset, answer, groups, scenario);
    if (firms.length === 0)
        return [];
    const curves = dataset.header.groups.map(({ id }, i) => ({
        id,
        timeS: (firm) => firm.timesS[i] ?? Infinity,
    }));
    const all = { id: ALL, timeS: (firm) => Math.max(...firm.timesS) };
    return [...curves, all].flatMap(({ id: group, timeS }) => listCutoffs(20, 120).map((limitS) => {
        const passing = firms.filter((firm) => timeS(firm) <= limitS);
        const share = toSixPlaces(passing.length / firms.length);
        const shareOfSites = toSixPlaces(countSites(passing) / countSites(firms));
        return { scenario, group, cutoffMin: limitS / SECONDS_PER_MINUTE, share, shareOfSites };
    }));
}
function attribute(without, withRoad) {
    if (without === withRoad)
        return without ? 'yes-in-both' : 'no-in-both';
    return without ? 'yes-to-no' : 'no-to-yes';
}
/** What differs between base and build for every origin and group. */
export function deriveAttribution(dataset, answer, groups) {
    const [base, build] = ['base', 'build'].map((role) => answer.scenarios.find((one) => one.role === role)?.id ?? '');
    return answer.origins.flatMap(({ id: origin }) => dataset.header.groups.map(({ id: group }) => {
        const [without, withRoad] = [base, build].map((scenario) => groups.get(toKey(scenario ?? '', origin, group))?.verdict);
        const tolerant = [without, withRoad].map((verdict) => verdict === 'strict' || verdict === 'tolerant');
        return {
            origin,
            group,
            strict: attribute(without === 'strict', withRoad === 'strict'),
            tolerant: attribute(tolerant[0] === true, tolerant[1] === true),
        };
    }));
}
