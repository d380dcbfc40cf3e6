/**
 * The command that asks the same question. Base and build are always named, because a command that names neither
 * shows the paper's question beside them; all else stands only where it differs from what the command takes anyway.
 */
import { toClockText, type Choice, type NodeArrangement } from './choice.ts';

type DayOf = (scenario: string) => string;

/** What a command depends on beside the choice. */
export interface Around {
  readonly dayOf: DayOf;
  /** Whether a scenario is the user's own: a command takes it from its file. */
  readonly isOwn: (scenario: string) => boolean;
  /** The page has sites of the user's own: they are places of every answer. */
  readonly ownSites: boolean;
}

/** File name that the command expects the user's own sites under. */
export const OWN_SITES_FILE = 'own-sites.csv';

const SAFE = /^[\w.,=:@%+/-]+$/;

/** An argument as a shell reads it back, quoted only where it must be. */
export function quote(argument: string): string {
  return SAFE.test(argument) ? argument : `'${argument.replaceAll("'", String.raw`'\''`)}'`;
}

function toMinutes(seconds: number): string {
  return String(seconds / 60);
}

function listGroups(groupChoice: Choice['groupChoice']): readonly string[] {
  return Object.entries(groupChoice)
    .filter(([, choice]) => choice !== 'any')
    .flatMap(([group, choice]) => ['--group', `${group}=${choice}`]);
}

function listArrangement([chart, { order, leaveOut }]: readonly [
  string,
  NodeArrangement,
]): readonly string[] {
  return [
    ...(order.length === 0 ? [] : ['--order', `${chart}=${order.join(',')}`]),
    ...(leaveOut.length === 0 ? [] : ['--leave-out', `${chart}=${leaveOut.join(',')}`]),
  ];
}

function listSuppliers({ ofThatDate, population }: Choice): readonly string[] {
  if (ofThatDate) return ['--suppliers', 'existing'];
  return population === '2006' ? [] : ['--suppliers', population];
}

/** File name that a command expects a scenario of the user under. */
export function toScenarioFileName(id: string): string {
  return `${id}.json`;
}

function listContrast({ base, build }: Choice, { ownSites, isOwn }: Around): readonly string[] {
  const [from, to] = [base, build].map((id) => (isOwn(id) ? toScenarioFileName(id) : id));
  return [...(ownSites ? ['--sites', OWN_SITES_FILE] : []), '--base', from ?? base, '--build', to ?? build];
}

function listSetting({ vehicleClass, traffic }: Choice): readonly string[] {
  return [
    ...(vehicleClass === 'car' ? [] : ['--vehicle', vehicleClass]),
    ...(traffic === 'free' ? [] : ['--traffic', traffic]),
  ];
}

/** The hour of the day, where the command takes one. */
export function listClock({ departS, arriveByS }: Choice): readonly string[] {
  if (departS !== null) return ['--depart', toClockText(departS)];
  return arriveByS === null ? [] : ['--arrive-by', toClockText(arriveByS)];
}

function listCutoff({ cutoffS, toleranceS }: Choice): readonly string[] {
  const tolerance = toleranceS === 600 ? [] : ['--tolerance', toMinutes(toleranceS)];
  return ['--cutoff', toMinutes(cutoffS), ...tolerance];
}

/** Day on which plants count and suppliers exist, where it is that of the build scenario. */
function listDay({ ofThatDate, build }: Choice, { dayOf }: Around): readonly string[] {
  return ofThatDate ? ['--as-of', dayOf(build)] : [];
}

/** Arguments of `beltway` for the whole answer; a format and a file name may follow. */
export function toArguments(asked: Choice, around: Around): readonly string[] {
  return [
    'compare',
    ...listContrast(asked, around),
    ...listSetting(asked),
    ...listClock(asked),
    ...listCutoff(asked),
    ...listGroups(asked.groupChoice),
    ...listSuppliers(asked),
    ...listDay(asked, around),
    ...(asked.criticalLevel === null ? [] : ['--level', String(asked.criticalLevel)]),
    ...Object.entries(asked.arrangement).flatMap(listArrangement),
  ];
}

