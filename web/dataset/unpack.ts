/** A packed data set read back: equal to what the loader gives, frozen like it, and without checking it again. */
import type { Dataset, Highway, Section } from '../../src/index.ts';
import { toRecords } from './columns.ts';
import { putNotes, type Notes } from './notes.ts';
import type { Core } from './pack.ts';
import { unpackLinks, unpackNodes, type PackedLink, type PackedNode } from './roads.ts';

/** The data set of a core; its notes are empty. */
export function unpack(coreText: string): Dataset {
  const { tables, rest, places } = JSON.parse(coreText) as Core;
  const lists = Object.fromEntries(Object.entries(tables).map(([key, table]) => [key, toRecords(table)]));
  const { highways, sections, links, ...own } = lists as unknown as {
    readonly highways: readonly Omit<Highway, 'sections'>[];
    readonly sections: readonly Section[];
    readonly nodes: readonly PackedNode[];
    readonly links: readonly PackedLink[];
  };
  const nodes = unpackNodes({ places, nodes: own.nodes });
  return deepFreeze({
    ...rest,
    ...lists,
    nodes,
    highways: joinSections(highways, sections),
    links: unpackLinks(links, nodes, sections),
  } as unknown as Dataset);
}

/** The same data set with its notes. Lists without a note, such as the links, stay the same objects. */
export function unpackNotes(dataset: Dataset, notesText: string): Dataset {
  const whole = putNotes(dataset, JSON.parse(notesText) as Notes);
  return deepFreeze({ ...whole, highways: joinSections(whole.highways, whole.sections) });
}

function joinSections(
  highways: readonly Omit<Highway, 'sections'>[],
  sections: readonly Section[],
): readonly Highway[] {
  return highways.map((highway) => {
    return { ...highway, sections: sections.filter((section) => section.highway === highway.id) };
  });
}

/** The only objects are plain ones and lists, so that every key is their own. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const key in value) if (typeof value[key] === 'object') deepFreeze(value[key]);
  return value;
}
