/** What roads are worth, link by link and section by section, as one document. */
import type { CriticalityDocument, SectionValues } from '../../model/value.ts';

export interface ValueReport {
  readonly schema: 'beltway/value-report@1';
  /** One road closed at a time. */
  readonly criticality: CriticalityDocument;
  /** The whole effect divided among sections. */
  readonly sections: SectionValues;
}

/** Joins the two answers to one question. */
export function toValueReport(criticality: CriticalityDocument, sections: SectionValues): ValueReport {
  return { schema: 'beltway/value-report@1', criticality, sections };
}
