/** What may be asked of `toReliability` besides what every answer may be asked, and the command that asks it. */
import { DataError, type Problem } from '../problems.ts';
import { toCommand } from './command.ts';
import type { Question } from './question.ts';
import type { AnalysisRequest } from './request.ts';

export interface ReliabilityRequest extends AnalysisRequest {
  /** One group only. */
  readonly group?: string | undefined;
  /** Mix in incidents (default false). */
  readonly incidents?: boolean | undefined;
}

const toProblem = (path: string, expected: string, found: string, code: Problem['code']): Problem => ({
  file: 'request',
  path,
  expected,
  found,
  code,
});

function checkGroup({ dataset }: Question, { group }: ReliabilityRequest): readonly Problem[] {
  const ids = dataset.header.groups.map(({ id }) => id);
  if (group === undefined || ids.includes(group)) return [];
  return [toProblem('group', `a group: ${ids.join(', ')}`, group, 'unknown-id')];
}

/** A clock in place of a traffic state, where a request has one. */
interface Clock {
  readonly departS?: number | undefined;
  readonly arriveByS?: number | undefined;
}

/** An hour of the day has no coefficient of variation: the data give one for each traffic state. */
function checkClock(
  { dataset }: Question,
  { departS, arriveByS }: ReliabilityRequest & Clock,
): readonly Problem[] {
  const found = departS ?? arriveByS;
  if (found === undefined) return [];
  const states = dataset.trafficStates.map(({ id }) => id).join(', ');
  const expected = `no clock: how much times vary is known by traffic state (${states}), not by hour`;
  return [
    toProblem(departS === undefined ? 'arriveByS' : 'departS', expected, String(found), 'out-of-range'),
  ];
}

/** Throws DataError with everything that a question about reliability cannot be asked. */
export function checkRequest(question: Question, request: ReliabilityRequest): void {
  const problems = [...checkGroup(question, request), ...checkClock(question, request)];
  if (problems.length > 0) throw new DataError(problems);
}

/** The words of the command: one pair is asked for by its ends. */
export function toOwnCommand(request: ReliabilityRequest): string {
  const { origins, destinations, group, incidents, ...rest } = request;
  const to = group ?? (destinations?.length === 1 ? destinations[0] : undefined);
  const isPair = origins?.length === 1 && to !== undefined;
  const words = isPair ? [origins[0] ?? '', to] : [];
  const lists = isPair ? {} : { origins, destinations };
  return toCommand(['reliability', ...words], { ...rest, ...lists }, [
    ['--to', isPair ? null : group],
    ['--incidents', incidents === true ? '' : null],
  ]);
}
