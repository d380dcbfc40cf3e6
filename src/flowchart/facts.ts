/**
 * What the indicators may know: the results of one scenario, and of the scenario without the road where a
 * contrast was asked for. Plain values; no indicator reaches further.
 */
import type { AnswerDocumented } from '../model/answer.ts';
import type { GroupPair } from '../condition/group-pairs.ts';
import type { SupplierTimes } from '../independence/supplier-times.ts';

/** Results that depend on the road. */
export interface RoadFacts {
  /** Directed pairs between the groups' plants. */
  readonly pairs: readonly GroupPair[];
  /** Placed suppliers of the population. */
  readonly suppliers: readonly SupplierTimes[];
}

export interface FlowchartFacts extends RoadFacts {
  readonly cutoffS: number;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  /** The same without the road; null = no contrast. */
  readonly without: RoadFacts | null;
  readonly belt: {
    readonly name: string;
    readonly sections: readonly { readonly id: string; readonly title: string; readonly open: boolean }[];
    /** Sections and the closing stretch are all open. */
    readonly loopClosed: boolean;
  };
  /** Reach × supply of this scenario. */
  readonly documented: readonly AnswerDocumented[];
  /** Groups with at least one vehicle plant in production on the plant date. */
  readonly groupsProducing: readonly string[];
  /** Suppliers of the population on record. */
  readonly placedSuppliers: number;
  readonly unplacedSuppliers: number;
}
