import type { AnswerFlowchart } from '../model/answer.ts';
import type { Question } from './question.ts';
import type { Times } from './times.ts';

export function evaluateFlowcharts(_question: Question, _all: readonly Times[]): readonly AnswerFlowchart[] {
  return [];
}
