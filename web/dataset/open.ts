/** Opens the data set that the page was built with. */
import { loadDataset, type Dataset } from '../../src/index.ts';

const TEXTS = import.meta.glob<string>(['../../data/**/*.json', '../../data/**/*.geojson'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The data set, and a promise of the same with every note. */
export async function openDataset(): Promise<{
  readonly dataset: Dataset;
  readonly complete: Promise<Dataset>;
}> {
  const files = new Map(Object.entries(TEXTS).map(([path, text]) => [path.replace('../../data/', ''), text]));
  const { dataset, problems } = loadDataset(files);
  if (dataset === null) throw new Error(JSON.stringify(problems));
  return { dataset, complete: Promise.resolve(dataset) };
}
