/**
 * The command that asks the same question. Base and build are always named, because a command that names neither
 * shows the paper's question beside them; all else stands only where it differs from what the command takes anyway.
 */
import type { Choice, NodeArrangement } from './choice.ts';

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

function listSuppliers({ ofThatDate, population, build }: Choice, dayOf: (id: string) => string) {
  if (ofThatDate) return ['--suppliers', 'existing', '--as-of', dayOf(build)];
  if (population === 'own') return ['--suppliers', 'own', '--sites', OWN_SITES_FILE];
  return population === '2006' ? [] : ['--suppliers', population];
}

/** Arguments of `beltway` for a choice; a format and a file name may follow. */
export function toArguments(asked: Choice, dayOf: (scenario: string) => string): readonly string[] {
  return [
    'compare',
    ...['--base', asked.base, '--build', asked.build],
    ...(asked.vehicleClass === 'car' ? [] : ['--vehicle', asked.vehicleClass]),
    ...(asked.traffic === 'free' ? [] : ['--traffic', asked.traffic]),
    ...['--cutoff', toMinutes(asked.cutoffS)],
    ...(asked.toleranceS === 600 ? [] : ['--tolerance', toMinutes(asked.toleranceS)]),
    ...listGroups(asked.groupChoice),
    ...listSuppliers(asked, dayOf),
    ...(asked.criticalLevel === null ? [] : ['--level', String(asked.criticalLevel)]),
    ...Object.entries(asked.arrangement).flatMap(listArrangement),
  ];
}

/** The command as a line to paste. */
export function toCommand(asked: Choice, dayOf: (scenario: string) => string): string {
  return ['npx beltway', ...toArguments(asked, dayOf).map(quote)].join(' ');
}
