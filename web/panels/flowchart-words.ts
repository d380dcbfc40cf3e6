/** Names of nodes and of those who act in the reader's language. */
import type { AnswerFlowchartNode, Dataset } from '../../src/index.ts';
import { dataset } from '../state/answers.ts';
import { spoken, t, type WordKey } from '../words/index.ts';

/** Label of a node: the data's own in English and Chinese, the dictionary's in Japanese. */
export function labelOf(chart: string, { id, label }: Pick<AnswerFlowchartNode, 'id' | 'label'>): string {
  const { language, words } = spoken.value ?? {};
  if (language === 'zh') return findNode(dataset.value, chart, id)?.labelZh ?? label;
  const key = `flowchart.node.${id}`;
  return language === 'ja' && words !== undefined && Object.hasOwn(words, key) ? t(key as WordKey) : label;
}

/** The record of a node in the data. */
export function findNode(data: Dataset | null, chart: string, id: string) {
  return data?.flowcharts.find((one) => one.id === chart)?.nodes.find((node) => node.id === id);
}

/** Label of a node by its id. */
export function labelOfId(chart: string, id: string): string {
  const node = findNode(dataset.value, chart, id);
  return node === undefined ? id : labelOf(chart, node);
}
