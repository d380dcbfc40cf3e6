/**
 * The indicators a flowchart may name. A new one is one function and its name in the record below; a chart that
 * names anything else is told the list.
 */
import type { Flowchart, FlowchartNode } from '../model/flowchart.ts';
import { DataError } from '../problems.ts';
import { readBeltLinkedPairs } from './belt.ts';
import type { FlowchartFacts } from './facts.ts';
import { readIndependenceShare } from './independence-share.ts';
import { readIndex, type Indicator, type Reading } from './reading.ts';

/** What the sources let us say, as recorded in the chart. */
function readRecorded(node: FlowchartNode): Reading {
  const verdict = node.recorded?.verdict ?? 'unknown';
  const why = node.recorded?.why ?? 'Nothing is recorded.';
  return { verdict, index: null, attribution: null, why, findings: [], onNo: node.onNo };
}

/** Innovation: measured by nobody here; the cases stand as evidence. */
function readNeverComputed(node: FlowchartNode): Reading {
  const why = 'Never computed: the cases of the paper stand as evidence, no index does.';
  return { verdict: 'unknown', index: null, attribution: null, why, findings: [], onNo: node.onNo };
}

function readGroupsProducing(node: FlowchartNode, facts: FlowchartFacts): Reading {
  const { length } = facts.groupsProducing;
  const names = facts.groups
    .filter((group) => facts.groupsProducing.includes(group.id))
    .map((group) => group.name);
  const why = `${length} of ${facts.groups.length} assembler groups build vehicles here on the plant date: ${names.join(', ') || 'none'}.`;
  return readIndex(node, length, why);
}

function readRelatedFirms(node: FlowchartNode, facts: FlowchartFacts): Reading {
  const apart = facts.unplacedSuppliers === 0 ? '' : `; ${facts.unplacedSuppliers} more have no known site`;
  return readIndex(
    node,
    facts.placedSuppliers,
    `${facts.placedSuppliers} suppliers are on record with a site${apart}.`,
  );
}

/** The latest firm count among the node's evidence: records of kind `firm-count`. */
function readFirmCount(node: FlowchartNode, _facts: FlowchartFacts, chart: Flowchart): Reading {
  const [latest] = chart.evidence
    .filter(
      (record) => node.evidence.includes(record.id) && record.kind === 'firm-count' && record.value !== null,
    )
    .toSorted((a, b) => (b.year ?? -Infinity) - (a.year ?? -Infinity));
  if (latest === undefined) return readIndex(node, null, 'No firm count is recorded.');
  const year = latest.year === null ? '' : ` (${latest.year})`;
  return readIndex(node, latest.value, `${latest.value} ${latest.unit ?? 'firms'}${year}: ${latest.text}`);
}

const INDICATORS = {
  recorded: readRecorded,
  'belt-linked-pairs': readBeltLinkedPairs,
  'independence-share': readIndependenceShare,
  'never-computed': readNeverComputed,
  'assembler-groups-producing': readGroupsProducing,
  'related-firms-recorded': readRelatedFirms,
  'firm-count': readFirmCount,
} as const satisfies Record<string, Indicator>;

export type IndicatorName = keyof typeof INDICATORS;
export const INDICATOR_NAMES = Object.keys(INDICATORS) as readonly IndicatorName[];

/** Reads a node with the indicator it names. Throws DataError with the list of names for any other. */
export function readNode(node: FlowchartNode, facts: FlowchartFacts, chart: Flowchart): Reading {
  const name = INDICATOR_NAMES.find((one) => one === node.indicator);
  const indicator: Indicator | null = name === undefined ? null : INDICATORS[name];
  if (indicator !== null) return indicator(node, facts, chart);
  const expected = `one of ${INDICATOR_NAMES.join(', ')}`;
  const file = `flowcharts/${chart.id}.json`;
  const found = JSON.stringify(node.indicator);
  throw new DataError([{ file, path: `nodes.${node.id}.indicator`, expected, found, code: 'unknown-id' }]);
}
