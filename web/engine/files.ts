/**
 * Exports: the very bytes that the command line writes for the same question, made by the same functions. Without
 * a scene it is the whole answer (`compare`), with one what the view shows.
 */
import {
  applyScenario,
  analyse,
  compareScenarios,
  countFastestRoutes,
  findPlace,
  findRoute,
  findScenario,
  listOpenFeatures,
  rankLocations,
  renderMarkdown,
  toAnalysisGeoJson,
  toCellsCsv,
  toCompareBlocks,
  toConfidenceBlocks,
  toConfidenceCsv,
  toFastestBlocks,
  toFastestCsv,
  toFastestGeoJson,
  toIsochroneBlocks,
  toIsochroneDocument,
  toIsochronesCsv,
  toIsochronesGeoJson,
  toJsonText,
  toLocationBlocks,
  toLocationsCsv,
  toOverlapBlocks,
  toOverlapCsv,
  toOverlapDocument,
  toOverlapGeoJson,
  toRouteBlocks,
  toRouteCsv,
  toRouteDocument,
  toRouteGeoJson,
  toRouteLine,
  toClock,
  toScenarioTableBlocks,
  toScenarioTableCsv,
  toSetting,
  type AnalysisRequest,
  type Dataset,
  type Forms,
  type ScenarioTableRequest,
} from '../../src/index.ts';
import type { FileKind, SceneInput, Tasks } from './protocol.ts';
import { DRAWS, runDraws } from './doubts.ts';
import { listBandCutoffs } from './scene.ts';
import { toWorthForms } from './worth.ts';

function toAnswerForms(dataset: Dataset, request: AnalysisRequest): Forms {
  const analysis = analyse(dataset, request);
  return {
    text: () => toCompareBlocks(analysis),
    json: () => analysis,
    csv: () => toCellsCsv(analysis.cells, [...analysis.destinations, ...analysis.origins]),
    geojson: () => toAnalysisGeoJson(dataset, analysis, listOpenFeatures(dataset, analysis)),
  };
}

function toBandForms(dataset: Dataset, { request, place, direction }: SceneInput): Forms {
  const { base, build, vehicleClass, traffic, cutoffS = dataset.parameters.cutoffS.value } = request;
  const cutoffsS = listBandCutoffs(cutoffS);
  const question = { base, build, place: place ?? '', direction, vehicleClass, traffic, cutoffsS };
  const bands = toIsochroneDocument(dataset, question);
  return {
    text: () => toIsochroneBlocks(bands),
    json: () => bands,
    csv: () => toIsochronesCsv(bands),
    geojson: () => toIsochronesGeoJson(bands),
  };
}

function toOverlapForms(dataset: Dataset, request: AnalysisRequest): Forms {
  const { base, build, vehicleClass, traffic, cutoffS, groupChoice, asOf } = request;
  const question = { base, build, vehicleClass, traffic, cutoffS, groupChoice, asOf };
  const overlap = toOverlapDocument(dataset, question);
  return {
    text: () => toOverlapBlocks(overlap),
    json: () => overlap,
    csv: () => toOverlapCsv(overlap),
    geojson: () => toOverlapGeoJson(overlap),
  };
}

function toFastestForms(dataset: Dataset, request: AnalysisRequest): Forms {
  const routes = countFastestRoutes(dataset, request);
  return {
    text: () => toFastestBlocks(routes),
    json: () => routes,
    csv: () => toFastestCsv(routes),
    geojson: () => toFastestGeoJson(dataset, routes),
  };
}

function toLocationForms(dataset: Dataset, request: AnalysisRequest): Forms {
  const ranked = rankLocations(dataset, request);
  return {
    text: () => toLocationBlocks(ranked),
    json: () => ranked,
    csv: () => toLocationsCsv(ranked),
  };
}

function toConfidenceForms(dataset: Dataset, request: AnalysisRequest): Forms {
  const answer = runDraws(dataset, { request, upTo: DRAWS });
  return {
    text: () => toConfidenceBlocks(answer),
    json: () => answer,
    csv: () => toConfidenceCsv(answer),
  };
}

function toTableForms(dataset: Dataset, request: ScenarioTableRequest): Forms {
  const table = compareScenarios(dataset, request);
  return {
    text: () => toScenarioTableBlocks(table),
    json: () => table,
    csv: () => toScenarioTableCsv(table),
  };
}

interface Ends {
  readonly origin: string;
  readonly destination: string;
}

function toRouteForms(dataset: Dataset, request: AnalysisRequest, { origin, destination }: Ends): Forms {
  const [from, to] = [findPlace(dataset, origin), findPlace(dataset, destination)];
  const { defaults } = dataset.header;
  const { vehicleClass = 'car', traffic: trafficState = 'free', valueOfTimeCnyPerH } = request;
  const clock = toClock(dataset, request);
  const setting = toSetting(dataset, { vehicleClass, trafficState, valueOfTimeCnyPerH, clock });
  const find = (id: string) => findRoute(dataset, findScenario(dataset, id), setting, from.place, to.place);
  const build = request.build ?? defaults.build;
  const answer = find(build);
  const { dataset: built } = applyScenario(dataset, findScenario(dataset, build));
  const route = toRouteDocument(dataset, { from, to, answer, base: find(request.base ?? defaults.base) });
  return {
    text: () => toRouteBlocks(route),
    json: () => route,
    csv: () => toRouteCsv(route),
    geojson: () => toRouteGeoJson(route, answer.best === null ? [] : toRouteLine(built, answer.best)),
  };
}

/** What a view shows; Times and Difference show parts of the whole answer. */
function toSceneForms(dataset: Dataset, scene: SceneInput): Forms {
  const { view, request, reach, place } = scene;
  switch (view) {
    case 'reach':
      return reach === 'bands' && place !== null
        ? toBandForms(dataset, scene)
        : toOverlapForms(dataset, request);
    case 'fastest':
      return toFastestForms(dataset, request);
    case 'locate':
      return toLocationForms(dataset, request);
    case 'confidence':
      return toConfidenceForms(dataset, request);
    case 'times':
    case 'difference':
    case 'value':
      return toAnswerForms(dataset, request);
  }
}

function toText(kind: FileKind, forms: Forms): string {
  switch (kind) {
    case 'json':
      return toJsonText(forms.json());
    case 'csv':
      return forms.csv?.() ?? '';
    case 'geojson':
      return forms.geojson?.() ?? '';
    case 'markdown':
      return renderMarkdown(forms.text());
  }
}

function toForms(
  dataset: Dataset,
  { request, scene, trip = null, worth = null }: Tasks['file']['input'],
): Forms {
  if (worth !== null) return toWorthForms(dataset, request, worth);
  if (trip !== null) return toRouteForms(dataset, request, trip);
  return scene === null ? toAnswerForms(dataset, request) : toSceneForms(dataset, scene);
}

/** Text of scenarios side by side. Throws DataError for a question that cannot be asked. */
export function writeTable(dataset: Dataset, request: ScenarioTableRequest, kind: FileKind): string {
  return toText(kind, toTableForms(dataset, request));
}

/** Text of an export. Throws DataError for a question that cannot be asked. */
export function writeFile(dataset: Dataset, input: Tasks['file']['input']): string {
  return toText(input.kind, toForms(dataset, input));
}
