/**
 * Checks certificates of one-hour verdicts: builds the network the certificate speaks about from the data,
 * compares digests, and holds the proof against every edge. No route is searched and no line is shared with
 * the maker. What it accepts is true of the model; of the road it says nothing.
 */
import type { Certificate, CertificateVerdict } from '../model/certificate.ts';
import type { Dataset } from '../model/dataset.ts';
import { DataError, type Problem } from '../problems.ts';
import { applyScenario } from '../scenario/apply.ts';
import { findScenario } from '../scenario/find.ts';
import { digestOfText, toCanonicalText } from './canonical.ts';
import { readCertificate } from './certificate-shape.ts';
import { joinSite, listPieces, type Piece } from './graph.ts';
import { checkClosedSet, checkPotentials, checkRoutes, edgeOf } from './proof.ts';
import { checkQuestion } from './question.ts';
import { tell, type Findings } from './shape.ts';
import { findSite } from './sites.ts';
import { toStatement } from './statement.ts';

export interface CertificateCheck {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  /** What is proved, in one sentence; null where nothing is. */
  readonly statement: string | null;
}

const PROOF_OF: Readonly<Record<CertificateVerdict, Certificate['proof']['kind']>> = {
  within: 'routes',
  beyond: 'potentials',
  unreachable: 'closed-set',
};

/** The digest of a network: every edge with its cost. The format is in `model/certificate.ts`. */
export function digestOfPieces(pieces: readonly Piece[]): string {
  const lines = pieces.map((piece) => JSON.stringify([...edgeOf(piece), piece.timeMs]));
  return digestOfText(lines.toSorted((a, b) => (a < b ? -1 : 1)).join('\n'));
}

/** The network of the question; throws DataError for what the data do not know. */
function buildPieces(dataset: Dataset, { scenario, question }: Certificate): readonly Piece[] {
  const vehicleClass = dataset.vehicleClasses.find(({ id }) => id === question.vehicleClass);
  const trafficState = dataset.trafficStates.find(({ id }) => id === question.traffic);
  if (vehicleClass === undefined || trafficState === undefined) return [];
  const places = [...new Set([question.origin, ...question.plants])].flatMap(
    (id) => findSite(dataset, id) ?? [],
  );
  const state = applyScenario(dataset, findScenario(dataset, scenario.id));
  const joined = places.map((place) => joinSite(state, place));
  return listPieces(dataset, state, { vehicleClass, trafficState, corner: question.corner }, joined);
}

function checkDigest(certificate: Certificate, findings: Findings): void {
  const { digest, ...rest } = certificate;
  const expected = digestOfText(toCanonicalText(rest));
  if (digest !== expected)
    tell(findings, 'digest', expected, JSON.stringify(digest.slice(0, 80)), 'contradiction');
}

function checkNetwork(
  dataset: Dataset,
  certificate: Certificate,
  pieces: readonly Piece[],
  findings: Findings,
): void {
  const { id, date, digest } = certificate.scenario;
  const scenario = findScenario(dataset, id);
  if (scenario.date !== date)
    tell(findings, 'scenario.date', scenario.date, JSON.stringify(date), 'contradiction');
  const expected = digestOfPieces(pieces);
  if (digest !== expected) {
    tell(findings, 'scenario.digest', expected, JSON.stringify(digest.slice(0, 80)), 'contradiction');
  }
}

function checkProof(
  { verdict, proof, question }: Certificate,
  pieces: readonly Piece[],
  findings: Findings,
): void {
  if (PROOF_OF[verdict] !== proof.kind) {
    tell(findings, 'proof.kind', `${PROOF_OF[verdict]} for ${verdict}`, proof.kind, 'contradiction');
    return;
  }
  if (proof.kind === 'routes') checkRoutes(proof, question, pieces, findings);
  else if (proof.kind === 'potentials') checkPotentials(proof, question, pieces, findings);
  else checkClosedSet(proof, question, pieces, findings);
}

function checkAll(dataset: Dataset, certificate: Certificate, findings: Findings): void {
  checkDigest(certificate, findings);
  checkQuestion(dataset, certificate, findings);
  if (findings.problems.length > 0) return;
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
export function verifyCertificate(dataset: Dataset, value: unknown): CertificateCheck {
  const findings: Findings = { document: 'certificate', problems: [] };
  const certificate = readCertificate(value, '', findings);
  if (certificate === undefined) return { ok: false, problems: findings.problems, statement: null };
  try {
    checkAll(dataset, certificate, findings);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    findings.problems.push(...error.problems);
  }
  const ok = findings.problems.length === 0;
  return { ok, problems: findings.problems, statement: ok ? toStatement(certificate) : null };
}

/** Longest file read, in characters: far above any certificate of a corridor network. */
const LONGEST_TEXT = 50_000_000;

function refuseText(expected: string, found: string): CertificateCheck {
  const problem: Problem = { file: 'certificate', path: '', expected, found, code: 'not-json' };
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
export function verifyCertificateText(dataset: Dataset, file: string): CertificateCheck {
  if (file.length > LONGEST_TEXT)
    return refuseText(`at most ${LONGEST_TEXT} characters`, String(file.length));
  let value: unknown;
  try {
    value = JSON.parse(file);
  } catch {
    return refuseText('JSON', `${file.length} characters that are none`);
  }
  const checked = verifyCertificate(dataset, value);
  if (!checked.ok || `${toCanonicalText(value)}\n` === file) return checked;
  return refuseText(
    'the canonical text (sorted keys, no blanks) and a line feed',
    'the same values written otherwise',
  );
}
