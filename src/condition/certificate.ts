/**
 * Makes certificates of one-hour verdicts: one search, and from its tree a route, potentials or a closed set
 * that a reader can check without searching. The format is in `model/certificate.ts`, the checker in
 * `verify/`. A certificate proves a statement about the model, not about the road.
 */
import type {
  Certificate,
  CertificateEdge,
  CertificateMode,
  CertificateQuestion,
  CertificateRoute,
  CertificateVerdict,
} from '../model/certificate.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Place } from '../network/connectors.ts';
import { buildNetwork, getDestinationVertex, getOriginVertex, type Network } from '../network/network.ts';
import { toSetting, type Corner } from '../network/setting.ts';
import { DataError } from '../problems.ts';
import { toPath, type Tree } from '../routing/path.ts';
import { searchTree } from '../routing/tree.ts';
import { applyScenario } from '../scenario/apply.ts';
import { findScenario } from '../scenario/find.ts';
import { digestNetwork, listCertificateEdges } from './certificate-edges.ts';
import { signCertificate } from './certificate-text.ts';

/** A one-hour question: drive time with all delays, toll not minimised. */
export interface CertificateRequest {
  /** Id of a shipped scenario, or a date. */
  readonly scenario: string;
  readonly vehicleClass: string;
  readonly traffic: string;
  readonly origin: Place;
  /** At least one. */
  readonly plants: readonly Place[];
  readonly mode: CertificateMode;
  /** Whole ms, inclusive. */
  readonly cutoffMs: number;
  /** Group the plants belong to (default: none). */
  readonly group?: string | null;
  /** With a group: `plants` are all its vehicle plants in production on this date (default: chosen ones). */
  readonly plantDate?: string | null;
  /** Default: mid. */
  readonly corner?: Corner;
}

interface Searched {
  readonly network: Network;
  readonly edges: readonly CertificateEdge[];
  readonly tree: Tree;
  readonly question: CertificateQuestion;
}

/** Time to a plant in ms; Infinity where it is not reached. */
function timeTo({ network, tree }: Searched, plant: string): number {
  return tree.cost[getDestinationVertex(network, plant)] ?? Infinity;
}

function judge(searched: Searched): CertificateVerdict {
  const { mode, plants, cutoffMs } = searched.question;
  const times = plants.map((plant) => timeTo(searched, plant));
  const timeMs = mode === 'any' ? Math.min(...times) : Math.max(...times);
  if (timeMs === Infinity) return 'unreachable';
  return timeMs <= cutoffMs ? 'within' : 'beyond';
}

function toRoute(searched: Searched, plant: string): CertificateRoute {
  const { network, tree, question } = searched;
  const path = toPath(network.graph, tree, getDestinationVertex(network, plant)) ?? [];
  const timeMs = timeTo(searched, plant);
  const edges = path.map((edge) => searched.edges[edge] as CertificateEdge);
  return { plant, edges, timeMs, slackMs: question.cutoffMs - timeMs };
}

/** The plant within the cutoff that proves any: the nearest, by id among equals. */
function findNearest(searched: Searched): string {
  const { plants } = searched.question;
  return plants.reduce((best, plant) => (timeTo(searched, plant) < timeTo(searched, best) ? plant : best));
}

function prove(searched: Searched, verdict: CertificateVerdict): Certificate['proof'] {
  const { network, tree, question } = searched;
  if (verdict === 'within') {
    const targets = question.mode === 'every' ? question.plants : [findNearest(searched)];
    return { kind: 'routes', routes: targets.map((plant) => toRoute(searched, plant)) };
  }
  const limitMs = verdict === 'beyond' ? question.cutoffMs : Number.MAX_VALUE;
  const near = network.vertexNames
    .map((name, vertex): [string, number] => [name, tree.cost[vertex] ?? Infinity])
    .filter(([, ms]) => ms <= limitMs)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (verdict === 'beyond') return { kind: 'potentials', potentials: near };
  return { kind: 'closed-set', vertices: near.map(([name]) => name) };
}

function checkRequest({ plants, cutoffMs }: CertificateRequest): void {
  const whole = Number.isSafeInteger(cutoffMs) && cutoffMs >= 0;
  if (plants.length > 0 && whole) return;
  const [path, expected] = whole
    ? ['plants', 'at least one plant']
    : ['cutoffMs', 'whole milliseconds, 0 or more'];
  const found = whole ? 'none' : String(cutoffMs);
  throw new DataError([{ file: 'certificate', path, expected, found, code: 'out-of-range' }]);
}

function toQuestion(request: CertificateRequest): CertificateQuestion {
  const { origin, plants, mode, vehicleClass, traffic, cutoffMs } = request;
  return {
    origin: origin.id,
    originAt: origin.at,
    group: request.group ?? null,
    plantDate: request.plantDate ?? null,
    plants: [...new Set(plants.map(({ id }) => id))].toSorted(),
    mode,
    vehicleClass,
    traffic,
    corner: request.corner ?? 'mid',
    cutoffMs,
  };
}

function search(dataset: Dataset, request: CertificateRequest): Searched {
  const question = toQuestion(request);
  const { vehicleClass, traffic, corner } = question;
  const setting = toSetting(dataset, { vehicleClass, trafficState: traffic, corner });
  const state = applyScenario(dataset, findScenario(dataset, request.scenario));
  const network = buildNetwork(dataset, state, setting, [request.origin, ...request.plants]);
  const tree = searchTree(network.graph, getOriginVertex(network, question.origin));
  return { network, edges: listCertificateEdges(network), tree, question };
}

/**
 * The certificate of a one-hour question, whatever its verdict is. Throws DataError for a scenario, vehicle
 * or traffic state the data do not know, a place off the map, no plant, or a cutoff that is not whole ms.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * const place = { id: '113.2,23.4', at: [113.2, 23.4] as const };
 * const request = { scenario: '2010-12', vehicleClass: 'car', traffic: 'free', origin: place, plants: [place] };
 * dataset === null ? null : makeCertificate(dataset, { ...request, mode: 'any', cutoffMs: 3600000 }).verdict; // → null
 */
export function makeCertificate(dataset: Dataset, request: CertificateRequest): Certificate {
  checkRequest(request);
  const searched = search(dataset, request);
  const { id, date } = searched.network.state.scenario;
  const verdict = judge(searched);
  return signCertificate({
    schema: 'beltway/certificate@1',
    dataset: { id: dataset.header.id, digest: dataset.digest },
    scenario: { id, date, digest: digestNetwork(searched.network, searched.edges) },
    question: searched.question,
    verdict,
    proof: prove(searched, verdict),
  });
}
