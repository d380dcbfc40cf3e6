/** Parts of an analysis as answers of their own: each carries the question it answers, and its own schema name. */
import type { Analysis } from '../../model/answer.ts';
import type { PrintedFigure } from '../../model/claim.ts';

/** The question of an analysis: what every part repeats. */
export type Question = Pick<
  Analysis,
  | 'data'
  | 'vehicleClass'
  | 'traffic'
  | 'cutoffS'
  | 'toleranceS'
  | 'valueOfTimeCnyPerH'
  | 'clock'
  | 'groupChoice'
  | 'plantDate'
  | 'population'
  | 'scenarios'
>;

export interface ConditionDocument
  extends Question, Pick<Analysis, 'origins' | 'destinations' | 'groups' | 'attribution' | 'curve'> {
  readonly schema: 'beltway/condition@1';
}

export interface IndependenceDocument
  extends
    Question,
    Pick<Analysis, 'origins' | 'independence' | 'attribution' | 'documented' | 'timing' | 'sentences'> {
  readonly schema: 'beltway/independence@1';
}

export interface FlowchartDocument extends Question, Pick<Analysis, 'flowcharts'> {
  readonly schema: 'beltway/flowchart-verdicts@1';
}

export interface ClaimsDocument extends Question, Pick<Analysis, 'claims'> {
  readonly schema: 'beltway/claim-verdicts@1';
  /** Figures of the paper that contradict themselves or each other, and what is used here. */
  readonly figures: readonly PrintedFigure[];
}

function toQuestion(analysis: Analysis): Question {
  return {
    data: analysis.data,
    vehicleClass: analysis.vehicleClass,
    traffic: analysis.traffic,
    cutoffS: analysis.cutoffS,
    toleranceS: analysis.toleranceS,
    valueOfTimeCnyPerH: analysis.valueOfTimeCnyPerH,
    clock: analysis.clock,
    groupChoice: analysis.groupChoice,
    plantDate: analysis.plantDate,
    population: analysis.population,
    scenarios: analysis.scenarios,
  };
}

/** The one-hour condition: verdicts, attribution and the curve. */
export function toConditionDocument(analysis: Analysis): ConditionDocument {
  const { origins, destinations, groups, attribution, curve } = analysis;
  const schema = 'beltway/condition@1';
  return { schema, ...toQuestion(analysis), origins, destinations, groups, attribution, curve };
}

/** Independence: indices, attribution, documented supply and timing. */
export function toIndependenceDocument(analysis: Analysis): IndependenceDocument {
  const { origins, independence, attribution, documented, timing, sentences } = analysis;
  const schema = 'beltway/independence@1';
  return {
    schema,
    ...toQuestion(analysis),
    origins,
    independence,
    attribution,
    documented,
    timing,
    sentences,
  };
}

/** Flowcharts; of one chart where its id is given. */
export function toFlowchartDocument(analysis: Analysis, chart: string | null): FlowchartDocument {
  const flowcharts = analysis.flowcharts.filter((one) => chart === null || one.chart === chart);
  return { schema: 'beltway/flowchart-verdicts@1', ...toQuestion(analysis), flowcharts };
}

/** Claims with the figures that contradict each other. */
export function toClaimsDocument(analysis: Analysis, figures: readonly PrintedFigure[]): ClaimsDocument {
  return { schema: 'beltway/claim-verdicts@1', ...toQuestion(analysis), claims: analysis.claims, figures };
}