/** Answers of the Value view: closed roads and sections together or alone, and the order to build in. */
export const WORTH_PARTS = ['value', 'criticality', 'section-values', 'phase'] as const;
type WorthPart = (typeof WORTH_PARTS)[number];

/** What is exported beside the whole answer. */
export type Part =
  | { readonly kind: 'overlap' }
  | {
      readonly kind: 'bands';
      readonly place: string;
      readonly direction: string;
      readonly cutoffsS: readonly number[];
    }
  | { readonly kind: 'fastest' }
  | { readonly kind: 'locate' }
  | { readonly kind: 'confidence' }
  | { readonly kind: WorthPart; readonly measure: string }
  | { readonly kind: 'trip'; readonly origin: string; readonly destination: string };

const ONLY: Readonly<Record<WorthPart, readonly string[]>> = {
  value: [],
  criticality: ['--only', 'criticality'],
  'section-values': ['--only', 'sections'],
  phase: [],
};

/** Of the scenario with alone: what roads are worth there. */
function listWorth(asked: Choice, kind: WorthPart, measure: string, around: Around): readonly string[] {
  const contrast = listContrast(asked, around);
  const at = contrast.indexOf('--base');
  const level = asked.criticalLevel === null ? [] : ['--level', String(asked.criticalLevel)];
  return [
    kind === 'phase' ? 'phase' : 'value',
    ...[...contrast.slice(0, at), ...contrast.slice(at + 2)],
    ...[...listSetting(asked), ...listCutoff(asked)],
    ...[...listGroups(asked.groupChoice), ...listDay(asked, around), ...listSuppliers(asked)],
    ...(measure === 'minutes' ? [] : ['--measure', measure]),
    ...ONLY[kind],
    ...(kind === 'phase' ? level : []),
  ];
}

/** Arguments of `beltway` for a part. Each command takes only what its answer depends on. */
export function toPartArguments(asked: Choice, part: Part, around: Around): readonly string[] {
  const drive = [...listContrast(asked, around), ...listSetting(asked)];
  const plants = [...listGroups(asked.groupChoice), ...listDay(asked, around)];
  switch (part.kind) {
    case 'overlap':
      return ['overlap', ...drive, '--cutoff', toMinutes(asked.cutoffS), ...plants];
    case 'bands': {
      const minutes = part.cutoffsS.map(toMinutes).join(',');
      return ['isochrone', part.place, ...drive, '--direction', part.direction, '--cutoff', minutes];
    }
    case 'fastest':
      return ['fastest-routes', ...drive, ...plants, ...listSuppliers(asked)];
    case 'locate':
      return ['locate', ...drive, ...listCutoff(asked), ...plants];
    case 'value':
    case 'criticality':
    case 'section-values':
    case 'phase':
      return listWorth(asked, part.kind, part.measure, around);
    case 'trip':
      return ['route', part.origin, part.destination, ...drive, ...listClock(asked)];
    case 'confidence': {
      const level = asked.criticalLevel === null ? [] : ['--level', String(asked.criticalLevel)];
      const of = [...plants, ...listSuppliers(asked), ...level];
      const cutoff = ['--cutoff', toMinutes(asked.cutoffS)];
      return ['sensitivity', ...drive, ...cutoff, ...of, '--only', 'draws'];
    }
  }
}

/** Arguments of `beltway` for scenarios side by side. */
export function toTableArguments(
  asked: Choice,
  columns: readonly string[],
  around: Around,
): readonly string[] {
  return [
    ...['scenario', 'compare', ...columns.map((id) => (around.isOwn(id) ? toScenarioFileName(id) : id))],
    ...(around.ownSites ? ['--sites', OWN_SITES_FILE] : []),
    ...listSetting(asked),
    ...listClock(asked),
    ...listCutoff(asked),
    ...listGroups(asked.groupChoice),
    ...listSuppliers(asked),
    ...listDay(asked, around),
  ];
}

/** A command as a line to paste. */
export function toLine(words: readonly string[]): string {
  return ['npx beltway', ...words.map(quote)].join(' ');
}

/** The command for the whole answer as a line to paste. */
export function toCommand(asked: Choice, around: Around): string {
  return toLine(toArguments(asked, around));
}
