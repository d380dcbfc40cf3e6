/** A flowchart is data: ingredients, what was selected, the order, the nodes. Files: `data/flowcharts/*.json`. */

export type Verdict = 'yes' | 'no' | 'unknown';
export const ACTORS = [
  'central-government',
  'local-governments',
  'quasi-public-sector',
  'private-sector',
] as const;
export type Actor = (typeof ACTORS)[number];

/** A typed fact behind a node. */
export interface Evidence {
  readonly id: string;
  /** e.g. park, human-resources, yearly-indicator, policy, enterprise, committee, partnership, case, assumption. */
  readonly kind: string;
  readonly text: string;
  /** Number with unit where the record is one; null else. */
  readonly value: number | null;
  readonly unit: string | null;
  readonly year: number | null;
  readonly source: string;
  /** Page or section. */
  readonly locator: string;
  /** Id of the PrintedFigure that contradicts it, where one does. */
  readonly conflict: string | null;
}

export interface Ingredient {
  readonly id: string;
  readonly label: string;
  readonly selected: boolean;
  readonly source: string;
  readonly locator: string;
}

export interface CriticalLevel {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly source: string;
  /** True where the paper gives no level and ours is an assumption. */
  readonly assumed: boolean;
}

export interface OnNo {
  readonly actors: readonly Actor[];
  /** Named bodies, e.g. Guangzhou Municipality. */
  readonly bodies: readonly string[];
  readonly measures: readonly string[];
}

export interface FlowchartNode {
  readonly id: string;
  readonly step: 'I' | 'II';
  readonly kind: string;
  readonly label: string;
  readonly labelZh: string;
  readonly question: string;
  /** Name of a function of `src/flowchart/indicators.ts`; `recorded` reads `recorded` below. */
  readonly indicator: string;
  readonly comparator: '>=' | '>' | '<=' | '<' | null;
  readonly criticalLevel: CriticalLevel | null;
  /** For indicator `recorded`: what the sources let us say. */
  readonly recorded: { readonly verdict: Verdict; readonly why: string; readonly source: string } | null;
  readonly onNo: OnNo;
  /** Ids of `evidence`. */
  readonly evidence: readonly string[];
  /** Set where the node is taken from another chart or text of the paper. */
  readonly borrowed: string | null;
}

export interface Flowchart {
  readonly id: string;
  readonly title: string;
  readonly titleZh: string;
  readonly orderNote: string;
  /** The paper's working steps 1–4. */
  readonly workingSteps: readonly string[];
  readonly ingredients: readonly Ingredient[];
  readonly nodes: readonly FlowchartNode[];
  readonly evidence: readonly Evidence[];
  readonly sources: readonly string[];
}
