/** Every measure of independence, with the one that closes the roads one by one. */
import { measureAll } from '../independence/measure-all.ts';
import type { AnswerIndependence } from '../model/answer.ts';
import type { Question } from './question.ts';
import { findRobustMin } from './robustness.ts';
import { listGroupIds } from './suppliers.ts';
import { listSupplierTimes, type Times } from './times.ts';

/** Every measure of independence in one scenario. */
export function measureIndependence(question: Question, times: Times): AnswerIndependence {
  const suppliers = listSupplierTimes(question, times);
  const robust = findRobustMin(question, times, suppliers);
  const { id } = times.scenario;
  return measureAll(id, suppliers, listGroupIds(question), question.cutoffS, robust?.mean ?? null);
}
