/** What can be exported now: which part of the answer stands on the map, its command and its file name. */
import type { AnalysisRequest, Dataset, QuickAnalysis } from '../../src/index.ts';
import { dayOf } from '../engine/ask.ts';
import type { FileKind, SceneInput } from '../engine/protocol.ts';
import { listBandCutoffs } from '../engine/scene.ts';
import type { Held } from '../state/answers.ts';
import type { Choice } from '../state/choice.ts';
import { toArguments, toPartArguments, type Around, type Part } from '../state/command.ts';
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

/** The part that the view shows, where it is not part of the whole answer. */
export function findViewPart({ view, reach, place, direction }: Look, { cutoffS }: Choice): Part | null {
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

export function listKinds(part: Part | null): readonly FileKind[] {
  return part?.kind === 'locate' || part?.kind === 'confidence'
    ? ['json', 'csv', 'markdown']
    : ['json', 'csv', 'geojson', 'markdown'];
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
  const { view, place, reach, direction } = seen;
  const scene: SceneInput = { request, view, place, reach, direction };
  const trip = part?.kind === 'trip' ? { origin: part.origin, destination: part.destination } : null;
  return { kind, request, scene: part === null || trip !== null ? null : scene, trip };
}
