/** What roads are worth in each form, on the command line and on the page alike: links, sections, or both. */
import type { Dataset } from '../model/dataset.ts';
import { applyScenario } from '../scenario/apply.ts';
import { findScenario } from '../scenario/find.ts';
import { toValueReport } from './answers/value-report.ts';
import { toCriticalityBlocks, toCriticalityCsv } from './criticality.ts';
import type { Forms } from './forms.ts';
import { toSectionValuesBlocks, toSectionValuesCsv } from './section-values.ts';
import { toValueGeoJson, type ValueAnswers } from './value-geojson.ts';

/** As CSV one table: that of the links where they were asked for. */
function toCsvText({ criticality, sections }: ValueAnswers): string {
  if (criticality !== null) return toCriticalityCsv(criticality);
  return sections === null ? '' : toSectionValuesCsv(sections);
}

/** The forms of what was asked for. */
export function toValueForms(dataset: Dataset, answers: ValueAnswers): Required<Forms> {
  const { criticality, sections } = answers;
  return {
    text: () => [
      ...(criticality === null ? [] : toCriticalityBlocks(criticality)),
      ...(sections === null ? [] : toSectionValuesBlocks(sections)),
    ],
    json: () =>
      criticality !== null && sections !== null
        ? toValueReport(criticality, sections)
        : (criticality ?? sections),
    csv: () => toCsvText(answers),
    geojson: () => {
      const id = (criticality ?? sections)?.scenario.id ?? '';
      return toValueGeoJson(applyScenario(dataset, findScenario(dataset, id)).links, answers);
    },
  };
}
