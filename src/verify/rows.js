/** Holds lists of an answer's rows against derived ones: each row once, every value equal. */
import { tell } from './shape.ts';
/** The plain values of typed rows. */
export function toRows(rows) {
    return rows.map((row) => ({ ...row }));
}
/** Written numbers carry six places; sums of logarithms may fall either way at the last of them. */
const LAST_PLACE = 1.000001e-6;
function same(expected, found) {
    if (typeof expected !== 'number' || typeof found !== 'number')
        return expected === found;
    return Number.isInteger(expected) ? expected === found : Math.abs(expected - found) < LAST_PLACE;
}
/** Reports rows that differ from the derived ones, that are missing, strange or stand twice. */
export function checkRows(name, keys, rows, derived, findings) {
    const keyOf = (row) => JSON.stringify(keys.map((key) => row[key]));
    const left = new Map(derived.map((row) => [keyOf(row), row]));
    for (const [i, row] of rows.entries()) {
        const where = `${name}[${i}] ${keyOf(row)}`;
        const expected = left.get(keyOf(row));
        if (expected === undefined)
            tell(findings, where, 'each row the answer asks about once', 'another', 'duplicate-id');
        for (const [key, value] of Object.entries(expected ?? {})) {
            if (same(value, row[key]))
                continue;
            tell(findings, `${where}.${key}`, String(value), String(row[key]), 'contradiction');
        }
        left.delete(keyOf(row));
    }
    for (const key of left.keys())
        tell(findings, name, key, 'none', 'missing');
}
