/** Whether an answer's two road networks differ by sections of the belt and by nothing else. */
import { applyScenario, findScenario, type AnalysisRequest, type Dataset } from '../../src/index.ts';

/** The scenarios of a request that was answered, compared link by link. */
export function isBeltAlone(dataset: Dataset, request: AnalysisRequest): boolean {
  const { base, build, scenarios } = request;
  const { defaults, belt } = dataset.header;
  const [before, after] = [base ?? defaults.base, build ?? defaults.build].map((id) => {
    const { links } = applyScenario(dataset, findScenario(dataset, id, scenarios));
    return new Set(links);
  });
  const sections = new Set(belt.sections);
  const isBelt = ({ section }: { readonly section: string }): boolean => sections.has(section);
  const changed = [...(before ?? [])].filter((link) => after?.has(link) !== true);
  const added = [...(after ?? [])].filter((link) => before?.has(link) !== true);
  return [...changed, ...added].every(isBelt);
}
