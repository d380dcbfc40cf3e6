/** Forged proofs over an honest question, signed again: each is refused unless it still proves the verdict. */
import { describe, expect, it } from 'vitest';
import type { Certificate, CertificateEdge } from '../../src/model/certificate.ts';
import { verifyCertificate } from '../../src/verify/certificate.ts';
import { edgeOf } from '../../src/verify/proof.ts';
import { ask, PROOF_DATASET, sign } from './proof-scene.ts';
import { listQuestionPieces } from './truth.ts';

/** What is said against a forged certificate whose digest is right again. */
function refusals(certificate: Certificate, change: Readonly<Record<string, unknown>>): readonly string[] {
  const { ok, problems, statement } = verifyCertificate(PROOF_DATASET, sign({ ...certificate, ...change }));
  expect(ok).toBe(problems.length === 0);
  expect(statement === null).toBe(!ok);
  return problems.map(({ path }) => path);
}

const HOUR = 3_600_000;

const COSTS = new Map(
  listQuestionPieces(PROOF_DATASET, ask('PQ', HOUR)).map((piece) => [
    JSON.stringify(edgeOf(piece)),
    piece.timeMs,
  ]),
);

describe('a forged route, signed again', () => {
  const certificate = ask('PQ', HOUR, { mode: 'every' });
  const routes = certificate.proof.kind === 'routes' ? certificate.proof.routes : [];
  const [toP, toQ] = routes;
  const forge = (route: object): readonly string[] =>
    refusals(certificate, { proof: { kind: 'routes', routes: [{ ...toP, ...route }, toQ] } });

  it('is the one that was made where nothing is changed', () => {
    expect(forge({})).toEqual([]);
  });

  it('with slack or time off by a millisecond', () => {
    expect(forge({ slackMs: Number(toP?.slackMs) + 1 })).toEqual(['proof.routes[0].slackMs']);
    expect(forge({ slackMs: Number(toP?.slackMs) - 1 })).toEqual(['proof.routes[0].slackMs']);
    expect(forge({ timeMs: Number(toP?.timeMs) - 1 })).toEqual(['proof.routes[0].timeMs']);
  });

  it('with any edge dropped, doubled or turned', () => {
    const edges = toP?.edges ?? [];
    expect(edges.length).toBeGreaterThan(3);
    for (const [i, edge] of edges.entries()) {
      const [from, to, link, piece] = edge;
      expect(forge({ edges: edges.toSpliced(i, 1) })).not.toEqual([]);
      expect(forge({ edges: edges.toSpliced(i, 0, edge) })).not.toEqual([]);
      expect(forge({ edges: edges.toSpliced(i, 1, [to, from, link, piece]) })).not.toEqual([]);
      expect(forge({ edges: edges.toSpliced(i, 1, [from, to, link, piece + 1]) })).not.toEqual([]);
      expect(forge({ edges: edges.toSpliced(i, 1, [from, to, `${link}x`, piece]) })).not.toEqual([]);
    }
    expect(forge({ edges: [] })).not.toEqual([]);
  });

  it('that starts elsewhere, ends elsewhere or runs round, with its own time', () => {
    const edges = toP?.edges ?? [];
    const forgeTimed = (forged: readonly CertificateEdge[]): readonly string[] => {
      const timeMs = forged.reduce((sum, edge) => sum + (COSTS.get(JSON.stringify(edge)) ?? NaN), 0);
      return forge({ edges: forged, timeMs, slackMs: HOUR - timeMs });
    };
    expect(forgeTimed(edges)).toEqual([]);
    expect(forgeTimed(edges.slice(1))).toEqual(['proof.routes[0].edges']);
    expect(forgeTimed(edges.slice(0, -1))).toEqual(['proof.routes[0].edges']);
    const round: readonly CertificateEdge[] = [
      ['b', 'd', 'bd', 0],
      ['d', 'b', 'bd~r', 0],
    ];
    const atB = edges.findIndex(([from]) => from === 'b');
    expect(forgeTimed(edges.toSpliced(atB, 0, ...round))).toEqual(['proof.routes[0].edges']);
  });

  it('to another plant, to fewer or to more', () => {
    expect(forge({ plant: 'Q' })).not.toEqual([]);
    expect(refusals(certificate, { proof: { kind: 'routes', routes: [toP] } })).toEqual(['proof.routes']);
    expect(refusals(certificate, { proof: { kind: 'routes', routes: [toP, toQ, toQ] } })).toEqual([
      'proof.routes',
    ]);
    expect(refusals(certificate, { proof: { kind: 'routes', routes: [toQ, toP] } })).toEqual([
      'proof.routes',
    ]);
    expect(refusals(certificate, { proof: { kind: 'routes', routes: [] } })).toEqual(['proof.routes']);
  });

  it('that takes longer than the cutoff', () => {
    const question = { ...certificate.question, cutoffMs: Number(toP?.timeMs) };
    const slower = routes.map((route) => ({ ...route, slackMs: Number(toP?.timeMs) - route.timeMs }));
    expect(refusals(certificate, { question, proof: { kind: 'routes', routes: slower } })).toEqual([
      'proof.routes[1].slackMs',
    ]);
  });

  it('that is slower than need be is still a proof', () => {
    const any = ask('P', HOUR);
    const earlier = ask('P', HOUR, { scenario: 'earlier' });
    const [slow] = earlier.proof.kind === 'routes' ? earlier.proof.routes : [];
    expect(slow?.edges.some(([, , link]) => link === 'slow')).toBe(true);
    expect(refusals(any, { proof: { kind: 'routes', routes: [slow] } })).toEqual([]);
  });
});

