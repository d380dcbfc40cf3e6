/** Certificates of the drawn network: accepted as made, refused as soon as they say anything else. */
import { describe, expect, it } from 'vitest';
import { toCertificateText } from '../../src/condition/certificate-text.ts';
import type { Certificate } from '../../src/model/certificate.ts';
import {
  verifyCertificate,
  verifyCertificateText,
  type CertificateCheck,
} from '../../src/verify/certificate.ts';
import { ask, PROOF_DATASET, sign, toText } from './proof-scene.ts';

const check = (value: unknown): CertificateCheck => verifyCertificate(PROOF_DATASET, value);

/** What is said against a forged certificate whose digest is right again. */
function refusals(certificate: Certificate, change: Readonly<Record<string, unknown>>): readonly string[] {
  const { ok, problems, statement } = check(sign({ ...certificate, ...change }));
  expect(ok).toBe(problems.length === 0);
  expect(statement === null).toBe(!ok);
  return problems.map(({ path }) => path);
}

const HOUR = 3_600_000;
/** Z to P: 1 km connector, 8 km at 60, 9 km at 120, 1 km connector; connectors run at 30 km/h. */
const TIME_TO_P = 990_000;

describe('a certificate as it is made', () => {
  it.each([
    ['within, any', ask('PQ', HOUR), 'within'],
    ['within, every', ask('PQ', HOUR, { mode: 'every' }), 'within'],
    ['within one of which one is an island', ask('PU', HOUR), 'within'],
    ['beyond, any', ask('PQ', 600_000), 'beyond'],
    ['beyond, every: one is near enough', ask('PQ', 1_000_000, { mode: 'every' }), 'beyond'],
    ['beyond, any, with an island', ask('PU', 600_000), 'beyond'],
    ['unreachable, any', ask('U', HOUR), 'unreachable'],
    ['unreachable, every', ask('PU', HOUR, { mode: 'every' }), 'unreachable'],
    ['a group on its date', ask('PQ', HOUR, { group: 'one', plantDate: '2010-12' }), 'within'],
    ['a group earlier', ask('P', HOUR, { group: 'one', plantDate: '2005' }), 'within'],
    ['a slow corner in the peak', ask('PQ', HOUR, { traffic: 'peak', corner: 'slow' }), 'within'],
    ['a date', ask('P', HOUR, { scenario: '2007-05' }), 'within'],
    ['no time at all', ask('P', 0), 'beyond'],
  ])('%s', (_, certificate, verdict) => {
    expect(check(certificate)).toMatchObject({ ok: true, problems: [] });
    expect(certificate.verdict).toBe(verdict);
    expect(verifyCertificateText(PROOF_DATASET, toCertificateText(certificate)).ok).toBe(true);
    expect(JSON.parse(toCertificateText(certificate))).toEqual(certificate);
  });

  it('has the cutoff inclusive, to the millisecond', () => {
    const { proof } = ask('P', HOUR);
    const timeMs = proof.kind === 'routes' ? Number(proof.routes[0]?.timeMs) : NaN;
    expect(Math.abs(timeMs - TIME_TO_P)).toBeLessThan(500);
    expect(ask('P', timeMs)).toMatchObject({ verdict: 'within', proof: { routes: [{ slackMs: 0 }] } });
    expect(ask('P', timeMs - 1).verdict).toBe('beyond');
    expect(check(ask('P', timeMs)).ok).toBe(true);
    expect(check(ask('P', timeMs - 1)).ok).toBe(true);
  });

  it('takes the faster of two parallel roads, where it is open', () => {
    const linksOf = ({ proof }: Certificate): readonly string[] =>
      proof.kind === 'routes' ? proof.routes.flatMap(({ edges }) => edges.map(([, , link]) => link)) : [];
    expect(linksOf(ask('P', HOUR))).toContain('fast');
    expect(linksOf(ask('P', HOUR, { scenario: 'earlier' }))).toContain('slow');
  });

  it('says what it proves', () => {
    expect(check(ask('PQ', 600_000, { group: 'one', plantDate: '2010' })).statement).toBe(
      'From Z to at least one of P, Q (all vehicle plants of one producing on 2010): there is no trip of 600.000 s ' +
        'or less (scenario now of 2010-06-30, car, traffic free, every parameter at its value).',
    );
    expect(check(ask('U', HOUR)).statement).toMatch(/^From Z to U: there is no way by road/);
    expect(check(ask('PQ', HOUR, { mode: 'every' })).statement).toMatch(
      /^From Z to every one of P, Q: there is a trip within 3600.000 s: P in 989\.982 s, Q in 1139\.982 s/,
    );
  });
});

