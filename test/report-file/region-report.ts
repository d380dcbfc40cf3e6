/** Reports of the made-up region, made once each, and how a file is held against the data. */
import { loadDataset } from '../../src/load/index.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { ReportRequest } from '../../src/answer/report-request.ts';
import { toReport } from '../../src/report-file/make.ts';
import { verifyReport, type ReportCheck } from '../../src/report-file/verify.ts';
import type { ReportDocument } from '../../src/report/document/document.ts';
import { editRegion, type Edit } from '../load/region.ts';

/** The region, with edits. Throws with what is wrong. */
export function loadRegion(...edits: readonly Edit[]): Dataset {
  const { dataset, problems } = loadDataset(editRegion(...edits));
  if (dataset === null) throw new Error(JSON.stringify(problems));
  return dataset;
}

export const REGION_DATASET = loadRegion();

/** Few draws: their number changes no form. */
export const FEW: ReportRequest = { draws: 8 };

/** Everything a scenario of the caller can change at once; what it is called tries to get out of every form. */
export const OWN: Scenario = {
  ...{
    id: 'mine',
    title: '</script><img src=x onerror=alert(1)> `a` | "b"',
    titleZh: 'mine',
    date: '2009-12-31',
  },
  modifications: [
    { kind: 'close', sections: ['BELT_N'], label: '<b>no north</b>' },
    { kind: 'move-plant', plant: 'P_CRANE', at: [-29.5, 30.51] },
    { kind: 'add-supplier', id: 'MINE', title: '<!-- & -->', keiretsu: 'alder', tier: 1, at: [-29.5, 30.5] },
    { kind: 'set-speed-factor', facilities: ['arterial'], factor: 0.8123456789 },
  ],
};

/** The main answer and how often: most of what is tried on a file is the same with all of it. */
export const LEAN: ReportRequest = { draws: 0, without: ['sensitivity', 'fixes', 'values', 'build-order'] };

let plain: ReportDocument | undefined;
let lean: ReportDocument | undefined;
let own: ReportDocument | undefined;

/** The report of the region as it is. */
export function makePlain(): ReportDocument {
  plain ??= toReport(REGION_DATASET, FEW);
  return plain;
}

/** The report with little in it. */
export function makeLean(): ReportDocument {
  lean ??= toReport(REGION_DATASET, LEAN);
  return lean;
}

/** The report with a scenario of the caller. */
export function makeOwn(): ReportDocument {
  own ??= toReport(REGION_DATASET, { ...FEW, base: 'with-belt', build: 'mine', scenarios: [OWN] });
  return own;
}

/** What is found when a file is checked. */
export function check(text: string, dataset: Dataset = REGION_DATASET): ReportCheck {
  const steps = verifyReport(dataset, text, 'file');
  let next = steps.next();
  while (next.done !== true) next = steps.next();
  return next.value;
}

/** Paths of what is refused; none where the file is accepted. */
export function refusals(text: string, dataset: Dataset = REGION_DATASET): readonly string[] {
  return check(text, dataset).problems.map(({ path }) => path);
}

/** The text with one occurrence of a part changed. Throws where it is not there. */
export function change(text: string, part: string, into: string): string {
  if (!text.includes(part)) throw new Error(`not in the text: ${part}`);
  return text.replace(part, () => into);
}
