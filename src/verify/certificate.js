import { DataError } from '../problems.ts';
import { applyScenario } from '../scenario/apply.ts';
import { findScenario } from '../scenario/find.ts';
import { digestOfText, toCanonicalText } from './canonical.ts';
import { readCertificate } from './certificate-shape.ts';
import { joinSite, listPieces } from './graph.ts';
import { checkClosedSet, checkPotentials, checkRoutes, edgeOf } from './proof.ts';
import { checkQuestion } from './question.ts';
import { tell } from './shape.ts';
import { findSite } from './sites.ts';
import { toStatement } from './statement.ts';
const PROOF_OF = {
    within: 'routes',
    beyond: 'potentials',
    unreachable: 'closed-set',
};
/** The digest of a network: every edge with its cost. The format is in `model/certificate.ts`. */
export function digestOfPieces(pieces) {
    const lines = pieces.map((piece) => JSON.stringify([...edgeOf(piece), piece.timeMs]));
    return digestOfText(lines.toSorted((a, b) => (a < b ? -1 : 1)).join('\n'));
}
/** The network of the question; throws DataError for what the data do not know. */
function buildPieces(dataset, { scenario, question }) {
    const vehicleClass = dataset.vehicleClasses.find(({ id }) => id === question.vehicleClass);
    const trafficState = dataset.trafficStates.find(({ id }) => id === question.traffic);
    if (vehicleClass === undefined || trafficState === undefined)
        return [];
    const places = [...new Set([question.origin, ...question.plants])].flatMap((id) => findSite(dataset, id) ?? []);
    const state = applyScenario(dataset, findScenario(dataset, scenario.id));
    const joined = places.map((place) => joinSite(dataset, place));
    return listPieces(dataset, state, { vehicleClass, trafficState, corner: question.corner }, joined);
}
function checkDigest(certificate, findings) {
    const { digest, ...rest } = certificate;
    const expected = digestOfText(toCanonicalText(rest));
    if (digest !== expected)
        tell(findings, 'digest', expected, JSON.stringify(digest.slice(0, 80)), 'contradiction');
}
function checkNetwork(dataset, certificate, pieces, findings) {
    const { id, date, digest } = certificate.scenario;
    const scenario = findScenario(dataset, id);
    if (scenario.date !== date)
        tell(findings, 'scenario.date', scenario.date, JSON.stringify(date), 'contradiction');
    const expected = digestOfPieces(pieces);
    if (digest !== expected) {
        tell(findings, 'scenario.digest', expected, JSON.stringify(digest.slice(0, 80)), 'contradiction');
    }
}
function checkProof({ verdict, proof, question }, pieces, findings) {
    if (PROOF_OF[verdict] !== proof.kind) {
        tell(findings, 'proof.kind', `${PROOF_OF[verdict]} for ${verdict}`, proof.kind, 'contradiction');
        return;
    }
    if (proof.kind === 'routes')
        checkRoutes(proof, question, pieces, findings);
    else if (proof.kind === 'potentials')
        checkPotentials(proof, question, pieces, findings);
    else
        checkClosedSet(proof, question, pieces, findings);
}
function checkAll(dataset, certificate, findings) {
    checkDigest(certificate, findings);
    checkQuestion(dataset, certificate, findings);
    if (findings.problems.length > 0)
        return;
    const pieces = buildPieces(dataset, certificate);
    checkNetwork(dataset, certificate, pieces, findings);
    checkProof(certificate, pieces, findings);
}
/**
 * Checks a certificate read from JSON. Refuses, with every reason found, a wrong shape, an unknown key, a
 * digest that does not match, data or a network other than the ones named, and a proof that does not prove
 * the verdict. Never throws for anything a certificate may hold.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : verifyCertificate(dataset, { schema: 'beltway/certificate@1' }).ok; // → null
 */
export function verifyCertificate(dataset, value) {
    const findings = { document: 'certificate', problems: [] };
    const certificate = readCertificate(value, '', findings);
    if (certificate === undefined)
        return { ok: false, problems: findings.problems, statement: null };
    try {
        checkAll(dataset, certificate, findings);
    }
    catch (error) {
        if (!(error instanceof DataError))
            throw error;
        findings.problems.push(...error.problems);
    }
    const ok = findings.problems.length === 0;
    return { ok, problems: findings.problems, statement: ok ? toStatement(certificate) : null };
}
/** Longest file read, in characters: far above any certificate of a corridor network. */
const LONGEST_TEXT = 50_000_000;
function refuseText(expected, found) {
    const problem = { file: 'certificate', path: '', expected, found, code: 'not-json' };
    return { ok: false, problems: [problem], statement: null };
}
/**
 * Checks the text of a certificate's file. Besides what `verifyCertificate` refuses, any byte other than the
 * canonical text and its line feed is refused: blanks, another order of keys, a key twice, 1.0 for 1.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : verifyCertificateText(dataset, '{}').problems; // → null
 */
export function verifyCertificateText(dataset, file) {
    if (file.length > LONGEST_TEXT)
        return refuseText(`at most ${LONGEST_TEXT} characters`, String(file.length));
    let value;
    try {
        value = JSON.parse(file);
    }
    catch {
        return refuseText('JSON', `${file.length} characters that are none`);
    }
    const checked = verifyCertificate(dataset, value);
    if (!checked.ok || `${toCanonicalText(value)}\n` === file)
        return checked;
    return refuseText('the canonical text (sorted keys, no blanks) and a line feed', 'the same values written otherwise');
}
