/** What may be asked of `toReliability` besides what every answer may be asked, and the command that asks it. */
import { DataError } from '../problems.ts';
import { toCommand } from './command.ts';
import type { Question } from './question.ts';
import type { AnalysisRequest } from './request.ts';

export interface ReliabilityRequest extends AnalysisRequest {
  /** One group only. */
  readonly group?: string | undefined;
  /** Mix in incidents (default false). */
  readonly incidents?: boolean | undefined;
}

/** Throws DataError with everything that a question about reliability cannot be asked. */
export function checkRequest({ dataset }: Question, { group }: ReliabilityRequest): void {
  const ids = dataset.header.groups.map(({ id }) => id);
  if (group === undefined || ids.includes(group)) return;
  const expected = `a group: ${ids.join(', ')}`;
  throw new DataError([{ file: 'request', path: 'group', expected, found: group, code: 'unknown-id' }]);
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