describe('forged potentials, signed again', () => {
  const certificate = ask('PQ', 900_000);
  const listed = certificate.proof.kind === 'potentials' ? certificate.proof.potentials : [];
  const forge = (potentials: readonly unknown[]): readonly string[] =>
    refusals(certificate, { proof: { kind: 'potentials', potentials } });

  it('with any potential a millisecond higher', () => {
    expect(listed.length).toBeGreaterThan(5);
    for (const [i, [vertex, ms]] of listed.entries()) {
      expect({ vertex, said: forge(listed.toSpliced(i, 1, [vertex, ms + 1])) }).not.toEqual({
        vertex,
        said: [],
      });
    }
  });

  it('with any potential left out: it then counts as beyond the cutoff', () => {
    for (const [i, [vertex]] of listed.entries())
      expect({ vertex, said: forge(listed.toSpliced(i, 1)) }).not.toEqual({ vertex, said: [] });
  });

  it('with a lower one only where the rest still follows from it', () => {
    const start = listed.findIndex(([vertex]) => vertex === '>Z');
    expect(forge(listed.toSpliced(start, 1, ['>Z', 1]))).not.toEqual([]);
    const at = listed.findIndex(([vertex]) => vertex === 'a');
    expect(forge(listed.toSpliced(at, 1, ['a', Number(listed[at]?.[1]) - 1]))).not.toEqual([]);
    const leaf = listed.findIndex(([vertex]) => vertex === '<Z');
    expect(forge(listed.toSpliced(leaf, 1, ['<Z', Number(listed[leaf]?.[1]) - 1]))).toEqual([]);
  });

  it('with a plant, a stranger, a vertex twice, or out of order', () => {
    const [first, second] = listed;
    if (first === undefined || second === undefined) throw new Error('two are listed');
    expect(forge([['<P', 900_000], ...listed])).not.toEqual([]);
    expect(forge([...listed, ['zz', 900_000]])).toEqual([`proof.potentials[${listed.length}]`]);
    expect(forge(listed.toSpliced(0, 0, first))).not.toEqual([]);
    expect(forge(listed.toSpliced(0, 2, second, first))).not.toEqual([]);
    expect(forge([])).not.toEqual([]);
  });

  it('with one above the cutoff: those are not listed', () => {
    const far = [...listed, ['f', 900_001] as const].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const at = far.findIndex(([vertex]) => vertex === 'f');
    expect(forge(far)).toEqual([`proof.potentials[${at}]`]);
  });
});

describe('a forged closed set, signed again', () => {
  const certificate = ask('U', HOUR);
  const listed = certificate.proof.kind === 'closed-set' ? certificate.proof.vertices : [];
  const forge = (vertices: readonly unknown[]): readonly string[] =>
    refusals(certificate, { proof: { kind: 'closed-set', vertices } });

  it('with any vertex left out', () => {
    for (const [i, vertex] of listed.entries()) {
      expect({ vertex, said: forge(listed.toSpliced(i, 1)) }).not.toEqual({ vertex, said: [] });
    }
  });

  it('with the plant, a stranger, a vertex twice, or nothing', () => {
    expect(forge([...listed, '<U'].toSorted())).not.toEqual([]);
    expect(forge([...listed, 'zz'])).not.toEqual([]);
    expect(forge([...listed, String(listed.at(-1))])).not.toEqual([]);
    expect(forge([])).not.toEqual([]);
  });
});
