/**
 * A data set as two texts that are small when compressed: the core, which is all that computing and the first
 * picture need, and the notes, which are read after the first answer. Written when the page is built.
 */
import type { Dataset } from '../../src/index.ts';
import { toTable, type Table } from './columns.ts';
import { takeNotes } from './notes.ts';
import { packLinks, packNodes } from './roads.ts';

/** The core: lists of records as tables, everything else as it is. */
export interface Core {
  readonly tables: Readonly<Record<string, Table>>;
  readonly rest: Readonly<Record<string, unknown>>;
  /** Decimal places of the nodes' coordinates. */
  readonly places: number;
}

export interface Pack {
  readonly core: string;
  readonly notes: string;
}

/** Two JSON texts that `unpack` and `unpackNotes` turn back into the same data set. */
export function pack(dataset: Dataset): Pack {
  const { rest, notes } = takeNotes(dataset);
  const { places, nodes } = packNodes(rest.nodes);
  const packed = {
    ...rest,
    nodes,
    highways: rest.highways.map(({ sections: _sections, ...highway }) => highway),
    links: packLinks(rest),
  };
  const entries: readonly (readonly [string, unknown])[] = Object.entries(packed);
  const core: Core = {
    places,
    tables: Object.fromEntries(
      entries.flatMap(([key, value]) => (isRecords(value) ? [[key, toTable(value)]] : [])),
    ),
    rest: Object.fromEntries(entries.filter(([, value]) => !isRecords(value))),
  };
  return { core: JSON.stringify(core), notes: JSON.stringify(notes) };
}

function isRecords(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);
}
