/** The command that tells what every road is worth, as the page does. */
import type { CityMeasure } from '../../src/index.ts';
import { quote } from '../state/command.ts';
import { FOLDER } from './command.ts';
import type { WorthQuestion } from './worth-protocol.ts';

/** Arguments of `beltway`; `scenario` is the name of its file, whose suppliers and plants are asked about in both. */
export function toWorthArguments(
  { vehicleClass, cutoffMin, isWith }: Omit<WorthQuestion, 'plan'>,
  measure: CityMeasure,
  folder: string | null,
  scenario: string,
  format: string,
): readonly string[] {
  return [
    ...['value', '--data', folder ?? FOLDER, isWith ? '--build' : '--sites', scenario],
    ...(vehicleClass === 'car' ? [] : ['--vehicle', vehicleClass]),
    ...(measure === 'minutes' ? [] : ['--measure', measure]),
    ...['--cutoff', String(cutoffMin), '--format', format],
  ];
}

export function toWorthCommand(...asked: Parameters<typeof toWorthArguments>): string {
  return ['npx', 'beltway', ...toWorthArguments(...asked)].map(quote).join(' ');
}
