import { flag, list, oneOf, orNull, real, record, show, tell, text, } from './shape.ts';
const ANSWER_SCHEMA = 'beltway/analysis@1';
/** An object of numbers or texts under keys that the reader does not know beforehand. */
function mapOf(check) {
    return (value, path, findings) => {
        const before = findings.problems.length;
        const plain = typeof value === 'object' && value !== null && !Array.isArray(value);
        if (!plain || Object.keys(value).length > 1000) {
            tell(findings, path, 'an object of at most 1000 keys', show(value), 'wrong-type');
            return undefined;
        }
        const copy = Object.entries(value).map(([key, entry]) => [key, check(entry, `${path}.${key}`, findings)]);
        return findings.problems.length === before
            ? Object.fromEntries(copy)
            : undefined;
    };
}
const quantity = orNull(real);
const cell = record({
    scenario: text,
    origin: text,
    destination: text,
    timeS: quantity,
    lowS: quantity,
    highS: quantity,
    lengthM: quantity,
    tollCny: quantity,
    estimatedShare: quantity,
    townChainShare: quantity,
    viaBeltM: quantity,
    byFacilityS: orNull(mapOf(real)),
}, false);
const group = record({
    scenario: text,
    origin: text,
    group: text,
    plant: orNull(text),
    timeS: quantity,
    verdict: oneOf(['strict', 'tolerant', 'no', 'unreachable']),
    corners: oneOf(['all', 'some', 'none']),
}, false);
const attributions = oneOf(['yes-in-both', 'no-to-yes', 'no-in-both', 'yes-to-no']);
const attribution = record({ origin: text, group: text, strict: attributions, tolerant: attributions }, false);
const independence = record({
    scenario: text,
    cutoffS: real,
    suppliers: real,
    sites: real,
    iOut: quantity,
    iOutAll: quantity,
    atLeastOne: flag,
    i2: quantity,
    i3: quantity,
    meanGroups: quantity,
    soft: quantity,
}, false);
const curvePoint = record({ scenario: text, group: text, cutoffMin: real, share: real, shareOfSites: real }, false);
const claim = record({ id: text, origin: orNull(text), computedS: quantity, viaBeltS: quantity }, false);
const role = oneOf(['base', 'build', 'beside']);
const body = record({
    schema: oneOf([ANSWER_SCHEMA]),
    data: record({ id: text, digest: text }, false),
    vehicleClass: text,
    traffic: text,
    cutoffS: real,
    toleranceS: real,
    valueOfTimeCnyPerH: quantity,
    groupChoice: mapOf(text),
    plantDate: text,
    scenarios: list(record({ id: text, date: text, role }, false), 100),
    origins: list(record({ id: text, site: text }, false), 10_000),
    destinations: list(record({ id: text, group: orNull(text) }, false), 1000),
    cells: list(cell),
    groups: list(group),
    attribution: list(attribution),
    independence: list(independence, 100),
    curve: list(curvePoint),
    claims: list(claim, 10_000),
}, false);
/** The answer a value holds; undefined with problems where it is none, first of all for another schema. */
export function readAnswer(value, findings) {
    const named = typeof value === 'object' && value !== null
        ? Object.getOwnPropertyDescriptor(value, 'schema')?.value
        : undefined;
    if (oneOf([ANSWER_SCHEMA])(named, 'schema', findings) === undefined)
        return undefined;
    return body(value, '', findings);
}
