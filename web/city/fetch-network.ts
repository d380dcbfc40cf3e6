/** An imported network from the folder that serves it, or what is wrong with it. */
import { DataError, readNetwork, type ImportedNetwork } from '../../src/index.ts';
import type { CityProblem } from './protocol.ts';

const LABEL = 'dataset.json';
const SCHEMA = 'beltway/imported@1';
const NETWORK = /^network-[0-9a-f]{8}\.bin$/;

/** A network that cannot be shown. */
export class NoNetwork extends Error {
  readonly problem: CityProblem;
  constructor(problem: CityProblem) {
    super(problem.found);
    this.problem = problem;
  }
}

function refuse(kind: CityProblem['kind'], file: string, expected: string, found: string): NoNetwork {
  return new NoNetwork({ kind, file, expected, found });
}

async function fetchFile(url: string, kind: CityProblem['kind']): Promise<Response> {
  const file = url.split('/').at(-1) ?? url;
  let response: Response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw refuse('missing', file, 'a file that is served', error instanceof Error ? error.message : '');
  }
  if (!response.ok) throw refuse(kind, file, 'a file that is served', `HTTP ${response.status}`);
  return response;
}

/** Name of the network's file, as the label says it. */
async function fetchName(url: string): Promise<string> {
  const text = await (await fetchFile(`${url}${LABEL}`, 'none')).text();
  try {
    const { schema, network } = JSON.parse(text) as { readonly schema?: unknown; readonly network?: unknown };
    if (schema === SCHEMA && typeof network === 'string' && NETWORK.test(network)) return network;
  } catch {
    // Said like any other label that is none.
  }
  throw refuse('label', LABEL, `a label of form ${SCHEMA} that names a network file`, 'something else');
}

/** The network of a folder. Throws NoNetwork where there is none, or not a whole one. */
export async function fetchNetwork(url: string): Promise<ImportedNetwork> {
  const name = await fetchName(url);
  const bytes = new Uint8Array(await (await fetchFile(`${url}${name}`, 'missing')).arrayBuffer());
  try {
    return readNetwork(bytes, name);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const { expected = '', found = '' } = error.problems[0] ?? {};
    throw refuse('broken', name, expected, found);
  }
}
