/** The shipped data, loaded once, and answers to questions about them, for tests of the answer panel. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  analyseQuick,
  createMemory,
  loadDataset,
  type AnalysisRequest,
  type Dataset,
  type QuickAnalysis,
} from '../../src/index.ts';

const DATA = path.resolve(import.meta.dirname, '../../data');

function load(): Dataset {
  const names = readdirSync(DATA, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('json'),
  );
  const texts = names.map((name) => [
    name.replaceAll('\\', '/'),
    readFileSync(path.join(DATA, name), 'utf8'),
  ]);
  const { dataset } = loadDataset(new Map(texts as [string, string][]));
  if (dataset === null) throw new Error('the shipped data do not load');
  return dataset;
}

export const DATASET = load();
const memory = createMemory();

/** An answer as the page gets it. */
export function ask(request: AnalysisRequest = {}): QuickAnalysis {
  return analyseQuick(DATASET, { beside: null, ...request }, memory);
}

export const WITHOUT = '2010-without-belt';
export const WITH = '2010-with-belt';
