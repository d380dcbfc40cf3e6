/**
 * `npm run bench`: the engines of `src/routing/` on whole cities, held against each other and then timed in turn, beside
 * packages from npm. Arguments are folders of RoutingKit's vectors; `--only NAME` takes the cities whose name contains it;
 * `shipped` edits the shipped network, `million` a city of a million vertices and `drawing` the shipped network by hand, the
 * last two in Chromium.
 */
import { cpus } from 'node:os';
import { UNREACHED } from '../../../src/routing/bucket-queue.ts';
import { measureCriticality } from '../../../src/routing/criticality.ts';
import type { CostGraph } from '../../../src/routing/distances.ts';
import { LANES } from '../../../src/routing/hierarchy/sweep-lanes.ts';
import { timeDrawing } from '../page/draw.ts';
import { timeMillion } from '../page/million.ts';
import { checkAll, drawScenarios, type Peers } from './check.ts';
import { listCities } from './cities.ts';
import { timeShipped } from './shipped.ts';
import { prepare, type Subject } from './subject.ts';
import { toTable } from './table.ts';
import { timeAll, type Measure } from './timing.ts';

/** What `--only` may call the city of a million vertices, and the page. */
const MILLION = 'million';
const SHIPPED_NAME = 'shipped';
const DRAWING = 'drawing';
const FAST = { rounds: 31, calls: 4 };
const SLOW = { rounds: 3, calls: 1 };

/** A number that goes round the vertices in long steps. */
function createDraw(vertexCount: number): () => number {
  let at = 0;
  return () => {
    at = (at + 7919) % vertexCount;
    return at;
  };
}

function listTrees({ city, forward, plain, wasm, targets }: Subject, peers: Peers): readonly Measure[] {
  const draw = createDraw(city.graph.vertexCount);
  const roots = Array.from({ length: LANES }, draw);
  return [
    { name: 'tree graphology', ...SLOW, run: () => void peers.graphology(draw()) },
    { name: 'tree buckets', ...FAST, run: () => void forward(draw()) },
    { name: 'tree plain', ...FAST, run: () => void plain.sweep(draw(), 'from') },
    { name: 'tree wasm', ...FAST, run: () => void wasm.sweep(draw(), 'from') },
    {
      name: 'sixteen plain',
      rounds: 7,
      calls: 1,
      parts: LANES,
      run: () => void plain.sweepLanes(roots, 'from'),
    },
    { name: 'sixteen wasm', ...FAST, parts: LANES, run: () => void wasm.sweepLanes(roots, 'from') },
    { name: 'six trees', ...FAST, run: () => targets.forEach((target) => void forward(target)) },
  ];
}

function listMatrices(subject: Subject): readonly Measure[] {
  const { city, sources, targets, belt, beltCosts, plain, wasm } = subject;
  const closed = belt.map(() => UNREACHED);
  const scenarios = drawScenarios(subject);
  return [plain, wasm].flatMap((hierarchy): readonly Measure[] => {
    const { kind } = hierarchy.kernels;
    const selected = hierarchy.select(sources);
    const often = kind === 'wasm' ? FAST : { rounds: 7, calls: 1 };
    let isOpen = false;
    const toggle = (): void => {
      isOpen = !isOpen;
      hierarchy.change(belt, isOpen ? beltCosts : closed);
      selected.sums(targets, 'to');
    };
    const reweigh = (): void => {
      hierarchy.customizeFour(scenarios);
      for (const lane of scenarios.keys()) selected.sums(targets, 'to', lane);
    };
    return [
      { name: `matrix ${kind}`, ...often, run: () => void selected.sums(targets, 'to') },
      { name: `select ${kind}`, ...often, run: () => hierarchy.select(sources).release() },
      { name: `belt ${kind}`, rounds: 14, calls: 2, run: toggle },
      { name: `customize ${kind}`, rounds: 9, calls: 1, run: () => hierarchy.customize(city.graph.cost) },
      { name: `reweigh ${kind}`, rounds: 9, calls: 1, parts: scenarios.length, run: reweigh },
    ];
  });
}

function listPairs({ city, plain, wasm, sources }: Subject, peers: Peers): readonly Measure[] {
  const draw = createDraw(city.graph.vertexCount);
  const pick = (): number => sources[draw() % sources.length] ?? 0;
  return [
    { name: 'pair plain', rounds: 31, calls: 50, run: () => void plain.sum(draw(), draw()) },
    { name: 'path plain', rounds: 31, calls: 20, run: () => void plain.path(draw(), draw()) },
    { name: 'pair wasm', rounds: 31, calls: 50, run: () => void wasm.sum(draw(), draw()) },
    { name: 'path wasm', rounds: 31, calls: 20, run: () => void wasm.path(draw(), draw()) },
    { name: 'pair ngraph', rounds: 5, calls: 2, run: () => void peers.ngraph(pick(), pick()) },
    { name: 'pair geojson', ...SLOW, run: () => void peers.geojson(pick(), pick()) },
  ];
}

/** Edges between the same two vertices, whichever way, as one link each. */
function groupLinks({ edgeCount, tail, head }: CostGraph): Int32Array {
  const links = new Map<string, number>();
  return Int32Array.from({ length: edgeCount }, (_, edge) => {
    const key = [tail[edge] ?? 0, head[edge] ?? 0].toSorted((a, b) => a - b).join();
    links.set(key, links.get(key) ?? links.size);
    return links.get(key) ?? 0;
  });
}

function timeCity(name: string, subject: Subject): void {
  const { graph } = subject.city;
  console.log(`\n## ${name}: ${graph.vertexCount} vertices, ${graph.edgeCount} edges, node-based\n`);
  const { peers, note } = checkAll(subject);
  const { topology } = subject.plain;
  const took = [...subject.prepared].map(([what, ms]) => `${what} ${Math.round(ms)} ms`).join(', ');
  console.log(`${topology.arcCount} arcs; prepared once: ${took}. ${note}.\n`);
  const linkOf = groupLinks(graph);
  const times = timeAll([
    ...listTrees(subject, peers),
    ...listMatrices(subject),
    ...listPairs(subject, peers),
    {
      name: 'criticality',
      rounds: 1,
      calls: 1,
      run: () => void measureCriticality(graph, subject.sources, subject.targets, linkOf),
    },
  ]);
  console.log(toTable(times, subject.belt.length));
}

const args = process.argv.slice(2);
const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '') : '';
const folders = args.filter((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--only');
console.log(
  `Node ${process.version}, ${process.arch}, ${cpus()[0]?.model ?? 'unknown processor'}, one thread`,
);
for (const { name, load } of listCities(folders)) if (name.includes(only)) timeCity(name, prepare(load()));
if (SHIPPED_NAME.includes(only)) timeShipped();
if (MILLION.includes(only)) await timeMillion();
if (DRAWING.includes(only)) await timeDrawing();
