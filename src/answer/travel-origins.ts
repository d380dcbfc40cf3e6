/** Whose trips a question is about where it asks for measures over them: suppliers, or places asked for by name. */
import type { PlacedSupplier } from '../condition/population.ts';
import type { AnswerOrigin } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Question } from './question.ts';
import type { AnalysisRequest } from './request.ts';

/** Places trips begin at: those asked for, else the suppliers of the population. */
export function listTravelOrigins({ origins }: Question, request: AnalysisRequest): readonly AnswerOrigin[] {
  return request.origins === undefined ? origins.filter(({ kind }) => kind === 'supplier') : origins;
}

/** Suppliers among the origins, whose shares are counted. */
export function listTravelSuppliers(
  { suppliers }: Dataset,
  origins: readonly AnswerOrigin[],
): readonly PlacedSupplier[] {
  const records = new Map(suppliers.map((supplier) => [supplier.id, supplier]));
  return origins.flatMap(({ id, kind, site: zone }) => {
    const record = records.get(id);
    return kind === 'supplier' && record !== undefined ? [{ ...record, zone }] : [];
  });
}
