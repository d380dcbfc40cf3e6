/** The shortest new road between two nodes that are there: sought by adding times up, then built and timed anew. */
import { findNewLink, type NewLink, type NodeAt } from '../fix/new-link.ts';
import { drawWindingLine, roundPoint } from '../fix/winding-line.ts';
import { measureGeodesicM } from '../geodesic.ts';
import type { FixLink, FixLinkInputs, FixNewLink, FixNode } from '../model/fix.ts';
import type { Link, RoadNode } from '../model/road.ts';
import type { BuildModification } from '../model/scenario.ts';
import type { LonLat } from '../model/source.ts';
import { findRoadTable } from '../network/road-table.ts';
import { getDesiredKmh, linkImpedanceMs } from '../network/impedance.ts';
import { applyScenario } from '../scenario/apply.ts';
import { M_PER_KM, MM_PER_M, MS_PER_SECOND } from '../units.ts';
import { readAnew, type FixQuestion } from './fix-question.ts';
import { toFixScenario, type FixScenario } from './fix-scenario.ts';
import type { FixStep } from './fix-speeds.ts';

/** Nodes of the open roads, in code-unit order of their ids. */
function listNodes({ state }: FixQuestion): readonly (NodeAt & Pick<RoadNode, 'nameEn'>)[] {
  const records = new Map(state.dataset.nodes.map((node) => [node.id, node]));
  return findRoadTable(state).nodes.flatMap((id, vertex) => {
    const record = records.get(id);
    return record === undefined ? [] : [{ id, vertex, at: record.at, nameEn: record.nameEn }];
  });
}

/** An id that no road has yet. */
function toRoadId({ state }: FixQuestion): string {
  const taken = new Set(state.dataset.sections.map(({ id }) => id));
  let id = 'new-link';
  for (let i = 2; taken.has(id); i += 1) id = `new-link-${i}`;
  return id;
}

function toBuild(
  fix: FixQuestion,
  { speedKmh }: FixLinkInputs,
  ends: readonly [NodeAt, NodeAt],
  line: readonly LonLat[],
): BuildModification {
  const [from, to] = ends;
  // At its ends the road runs to the nodes exactly, whatever decimals they have.
  const drawn = line.map(roundPoint);
  return {
    ...{ kind: 'build', id: toRoadId(fix), title: `New link ${from.id} – ${to.id}`, line: drawn },
    ...{ facility: 'expressway', postedKmh: speedKmh.value },
    interchanges: [
      { vertex: 0, node: from.id },
      { vertex: line.length - 1, node: to.id },
    ],
  };
}

function toScenario(fix: FixQuestion, build: BuildModification): FixScenario {
  const what = { words: [build.id], title: build.title };
  return toFixScenario(fix.question.dataset, fix.scenario, what, { added: [build] });
}

/** A link of a new road, as building one gives it: all but its length is the same wherever it runs. */
function findSample(fix: FixQuestion, inputs: FixLinkInputs, nodes: readonly NodeAt[]): Link | null {
  const [from] = nodes;
  const to = nodes.find(({ at }) => from !== undefined && measureGeodesicM(from.at, at) > 0);
  if (from === undefined || to === undefined) return null;
  const build = toBuild(fix, inputs, [from, to], [from.at, to.at]);
  const { links } = applyScenario(fix.question.dataset, toScenario(fix, build).scenario);
  return links.find(({ section }) => section === build.id) ?? null;
}

function toFixNode({ id, at }: NodeAt, { state }: FixQuestion): FixNode {
  return { id, nameEn: state.dataset.nodes.find((node) => node.id === id)?.nameEn ?? id, at };
}

/** The link drawn, built and timed anew. */
function toLink(
  fix: FixQuestion,
  inputs: FixLinkInputs,
  sample: Link,
  { from, to, lengthMm }: NewLink,
): FixLink {
  const { dataset, setting } = fix.question;
  const [west, south, east, north] = dataset.header.region;
  const isInside = ([lon, lat]: LonLat): boolean =>
    lon >= west && lon <= east && lat >= south && lat <= north;
  const line = drawWindingLine(from.at, to.at, lengthMm, isInside);
  const build = toBuild(fix, inputs, [from, to], line);
  const { scenario, file } = toScenario(fix, build);
  const { links } = applyScenario(dataset, scenario);
  const built = links.find(({ section }) => section === build.id) ?? sample;
  return {
    ...{ from: toFixNode(from, fix), to: toFixNode(to, fix), geodesicM: measureGeodesicM(from.at, to.at) },
    lengthM: built.lengthM,
    timeS: linkImpedanceMs(dataset, built, setting, fix.state.day) / MS_PER_SECOND,
    ...{ reading: readAnew(fix, scenario), scenario: file },
  };
}

/** First nodes between two steps. */
const PIECE = 8;

/** The shortest new road that does. */
export function* findLink(fix: FixQuestion, inputs: FixLinkInputs): Generator<FixStep, FixNewLink> {
  const { around, goal, question, state } = fix;
  const { dataset, setting } = question;
  const nodes = listNodes(fix);
  const sample = findSample(fix, inputs, nodes);
  const pairs = (nodes.length * (nodes.length - 1)) / 2;
  const drivenKmh = sample === null ? inputs.speedKmh.value : getDesiredKmh(dataset, sample, setting);
  const head = { inputs, drivenKmh, nodes: nodes.length, pairs };
  if (sample === null) return { ...head, tried: 0, found: null };
  const steps = findNewLink({
    ...{ around, goal, nodes, detour: inputs.detour.value },
    budgetMm: inputs.budgetKm.value * M_PER_KM * MM_PER_M,
    toMs: (lengthMm) =>
      linkImpedanceMs(dataset, { ...sample, lengthM: lengthMm / MM_PER_M }, setting, state.day),
  });
  for (let done = 0; ; done += 1) {
    const step = steps.next();
    if (step.done === true) {
      const { found, tried } = step.value;
      return { ...head, tried, found: found === null ? null : toLink(fix, inputs, sample, found) };
    }
    if (done % PIECE === 0) yield { done, asked: nodes.length };
  }
}