describe('a certificate of something else, signed again', () => {
  const certificate = ask('PQ', 900_000, { group: 'one', plantDate: '2010' });
  const { question, scenario } = certificate;
  const asking = (change: object): readonly string[] =>
    refusals(certificate, { question: { ...question, ...change } });

  it('is refused for another verdict, mode, question or network', () => {
    expect(refusals(certificate, { verdict: 'within' })).toEqual(['proof.kind']);
    expect(refusals(certificate, { verdict: 'unreachable' })).toEqual(['proof.kind']);
    expect(asking({ plants: ['P'] })).toEqual(['question.plants']);
    expect(asking({ plants: ['P'], plantDate: null })).toEqual(['scenario.digest']);
    expect(asking({ plants: [] })).not.toEqual([]);
    expect(asking({ plants: ['Q', 'P'] })).not.toEqual([]);
    expect(asking({ plants: ['P', 'P', 'Q'] })).not.toEqual([]);
    expect(asking({ plants: ['P', 'Q', 'U'] })).toEqual(['question.plants', 'question.plants']);
    expect(asking({ plantDate: '2005' })).toEqual(['question.plants']);
    expect(asking({ plantDate: 'soon' })).toEqual(['question.plantDate']);
    expect(asking({ group: 'three' })).toContain('question.group');
    expect(asking({ group: 'two' })).toContain('question.plants');
    expect(asking({ group: null })).toEqual(['question.plantDate']);
    expect(asking({ cutoffMs: HOUR })).not.toEqual([]);
    expect(asking({ cutoffMs: 1000 })).not.toEqual([]);
    expect(asking({ vehicleClass: 'truck' })).toContain('scenario.digest');
    expect(asking({ vehicleClass: 'tram' })).toEqual(['question.vehicleClass']);
    expect(asking({ traffic: 'peak' })).toContain('scenario.digest');
    expect(asking({ traffic: 'dense' })).toEqual(['question.traffic']);
    expect(asking({ corner: 'slow' })).toContain('scenario.digest');
    expect(asking({ origin: 'P', originAt: PROOF_DATASET.plants[0]?.at })).not.toEqual([]);
    expect(asking({ origin: 'nowhere' })).toEqual(['question.origin']);
    expect(asking({ origin: '0,0', originAt: [0, 0] })).toEqual(['0,0']);
    expect(asking({ originAt: [113.3, 23.2] })).toEqual(['question.originAt']);
    expect(refusals(certificate, { scenario: { ...scenario, id: 'earlier' } })).not.toEqual([]);
    expect(refusals(certificate, { scenario: { ...scenario, id: 'never' } })).not.toEqual([]);
    expect(refusals(certificate, { scenario: { ...scenario, date: '2010' } })).toEqual(['scenario.date']);
    expect(refusals(certificate, { scenario: { ...scenario, digest: '0' } })).toEqual(['scenario.digest']);
    expect(refusals(certificate, { dataset: { ...certificate.dataset, digest: '0' } })).toEqual([
      'dataset.digest',
    ]);
    expect(refusals(certificate, { dataset: { ...certificate.dataset, id: 'other' } })).toEqual([
      'dataset.id',
    ]);
    expect(refusals(certificate, { schema: 'beltway/certificate@2' })).toEqual(['schema']);
  });

  it('proves every only where it would prove every', () => {
    const any = ask('PU', HOUR);
    const every = ask('PU', HOUR, { mode: 'every' });
    expect(refusals(any, { question: { ...any.question, mode: 'every' } })).toEqual(['proof.routes']);
    expect(refusals(every, { question: { ...every.question, mode: 'any' } })).toEqual(['proof.vertices']);
    const away = ask('PQ', 600_000);
    expect(refusals(away, { question: { ...away.question, mode: 'every' } })).toEqual([]);
  });
});

