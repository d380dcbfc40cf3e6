import { toKey, toSixPlaces } from './cells.ts';
import { tell } from './shape.ts';
const MEASURES = [
    'timeS',
    'lowS',
    'highS',
    'lengthM',
    'tollCny',
    'estimatedShare',
    'townChainShare',
    'viaBeltM',
];
function compareCell(cell, derived, path, findings) {
    const where = `${path} (${cell.scenario}: ${cell.origin} to ${cell.destination})`;
    for (const measure of MEASURES) {
        const found = cell[measure];
        const share = measure === 'estimatedShare' || measure === 'townChainShare';
        if (derived[measure] === (share && found !== null ? toSixPlaces(found) : found))
            continue;
        tell(findings, `${where}.${measure}`, String(derived[measure]), String(found), 'contradiction');
    }
    const { byFacilityS: expected } = derived;
    if ((expected === null) !== (cell.byFacilityS === null)) {
        const [should, is] = [expected, cell.byFacilityS].map((times) => (times === null ? 'null' : 'an object'));
        tell(findings, `${where}.byFacilityS`, String(should), String(is), 'contradiction');
    }
    const facilities = new Set([...Object.keys(expected ?? {}), ...Object.keys(cell.byFacilityS ?? {})]);
    for (const facility of facilities) {
        const [is, should] = [cell.byFacilityS?.[facility] ?? 0, expected?.[facility] ?? 0];
        if (is !== should)
            tell(findings, `${where}.byFacilityS.${facility}`, String(should), String(is), 'contradiction');
    }
}
/** Reports cells that differ from the derived ones, that are missing, strange or stand twice. */
export function checkCells(answer, derived, findings) {
    const siteOf = new Map(answer.origins.map(({ id, site }) => [id, site]));
    const seen = new Set();
    for (const [i, cell] of answer.cells.entries()) {
        const own = toKey(cell.scenario, cell.origin, cell.destination);
        const expected = derived.get(toKey(cell.scenario, siteOf.get(cell.origin) ?? '', cell.destination));
        if (seen.has(own))
            tell(findings, `cells[${i}]`, 'each pair once', own, 'duplicate-id');
        const named = answer.destinations.some(({ id }) => id === cell.destination);
        if (expected === undefined || !named)
            tell(findings, `cells[${i}]`, 'a pair the answer names', own, 'unknown-id');
        else
            compareCell(cell, expected, `cells[${i}]`, findings);
        seen.add(own);
    }
    const wanted = answer.scenarios.flatMap(({ id }) => answer.origins.flatMap((origin) => answer.destinations.map((to) => toKey(id, origin.id, to.id))));
    for (const own of wanted.filter((key) => !seen.has(key)))
        tell(findings, 'cells', own, 'none', 'missing');
}
