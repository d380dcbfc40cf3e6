/**
 * What roads are worth in the scenario with: every link and section closed in turn, the effect of the belt's sections
 * divided among them, and the order to build them in. Asked of the same functions as `beltway value` and `beltway phase`,
 * by the same words; where the scenario has no such section the first of them stands alone.
 */
import {
  DataError,
  startBuildOrder,
  startCriticality,
  startSectionValues,
  toBuildOrderBlocks,
  toBuildOrderCsv,
  toSentence,
  toValueForms,
  type AnalysisRequest,
  type BuildOrder,
  type BuildOrderRequest,
  type Dataset,
  type Forms,
  type SectionsRequest,
  type ValueMeasure,
} from '../../src/index.ts';
import { toSaid } from './plain.ts';
import type { Worth, WorthFile } from './protocol.ts';

/** The measure as a command says it: minutes where nothing is said. */
function toSaidMeasure(measure: ValueMeasure): { readonly measure?: ValueMeasure } {
  return measure === 'minutes' ? {} : { measure };
}

/** The question as `value` is asked it. */
function toValueRequest(request: AnalysisRequest): SectionsRequest {
  const { base: _, criticalLevel: __, ...said } = toSaid(request);
  return said;
}

function toOrderRequest(request: AnalysisRequest, measure: ValueMeasure): BuildOrderRequest {
  const { criticalLevel } = request;
  return {
    ...toValueRequest(request),
    ...(criticalLevel === undefined ? {} : { criticalLevel }),
    ...toSaidMeasure(measure),
  };
}

/** An answer, or why there is none. */
function attempt<T>(make: () => T): T | string {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return error.problems.map(toSentence).join(' ');
  }
}

interface Kept<T> {
  readonly dataset: Dataset;
  readonly key: string;
  readonly value: T;
}

/** What is asked twice is made once: a place that is chosen on the map changes nothing here. */
function keepLast<R, T>(make: (dataset: Dataset, asked: R) => T): (dataset: Dataset, asked: R) => T {
  let kept: Kept<T> | null = null;
  return (dataset, asked) => {
    const key = JSON.stringify(asked);
    if (kept?.dataset !== dataset || kept.key !== key) kept = { dataset, key, value: make(dataset, asked) };
    return kept.value;
  };
}

const closeRoads = keepLast((dataset, asked: SectionsRequest) => startCriticality(dataset, asked).document());
const openSections = keepLast((dataset, asked: SectionsRequest) =>
  attempt(() => startSectionValues(dataset, asked).document()),
);
const orderSections = keepLast((dataset, asked: BuildOrderRequest) =>
  attempt(() => startBuildOrder(dataset, asked).document()),
);

/** Everything the view draws. Throws DataError for a question that cannot be asked. */
export function drawWorth(dataset: Dataset, request: AnalysisRequest, measure: ValueMeasure): Worth {
  const asked = toValueRequest(request);
  const sections = openSections(dataset, asked);
  const order = orderSections(dataset, toOrderRequest(request, measure));
  const why = typeof sections === 'string' ? sections : typeof order === 'string' ? order : '';
  return {
    measure,
    criticality: closeRoads(dataset, asked),
    sections: typeof sections === 'string' ? null : sections,
    order: typeof order === 'string' ? null : order,
    why,
  };
}

/** An answer whose command names the file of the user's own sites, as the command line writes it. */
function nameSites<T extends { readonly command: string }>(answer: T, sitesFile: string | null): T {
  return sitesFile === null ? answer : { ...answer, command: `${answer.command} --sites ${sitesFile}` };
}

function toOrderForms(order: BuildOrder): Forms {
  return { text: () => toBuildOrderBlocks(order), json: () => order, csv: () => toBuildOrderCsv(order) };
}

/** What a file of this view holds. Throws DataError for a question that cannot be asked. */
export function toWorthForms(
  dataset: Dataset,
  request: AnalysisRequest,
  { part, measure, sitesFile }: WorthFile,
): Forms {
  const asked = { ...toValueRequest(request), ...toSaidMeasure(measure) };
  const order = () => startBuildOrder(dataset, toOrderRequest(request, measure)).document();
  if (part === 'phase') return toOrderForms(nameSites(order(), sitesFile));
  const closing = part === 'section-values' ? null : startCriticality(dataset, asked).document();
  const opening = part === 'criticality' ? null : startSectionValues(dataset, asked).document();
  return toValueForms(dataset, {
    criticality: closing === null ? null : nameSites(closing, sitesFile),
    sections: opening === null ? null : nameSites(opening, sitesFile),
  });
}