describe('a certificate of the wrong shape', () => {
  const certificate = ask('PQ', 900_000);

  it.each([
    ['an unknown key', { ...certificate, note: 'trust me' }, ['note']],
    ['a key of the prototype', { ...certificate, ['__proto__x']: 1 }, ['__proto__x']],
    ['a missing key', { ...certificate, verdict: undefined }, ['verdict']],
    [
      'a number as text',
      { ...certificate, question: { ...certificate.question, cutoffMs: '900000' } },
      ['question.cutoffMs'],
    ],
    ['NaN', { ...certificate, question: { ...certificate.question, cutoffMs: NaN } }, ['question.cutoffMs']],
    [
      'half a millisecond',
      { ...certificate, question: { ...certificate.question, cutoffMs: 0.5 } },
      ['question.cutoffMs'],
    ],
    [
      'an endless potential',
      { ...certificate, proof: { kind: 'potentials', potentials: [['a', Infinity]] } },
      ['proof.potentials[0][1]'],
    ],
    [
      'a negative one',
      { ...certificate, proof: { kind: 'potentials', potentials: [['a', -1]] } },
      ['proof.potentials[0][1]'],
    ],
    [
      'a list with holes',
      { ...certificate, question: { ...certificate.question, plants: Object.assign([], { length: 1 }) } },
      ['question.plants[0]'],
    ], // eslint-disable-line no-sparse-arrays
    ['no proof', { ...certificate, proof: null }, ['proof']],
    ['a list', [certificate], ['']],
    ['nothing', undefined, ['']],
    ['null', null, ['']],
    ['a text', 'certificate', ['']],
  ])('%s', (_, value, paths) => {
    expect(check(value).problems.map(({ path }) => path)).toEqual(paths);
  });

  it('neither crashes nor hangs on huge and deep values', () => {
    const proofOf = (potentials: unknown): object => ({
      ...certificate,
      proof: { kind: 'potentials', potentials },
    });
    expect(check(proofOf(Array.from({ length: 1_000_001 }, () => ['a', 1]))).ok).toBe(false);
    expect(check(proofOf(Array.from({ length: 300_000 }, () => null))).problems.length).toBeLessThan(100);
    expect(check(sign({ ...proofOf(Array.from({ length: 100_000 }, () => ['a', 1])) })).ok).toBe(false);
    expect(check({ ...certificate, digest: 'x'.repeat(10_000_000) }).ok).toBe(false);
    const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`;
    expect(verifyCertificateText(PROOF_DATASET, deep).ok).toBe(false);
    expect(verifyCertificateText(PROOF_DATASET, `{"proof":${deep}}`).ok).toBe(false);
    const keys = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, i]));
    expect(check({ ...certificate, ...keys }).ok).toBe(false);
  });
});

describe('the bytes of a certificate', () => {
  const certificate = ask('P', HOUR);

  it('are the canonical text and a line feed', () => {
    expect(toCertificateText(certificate)).toBe(`${toText(certificate)}\n`);
    expect(sign({ ...certificate })).toEqual(certificate);
  });

  it.each([
    ['blanks', JSON.stringify(certificate, null, 2)],
    ['no line feed', toText(certificate)],
    ['a blank more', `${toText(certificate)} \n`],
    ['other line ends', `${toText(certificate)}\r\n`],
    ['a byte order mark', `\uFEFF${toText(certificate)}\n`],
    ['another order of keys', `${JSON.stringify(certificate)}\n`],
    ['a key twice', `${toText(certificate).replace('"mode":"any"', '"mode":"any","mode":"any"')}\n`],
    ['a number otherwise', `${toText(certificate).replace('3600000', '36e5')}\n`],
    ['a letter otherwise', `${toText(certificate).replace('"any"', String.raw`"\u0061ny"`)}\n`],
    ['nothing', ''],
  ])('may not have %s', (_, text) => {
    expect(verifyCertificateText(PROOF_DATASET, text)).toMatchObject({ ok: false, statement: null });
  });
});
