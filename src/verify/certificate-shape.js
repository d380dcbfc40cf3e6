/** Reads an untrusted value as a certificate: every key, no other, every value of its kind and size. */
import { CERTIFICATE_CORNERS, CERTIFICATE_MODES, CERTIFICATE_SCHEMA, CERTIFICATE_VERDICTS, } from '../model/certificate.ts';
import { list, oneOf, orNull, pair, real, record, show, tell, text, whole } from './shape.ts';
const kindOf = (value) => typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
const edge = (value, path, findings) => {
    const [from, to, link, piece, ...rest] = Array.isArray(value) ? value : [];
    const names = [from, to, link].map((name) => text(name, path, findings));
    const index = whole(0)(piece, path, findings);
    if (rest.length > 0)
        tell(findings, path, '[from, to, link, piece]', show(value), 'wrong-type');
    const [a, b, c] = names;
    const whatever = a === undefined || b === undefined || c === undefined || index === undefined;
    return whatever || rest.length > 0 ? undefined : [a, b, c, index];
};
const point = pair(real, real);
const route = record({ plant: text, edges: list(edge), timeMs: whole(0), slackMs: whole(0) }, true);
const routes = record({ kind: oneOf(['routes']), routes: list(route, 1000) }, true);
const potentials = record({ kind: oneOf(['potentials']), potentials: list(pair(text, whole(0))) }, true);
const closedSet = record({ kind: oneOf(['closed-set']), vertices: list(text) }, true);
const proof = (value, path, findings) => {
    const kind = kindOf(value);
    if (kind === 'routes')
        return routes(value, path, findings);
    if (kind === 'potentials')
        return potentials(value, path, findings);
    return closedSet(value, path, findings);
};
const question = record({
    origin: text,
    originAt: point,
    group: orNull(text),
    plantDate: orNull(text),
    plants: list(text, 1000),
    mode: oneOf(CERTIFICATE_MODES),
    vehicleClass: text,
    traffic: text,
    corner: oneOf(CERTIFICATE_CORNERS),
    cutoffMs: whole(0, 1e12),
}, true);
/** The certificate a value holds, as a fresh copy; undefined with problems where it is none. */
export const readCertificate = record({
    schema: oneOf([CERTIFICATE_SCHEMA]),
    dataset: record({ id: text, digest: text }, true),
    scenario: record({ id: text, date: text, digest: text }, true),
    question,
    verdict: oneOf(CERTIFICATE_VERDICTS),
    proof,
    digest: text,
}, true);
