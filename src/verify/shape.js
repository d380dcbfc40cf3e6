const LONGEST_SHOWN = 60;
/** A short text for any value, however large, deep or odd. */
export function show(value) {
    if (typeof value === 'string')
        return JSON.stringify(value.slice(0, LONGEST_SHOWN));
    if (Array.isArray(value))
        return `a list of ${value.length}`;
    if (typeof value === 'object' && value !== null)
        return 'an object';
    return typeof value === 'function' || typeof value === 'symbol' ? typeof value : String(value);
}
/** Adds a problem at a path of the document. */
export function tell(findings, path, expected, found, code) {
    findings.problems.push({ file: findings.document, path, expected, found, code });
}
function refuse(findings, path, expected, value) {
    tell(findings, path, expected, show(value), value === undefined ? 'missing' : 'wrong-type');
    return undefined;
}
/** A text no longer than an id, a title or a digest may be. */
export const text = (value, path, findings) => typeof value === 'string' && value.length <= 1000 ? value : refuse(findings, path, 'a text', value);
/** A finite number. */
export const real = (value, path, findings) => typeof value === 'number' && Number.isFinite(value) ? value : refuse(findings, path, 'a number', value);
/** Yes or no. */
export const flag = (value, path, findings) => typeof value === 'boolean' ? value : refuse(findings, path, 'true or false', value);
/** A whole number within bounds; −0 is none. */
export function whole(least, most = Number.MAX_SAFE_INTEGER) {
    return (value, path, findings) => {
        const fits = Number.isSafeInteger(value) && !Object.is(value, -0);
        if (fits && Number(value) >= least && Number(value) <= most)
            return Number(value);
        return refuse(findings, path, `a whole number from ${least} to ${most}`, value);
    };
}
/** One of a few texts. */
export function oneOf(choices) {
    return (value, path, findings) => {
        const choice = choices.find((known) => known === value);
        return choice ?? refuse(findings, path, choices.map((known) => `"${known}"`).join(' or '), value);
    };
}
export function orNull(check) {
    return (value, path, findings) => (value === null ? null : check(value, path, findings));
}
/** A list of at most so many entries; all entries are checked, holes included. */
export function list(check, most = 1_000_000) {
    return (value, path, findings) => {
        if (!Array.isArray(value) || value.length > most) {
            return refuse(findings, path, `a list of at most ${most}`, value);
        }
        const before = findings.problems.length;
        const copy = [];
        for (let i = 0; i < value.length; i += 1) {
            const entry = check(value[i], `${path}[${i}]`, findings);
            if (entry !== undefined)
                copy.push(entry);
            if (findings.problems.length - before > 20)
                return undefined;
        }
        return findings.problems.length === before ? copy : undefined;
    };
}
/** A list of exactly two. */
export function pair(first, second) {
    return (value, path, findings) => {
        const entries = Array.isArray(value) && value.length === 2 ? value : [];
        if (entries.length !== 2)
            return refuse(findings, path, 'a list of two', value);
        const a = first(entries[0], `${path}[0]`, findings);
        const b = second(entries[1], `${path}[1]`, findings);
        return a === undefined || b === undefined ? undefined : [a, b];
    };
}
/** An object with the given keys; with `closed`, no others. */
export function record(fields, closed) {
    return (value, path, findings) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) {
            return refuse(findings, path, 'an object', value);
        }
        const before = findings.problems.length;
        const at = (key) => (path === '' ? key : `${path}.${key}`);
        const strange = closed ? Object.keys(value).filter((key) => !Object.hasOwn(fields, key)) : [];
        for (const key of strange.slice(0, 5))
            tell(findings, at(key.slice(0, LONGEST_SHOWN)), 'no such key', 'one', 'unknown-key');
        const known = new Map(Object.entries(value));
        const entries = Object.entries(fields);
        const copy = Object.fromEntries(entries.map(([key, check]) => [key, check(known.get(key), at(key), findings)]));
        return findings.problems.length === before ? copy : undefined;
    };
}
