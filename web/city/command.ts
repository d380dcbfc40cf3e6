/** The command that gives what is on the map. */
import { quote } from '../state/command.ts';
import type { CityQuestion } from './protocol.ts';

/** Name of the folder where the page has not been told it. */
export const FOLDER = 'FOLDER';

/** Arguments of `beltway`; `scenario` is the name of a file. A place west of Greenwich comes last, after two hyphens: else it looks like an option. */
export function toCityArguments(
  asked: CityQuestion,
  folder: string | null,
  format: string,
  scenario: string | null = null,
  isDifference = false,
): readonly string[] {
  const { places, vehicleClass, direction, cutoffsMin } = asked;
  // A difference is one of the whole time.
  const cutoffs = isDifference ? cutoffsMin.slice(-1) : cutoffsMin;
  const ids = places.map(([lon, lat]) => `${lon},${lat}`);
  const setting = [
    ...['--data', folder ?? FOLDER],
    ...(scenario === null ? [] : ['--scenario', scenario]),
    ...(isDifference ? ['--difference'] : []),
    ...(vehicleClass === 'car' ? [] : ['--vehicle', vehicleClass]),
    ...['--direction', direction, '--cutoff', cutoffs.join(','), '--format', format],
  ];
  if (ids.length > 1) return ['overlap', ...setting, `--origins=${ids.join(',')}`];
  const [id = ''] = ids;
  return ['isochrone', ...setting, ...(id.startsWith('-') ? ['--'] : []), id];
}

/** The command line of a question. */
export function toCityCommand(
  asked: CityQuestion,
  folder: string | null,
  format: string,
  scenario: string | null = null,
  isDifference = false,
): string {
  return ['npx', 'beltway', ...toCityArguments(asked, folder, format, scenario, isDifference)]
    .map(quote)
    .join(' ');
}
