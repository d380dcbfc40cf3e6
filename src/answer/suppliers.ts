/** What the answer says of the suppliers: independence, threshold curve, documented customers, timing. */
import { thresholdCurve, thresholdCurveAll } from '../access/threshold-curve.ts';
import { listTiming } from '../condition/timing.ts';
import { listDocumented } from '../independence/documented.ts';
import { measureAll } from '../independence/measure-all.ts';
import type {
  AnswerCurvePoint,
  AnswerDocumented,
  AnswerIndependence,
  AnswerTiming,
} from '../model/answer.ts';
import { keep } from './memory.ts';
import { buildQuestionNetwork, listLinksToGroup } from './paths.ts';
import type { Question } from './question.ts';
import { listSupplierTimes, type Times } from './times.ts';

/** Ids of the question's groups, in its order. */
export function listGroupIds({ groups }: Question): readonly string[] {
  return groups.map(({ group }) => group);
}

/** Every measure of independence that needs no further search. */
export function measureQuickly(question: Question, times: Times): Omit<AnswerIndependence, 'robustMin'> {
  const suppliers = listSupplierTimes(question, times);
  const groups = listGroupIds(question);
  const { robustMin: _, ...row } = measureAll(times.scenario.id, suppliers, groups, question.cutoffS, null);
  return row;
}

/** Group id under which the curve of "all groups" stands. */
const ALL_GROUPS = 'all';

/** Share that passes by whole minutes, for each group and for all of them. */
export function listCurve(question: Question, times: Times): readonly AnswerCurvePoint[] {
  const { store, origins, groups } = question;
  return keep(store, 'curve', [times, origins, groups], () => makeCurve(question, times));
}

function makeCurve(question: Question, times: Times): readonly AnswerCurvePoint[] {
  const suppliers = listSupplierTimes(question, times);
  const ids = listGroupIds(question);
  const curves = [
    ...ids.map((group) => ({ group, points: thresholdCurve(suppliers, group) })),
    { group: ALL_GROUPS, points: thresholdCurveAll(suppliers, ids) },
  ];
  return curves.flatMap(({ group, points }) =>
    points.map((point) => ({ scenario: times.scenario.id, group, ...point })),
  );
}

/** Reach beside documented customers, in one scenario. */
export function listSupply(question: Question, times: Times): readonly AnswerDocumented[] {
  const suppliers = listSupplierTimes(question, times);
  return listDocumented(suppliers, question.dataset.suppliers, listGroupIds(question), question.cutoffS);
}

/** Documented cross-keiretsu supply beside the belt section its fastest route would use. */
export function listSupplyTiming(question: Question, times: Times): readonly AnswerTiming[] {
  const { store, origins, groups, population } = question;
  return keep(store, 'timing', [times, origins, groups, population], () => makeTiming(question, times));
}

function makeTiming(question: Question, times: Times): readonly AnswerTiming[] {
  const { dataset, groups, population, origins } = question;
  const network = buildQuestionNetwork(question, times);
  const belt = new Set(dataset.header.belt.sections);
  const asked = new Set(origins.map(({ id }) => id));
  const placed = population.placed.filter(({ id }) => asked.has(id));
  return listTiming(placed, dataset.sections, (site, group) => {
    const chosen = groups.find((one) => one.group === group);
    if (chosen === undefined) return [];
    const links = listLinksToGroup(network, times, site, chosen);
    return [...new Set(links.map(({ section }) => section))].filter((section) => belt.has(section));
  });
}
