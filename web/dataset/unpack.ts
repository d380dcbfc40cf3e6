/** A packed data set read back: equal to what the loader gives, frozen like it, and without checking it again. */
import type { Dataset, Highway, RoadNode, Section } from '../../src/index.ts';
import { toRecords } from './columns.ts';
import { putNotes, type Notes } from './notes.ts';
import type { Core } from './pack.ts';
import { unpackLinks, type PackedLink } from './roads.ts';

/** The data set of a core; its notes are empty. */
export function unpack(coreText: string): Dataset {
  const { tables, rest } = JSON.parse(coreText) as Core;
  const lists = Object.fromEntries(Object.entries(tables).map(([key, table]) => [key, toRecords(table)]));
  const { highways, sections, nodes, links } = lists as unknown as {
    readonly highways: readonly Omit<Highway, 'sections'>[];
    readonly sections: readonly Section[];
    readonly nodes: readonly RoadNode[];
    readonly links: readonly PackedLink[];
  };
  return deepFreeze({
    ...rest,
    ...lists,
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

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}
