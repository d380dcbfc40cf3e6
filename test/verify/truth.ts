/** What is so, by a third search: rounds over all pieces until nothing changes (Bellman and Ford). */
import type { Certificate } from '../../src/model/certificate.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { joinSite, listPieces, type Piece } from '../../src/verify/graph.ts';
import { findSite } from '../../src/verify/sites.ts';

function searchSlowly(pieces: readonly Piece[], from: string): ReadonlyMap<string, number> {
  const times = new Map([[from, 0]]);
  for (let changed = true; changed;) {
    changed = false;
    for (const piece of pieces) {
      const timeMs = (times.get(piece.from) ?? Infinity) + piece.timeMs;
      if (timeMs >= (times.get(piece.to) ?? Infinity)) continue;
      times.set(piece.to, timeMs);
      changed = true;
    }
  }
  return times;
}

/** The network a certificate speaks about. Throws for names the data do not know. */
export function listQuestionPieces(dataset: Dataset, { question, scenario }: Certificate): readonly Piece[] {
  const vehicleClass = dataset.vehicleClasses.find(({ id }) => id === question.vehicleClass);
  const trafficState = dataset.trafficStates.find(({ id }) => id === question.traffic);
  if (vehicleClass === undefined || trafficState === undefined) throw new Error('unknown ids');
  const state = applyScenario(dataset, findScenario(dataset, scenario.id));
  const places = [...new Set([question.origin, ...question.plants])].map((id) => {
    const site = findSite(dataset, id);
    if (site === undefined) throw new Error(`no place ${id}`);
    return joinSite(state, site);
  });
  return listPieces(dataset, state, { vehicleClass, trafficState, corner: question.corner }, places);
}

/** Whether what a certificate claims is so. */
export function isTrue(dataset: Dataset, certificate: Certificate): boolean {
  const { question, verdict } = certificate;
  const times = searchSlowly(listQuestionPieces(dataset, certificate), `>${question.origin}`);
  const to = question.plants.map((plant) => times.get(`<${plant}`) ?? Infinity);
  const timeMs = question.mode === 'any' ? Math.min(...to) : Math.max(...to);
  if (verdict === 'within') return timeMs <= question.cutoffMs;
  return verdict === 'beyond' ? timeMs > question.cutoffMs : timeMs === Infinity;
}
