/** A question of the page as the command line would be asked it. */
import type { AnalysisRequest } from '../../src/index.ts';

/** What is said of the request on the command line: the rest is its default, and the hour of the day is left out. */
export function toPlain(request: AnalysisRequest): AnalysisRequest {
  const {
    base,
    build,
    vehicleClass,
    traffic,
    cutoffS,
    groupChoice = {},
    population,
    asOf,
    criticalLevel,
  } = request;
  const groups = Object.entries(groupChoice).filter(([, choice]) => choice !== 'any');
  return {
    ...{ base, build, cutoffS, asOf, criticalLevel },
    ...(vehicleClass === 'car' ? {} : { vehicleClass }),
    ...(traffic === 'free' ? {} : { traffic }),
    groupChoice: Object.fromEntries(groups),
    ...(population === '2006' ? {} : { population }),
  };
}

/** Tolerance that is not said on the command line. */
const USUAL_TOLERANCE_S = 600;

/** The same with the tolerance, for commands that take one. */
export function toSaid(request: AnalysisRequest): AnalysisRequest {
  const { toleranceS } = request;
  return { ...toPlain(request), ...(toleranceS === USUAL_TOLERANCE_S ? {} : { toleranceS }) };
}
