/** Reads the part of an untrusted answer `beltway/analysis@1` that is re-derived here; other keys may stand. */
import type {
  AnswerAttribution,
  AnswerCell,
  AnswerCurvePoint,
  AnswerGroup,
  AnswerScenario,
} from '../model/answer.ts';
import type { ReliabilityCount } from '../model/reliability.ts';
import type { DerivedClaim } from './claims.ts';
import {
  flag,
  list,
  oneOf,
  orNull,
  real,
  record,
  show,
  tell,
  text,
  type Check,
  type Findings,
} from './shape.ts';
import type { DerivedIndependence } from './summaries.ts';

const ANSWER_SCHEMA = 'beltway/analysis@1';

/** An object of numbers or texts under keys that the reader does not know beforehand. */
function mapOf<T>(check: Check<T>): Check<Readonly<Record<string, T>>> {
  return (value, path, findings) => {
    const before = findings.problems.length;
    const plain = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!plain || Object.keys(value).length > 1000) {
      tell(findings, path, 'an object of at most 1000 keys', show(value), 'wrong-type');
      return undefined;
    }
    const copy = Object.entries(value).map(([key, entry]) => [key, check(entry, `${path}.${key}`, findings)]);
    return findings.problems.length === before
      ? (Object.fromEntries(copy) as Readonly<Record<string, T>>)
      : undefined;
  };
}

const quantity = orNull(real);

const cell = record<AnswerCell>(
  {
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
  },
  false,
);

const group = record<AnswerGroup>(
  {
    scenario: text,
    origin: text,
    group: text,
    plant: orNull(text),
    timeS: quantity,
    verdict: oneOf(['strict', 'tolerant', 'no', 'unreachable']),
    corners: oneOf(['all', 'some', 'none']),
  },
  false,
);

const attributions = oneOf(['yes-in-both', 'no-to-yes', 'no-in-both', 'yes-to-no']);

const attribution = record<AnswerAttribution>(
  { origin: text, group: text, strict: attributions, tolerant: attributions },
  false,
);

const independence = record<DerivedIndependence>(
  {
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
  },
  false,
);

const curvePoint = record<AnswerCurvePoint>(
  { scenario: text, group: text, cutoffMin: real, share: real, shareOfSites: real },
  false,
);

const reliability = record<ReliabilityCount>(
  {
    ...{ scenario: text, group: text, level: real, suppliers: real },
    ...{ holds: real, depends: real, fails: real, unreachable: real },
  },
  false,
);

const claim = record<DerivedClaim>(
  { id: text, origin: orNull(text), computedS: quantity, viaBeltS: quantity },
  false,
);

interface ReadDestination {
  readonly id: string;
  readonly group: string | null;
}

/** `own` is read by `own-scenarios.ts`. */
interface ReadScenario extends Pick<AnswerScenario, 'id' | 'title' | 'date' | 'role'> {
  readonly own: unknown;
}

interface ReadClock {
  readonly profile: string;
}

/** What is re-derived, and what is needed to do so. */
export interface ReadAnswer {
  readonly schema: typeof ANSWER_SCHEMA;
  readonly data: { readonly id: string; readonly digest: string };
  readonly vehicleClass: string;
  readonly traffic: string;
  readonly cutoffS: number;
  readonly toleranceS: number;
  readonly valueOfTimeCnyPerH: number | null;
  /** Answers by the clock are read and refused. */
  readonly clock: ReadClock | null;
  readonly groupChoice: Readonly<Record<string, string>>;
  readonly plantDate: string;
  readonly scenarios: readonly ReadScenario[];
  readonly origins: readonly { readonly id: string; readonly site: string }[];
  readonly destinations: readonly ReadDestination[];
  readonly cells: readonly AnswerCell[];
  readonly groups: readonly AnswerGroup[];
  readonly attribution: readonly AnswerAttribution[];
  readonly independence: readonly DerivedIndependence[];
  readonly curve: readonly AnswerCurvePoint[];
  readonly reliability: readonly ReliabilityCount[];
  readonly claims: readonly DerivedClaim[];
}

const anything: Check<unknown> = (value) => value;
const role = oneOf(['base', 'build', 'beside']);

const body = record<ReadAnswer>(
  {
    schema: oneOf([ANSWER_SCHEMA]),
    data: record<ReadAnswer['data']>({ id: text, digest: text }, false),
    vehicleClass: text,
    traffic: text,
    cutoffS: real,
    toleranceS: real,
    valueOfTimeCnyPerH: quantity,
    clock: orNull(record<ReadClock>({ profile: text }, false)),
    groupChoice: mapOf(text),
    plantDate: text,
    scenarios: list(
      record<ReadScenario>({ id: text, title: text, date: text, role, own: anything }, false),
      100,
    ),
    origins: list(record<ReadAnswer['origins'][number]>({ id: text, site: text }, false), 10_000),
    destinations: list(record<ReadDestination>({ id: text, group: orNull(text) }, false), 1000),
    cells: list(cell),
    groups: list(group),
    attribution: list(attribution),
    independence: list(independence, 100),
    curve: list(curvePoint),
    reliability: list(reliability, 10_000),
    claims: list(claim, 10_000),
  },
  false,
);

/** The answer a value holds; undefined with problems where it is none, first of all for another schema. */
export function readAnswer(value: unknown, findings: Findings): ReadAnswer | undefined {
  const named: unknown =
    typeof value === 'object' && value !== null
      ? Object.getOwnPropertyDescriptor(value, 'schema')?.value
      : undefined;
  if (oneOf([ANSWER_SCHEMA])(named, 'schema', findings) === undefined) return undefined;
  return body(value, '', findings);
}
