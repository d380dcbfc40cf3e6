/**
 * The independence node: the share of keiretsu suppliers that reach another group (iOut), and who would have to
 * act. Where reach is missing that is who builds roads; where reach is there and supply is not documented it is
 * the assemblers' purchasing. Freedom is measured, not purchases.
 */
import type { Actor, FlowchartNode, OnNo } from '../model/flowchart.ts';
import { iOut, reachesOther } from '../independence/i-out.ts';
import { listTagged, type SupplierTimes } from '../independence/supplier-times.ts';
import type { FlowchartFacts } from './facts.ts';
import { attributeVerdicts, judgeIndex, type Reading } from './reading.ts';

/** The tagged tier-1 suppliers by what keeps them from supplying another group. */
export interface IndependenceGap {
  readonly tagged: number;
  /** They reach no other group. */
  readonly reachMissing: number;
  /** They reach one, and no current supply to one they reach is documented. */
  readonly supplyNotDocumented: number;
}

/** Reads the node; unknown when no placed tier-1 supplier carries a keiretsu tag. */
export function readIndependenceShare(node: FlowchartNode, facts: FlowchartFacts): Reading {
  const groups = facts.groups.map((group) => group.id);
  const index = iOut(facts.suppliers, groups, facts.cutoffS);
  const verdict = judgeIndex(node, index);
  const without = facts.without === null ? null : iOut(facts.without.suppliers, groups, facts.cutoffS);
  const attribution = attributeVerdicts(facts.without === null ? null : judgeIndex(node, without), verdict);
  const gap = countGap(facts);
  return {
    verdict,
    index,
    attribution,
    why: toWhy(facts, gap),
    findings: listFindings(facts, gap, without),
    onNo: toOnNo(node, gap),
  };
}

/** Counts who is kept back by the road and who by documented purchasing. */
export function countGap(facts: FlowchartFacts): IndependenceGap {
  const groups = facts.groups.map((group) => group.id);
  const tagged = listTagged(facts.suppliers);
  const reaching = tagged.filter((supplier) => reachesOther(supplier, groups, facts.cutoffS));
  const supplied = reaching.filter((supplier) => suppliesReached(supplier, facts));
  return {
    tagged: tagged.length,
    reachMissing: tagged.length - reaching.length,
    supplyNotDocumented: reaching.length - supplied.length,
  };
}

function suppliesReached(supplier: SupplierTimes, facts: FlowchartFacts): boolean {
  return facts.documented.some(
    (row) =>
      row.supplier === supplier.id &&
      row.group !== supplier.ownGroup &&
      row.reached &&
      row.documented === 'current',
  );
}

function toWhy(facts: FlowchartFacts, gap: IndependenceGap): string {
  if (gap.tagged === 0) return 'No placed tier-1 supplier carries a keiretsu tag.';
  const reaching = gap.tagged - gap.reachMissing;
  const minutes = facts.cutoffS / 60;
  return `${reaching} of ${gap.tagged} placed tier-1 suppliers with a keiretsu reach a group other than their own within ${minutes} min.`;
}

function listFindings(
  facts: FlowchartFacts,
  gap: IndependenceGap,
  without: number | null,
): readonly string[] {
  const reaching = gap.tagged - gap.reachMissing;
  const supplied = reaching - gap.supplyNotDocumented;
  return [
    `Reach missing: ${gap.reachMissing} of ${gap.tagged}.`,
    `Of the ${reaching} that reach another group, ${supplied} are documented to supply one they reach; for ${gap.supplyNotDocumented} no such supply is documented.`,
    ...(facts.without === null || without === null ? [] : [`Share without the belt: ${without.toFixed(3)}.`]),
  ];
}

/** Governments where reach is missing, the private sector where only documented supply is. */
function toOnNo(node: FlowchartNode, gap: IndependenceGap): OnNo {
  const concerned = (actor: Actor): boolean =>
    actor === 'private-sector' ? gap.supplyNotDocumented > 0 : gap.reachMissing > 0;
  return { ...node.onNo, actors: node.onNo.actors.filter(concerned) };
}
