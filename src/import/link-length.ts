/** Lengths of links in whole millimetres. */
import { MM_PER_M, roundHalfUp } from '../units.ts';
import { toFileError } from './byte-source.ts';

/** No road goes on so far without a crossing, and whole millimetres in 32 bits end soon after. */
export const MAX_LINK_M = 4_000_000;
const M_PER_KM = 1000;

/** Millimetres of a link. Throws DataError for one that is longer: kept in 32 bits it would be a short one. */
export function toLengthMm(lengthM: number, file: string, path: string): number {
  if (lengthM <= MAX_LINK_M) return roundHalfUp(lengthM * MM_PER_M);
  const [expected, found] = [MAX_LINK_M, lengthM].map((one) => `${Math.round(one / M_PER_KM)} km`);
  throw toFileError(file, path, `at most ${expected} from crossing to crossing`, `${found}`, 'out-of-range');
}
