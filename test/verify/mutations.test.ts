/**
 * What the checker accepts is true: certificates are changed in one random place and signed again, and what
 * is accepted then must be so.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCertificateText } from '../../src/condition/certificate-text.ts';
import type { Certificate } from '../../src/model/certificate.ts';
import { digestOfPieces, verifyCertificate, verifyCertificateText } from '../../src/verify/certificate.ts';
import { toCount } from '../scene/random.ts';
import { ask, PROOF_DATASET, sign, toText, type Json } from './proof-scene.ts';
import { isTrue, listQuestionPieces } from './truth.ts';

const HOUR = 3_600_000;

const CERTIFICATES: readonly Certificate[] = [
  ask('PQ', HOUR),
  ask('PQ', HOUR, { mode: 'every' }),
  ask('PQ', 900_000, { group: 'one', plantDate: '2010' }),
  ask('PQ', 1_000_000, { mode: 'every' }),
  ask('PU', 600_000),
  ask('U', HOUR),
  ask('PU', HOUR, { mode: 'every' }),
];

type Path = readonly (string | number)[];

/** Paths to every value in a document, the root left out. */
function listPaths(value: Json, path: Path = []): readonly Path[] {
  const entries: readonly (readonly [string | number, Json])[] = Array.isArray(value)
    ? [...(value as readonly Json[]).entries()]
    : Object.entries(typeof value === 'object' && value !== null ? value : {});
  return entries.flatMap(([key, entry]) => [[...path, key], ...listPaths(entry, [...path, key])]);
}

type Change = (found: Json) => Json | undefined;

/** A copy with the value at a path changed; undefined takes it away. */
function changeAt(value: Json, [key, ...rest]: Path, change: Change): Json | undefined {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    const changed = changeAt(list[Number(key)] ?? null, rest, change);
    return changed === undefined ? list.toSpliced(Number(key), 1) : list.with(Number(key), changed);
  }
  const entries = Object.entries(value as Readonly<Record<string, Json>>);
  return Object.fromEntries(
    entries.flatMap(([name, entry]) => {
      const changed = name === key ? changeAt(entry, rest, change) : entry;
      return changed === undefined ? [] : [[name, changed]];
    }),
  );
}

/** Values that stand somewhere in the certificates, and some that never do. */
const POOL: readonly Json[] = [
  ...new Set(
    CERTIFICATES.flatMap((one) => listPaths(one as never).map((path) => valueAt(one as never, path))),
  ),
  ...['', 'nothing', '__proto__', 'constructor', 0.5, -1, -0, 1e21, true, null, [], {}, [[]], ['>Z', 0]],
];

function valueAt(value: Json, path: Path): Json {
  return path.reduce<Json>((found, key) => (found as never)[key], value);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const mutation: fc.Arbitrary<Change> = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map(
    (step): Change =>
      (found) =>
        typeof found === 'number' ? found + step : found,
  ),
  fc.constantFrom(...POOL).map(
    (other): Change =>
      () =>
        other,
  ),
  fc.constant<Change>(() => undefined),
  fc.constant<Change>((found) => (isList(found) ? found.toReversed() : found)),
  fc.constant<Change>((found) => (isList(found) ? [...found, ...found.slice(-1)] : found)),
  fc.constant<Change>((found) => (isList(found) ? found.slice(1) : `${JSON.stringify(found)} `)),
);

/** Puts the right network digest in, as a forger who can read would. */
function withScenarioDigest(value: Certificate): Certificate {
  try {
    const digest = digestOfPieces(listQuestionPieces(PROOF_DATASET, value));
    return { ...value, scenario: { ...value.scenario, digest } };
  } catch {
    return value;
  }
}

describe('a certificate changed in one place and signed again', () => {
  it('is refused, or still proves what it says', () => {
    let accepted = 0;
    const property = fc.property(
      fc.constantFrom(...CERTIFICATES),
      fc.nat(),
      mutation,
      fc.boolean(),
      (certificate, where, change, careful) => {
        const paths = listPaths(certificate as never);
        const changed = changeAt(certificate as never, paths[where % paths.length] ?? [], change);
        const forged = careful ? withScenarioDigest(changed as never) : (changed as never as Certificate);
        const value = sign(forged as never) as never as Certificate;
        const { ok, problems } = verifyCertificate(PROOF_DATASET, value);
        if (ok && toText(value) !== toText(certificate)) accepted += 1;
        if (ok) expect(isTrue(PROOF_DATASET, value)).toBe(true);
        else expect(problems.length).toBeGreaterThan(0);
      },
    );
    fc.assert(property, { seed: 2, numRuns: toCount(3000, 100_000) });
    // Some changes leave a proof (a lower leaf, another cutoff): the property would say nothing without.
    expect(accepted).toBeGreaterThan(0);
  }, 600_000);

  it('is refused whatever byte is changed, when it is not signed again', () => {
    const text = toCertificateText(CERTIFICATES[0] as Certificate);
    expect(verifyCertificateText(PROOF_DATASET, text).ok).toBe(true);
    const property = fc.property(fc.nat(text.length - 1), fc.integer({ min: 0, max: 255 }), (place, byte) => {
      const other = String.fromCharCode(byte);
      fc.pre(text[place] !== other);
      const changed = text.slice(0, place) + other + text.slice(place + 1);
      expect(verifyCertificateText(PROOF_DATASET, changed).ok).toBe(false);
    });
    fc.assert(property, { seed: 3, numRuns: toCount(2000, 100_000) });
    for (let i = 0; i < text.length; i += 1) {
      expect(verifyCertificateText(PROOF_DATASET, text.slice(0, i) + text.slice(i + 1)).ok).toBe(false);
      expect(verifyCertificateText(PROOF_DATASET, `${text.slice(0, i)} ${text.slice(i)}`).ok).toBe(false);
    }
  }, 600_000);
});
