/** What can be exported now: which part of the answer stands on the map, its command and its file name. */
import type { AnalysisRequest, Dataset, QuickAnalysis } from '../../src/index.ts';
import { dayOf } from '../engine/ask.ts';
import type { FileKind, SceneInput } from '../engine/protocol.ts';
import { listBandCutoffs } from '../engine/scene.ts';
import type { Held } from '../state/answers.ts';
import type { Choice } from '../state/choice.ts';
import {
  OWN_SITES_FILE,
  toArguments,
  toPartArguments,
  WORTH_PARTS,
  type Around,
  type Part,
} from '../state/command.ts';
import { toFileName } from '../state/download.ts';
import type { Look } from '../state/look.ts';
import { isOwnScenario } from '../state/own-scenarios.ts';
import { ownSites } from '../state/sites.ts';

export const EXTENSIONS: Readonly<Record<FileKind, string>> = {
  json: 'json',
  csv: 'csv',
  geojson: 'geojson',
  markdown: 'md',
};
export const TYPES: Readonly<Record<FileKind, string>> = {
  json: 'application/json',
  csv: 'text/csv',
  geojson: 'application/geo+json',
  markdown: 'text/markdown',
};

/** What the view shows, where it is not part of the whole answer. */
export function listViewParts(seen: Look, asked: Choice): readonly Part[] {
  const { view, measure } = seen;
  if (view === 'value') return WORTH_PARTS.map((kind) => ({ kind, measure }));
  const part = findViewPart(seen, asked);
  return part === null ? [] : [part];
}

function findViewPart({ view, reach, place, direction }: Look, { cutoffS }: Choice): Part | null {
  if (view === 'fastest' || view === 'locate' || view === 'confidence') return { kind: view };
  if (view !== 'reach') return null;
  if (reach === 'overlap' || place === null) return { kind: 'overlap' };
  return { kind: 'bands', place, direction, cutoffsS: listBandCutoffs(cutoffS) };
}

/** The open trip from place to place: a group stands for the plant that decides it in the build scenario. */
export function findTripPart(
  { trip }: Look,
  data: Dataset,
  answer: Held<QuickAnalysis>['value'],
  build: string,
): Part | null {
  if (trip === null) return null;
  const { origin, destination } = trip;
  if (!data.header.groups.some(({ id }) => id === destination)) return { kind: 'trip', origin, destination };
  const row = answer?.groups.find(
    (one) => one.scenario === build && one.origin === origin && one.group === destination,
  );
  return row === undefined || row.plant === null ? null : { kind: 'trip', origin, destination: row.plant };
}

const EVERY: readonly FileKind[] = ['json', 'csv', 'geojson', 'markdown'];
const PLACES: readonly FileKind[] = ['json', 'csv', 'markdown'];
/** Two tables do not fit into one. */
const TABLES: readonly FileKind[] = ['json', 'geojson', 'markdown'];
const KINDS: Readonly<Partial<Record<Part['kind'], readonly FileKind[]>>> = {
  locate: PLACES,
  confidence: PLACES,
  phase: PLACES,
  value: TABLES,
};

export function listKinds(part: Part | null): readonly FileKind[] {
  return part === null ? EVERY : (KINDS[part.kind] ?? EVERY);
}

const findAround = (): Around => ({ dayOf, isOwn: isOwnScenario, ownSites: ownSites.value !== null });

/** Words of the command that gives the report of what is asked. */
export function toReportWords(asked: Choice, doubts: boolean): readonly string[] {
  const [, ...options] = toArguments(asked, findAround());
  return ['report', ...options, ...(doubts ? [] : ['--draws', '0', '--without', 'sensitivity'])];
}

export function toWords(asked: Choice, part: Part | null): readonly string[] {
  const around = findAround();
  return part === null ? toArguments(asked, around) : toPartArguments(asked, part, around);
}

/** e.g. `beltway_compare_2010-without-belt_2010-with-belt_car_free_60min.json`. */
export function toName(asked: Choice, part: Part | null, extension: string): string {
  const { base, build, vehicleClass, traffic, cutoffS } = asked;
  const place = part?.kind === 'bands' ? [part.place] : [];
  const ends = part?.kind === 'trip' ? [part.origin, part.destination] : [];
  const what = ['beltway', part?.kind ?? 'compare', ...place, ...ends];
  return toFileName([...what, base, build, vehicleClass, traffic, `${cutoffS / 60}min`], extension);
}

/** What the worker is asked for a file. */
export function toFileInput(request: AnalysisRequest, seen: Look, part: Part | null, kind: FileKind) {
  const { view, place, reach, direction, measure } = seen;
  const scene: SceneInput = { request, view, place, reach, direction, measure };
  const asked = WORTH_PARTS.find((one) => one === part?.kind);
  const sitesFile = ownSites.value === null ? null : OWN_SITES_FILE;
  const worth = asked === undefined ? null : { part: asked, measure, sitesFile };
  const trip = part?.kind === 'trip' ? { origin: part.origin, destination: part.destination } : null;
  const isScene = part !== null && trip === null && worth === null;
  return { kind, request, scene: isScene ? scene : null, trip, worth };
}
