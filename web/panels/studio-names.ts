/** What a change is called: by the user's own name for it, else by what it does to what. */
import type { Dataset, Modification, RoadTargets } from '../../src/index.ts';
import { dataset } from '../state/answers.ts';
import { kindName } from '../words/kinds.ts';
import { nameOf, sectionName } from '../words/names.ts';

function highwayName(id: string): string {
  const found = dataset.value?.highways.find((one) => one.id === id);
  return found === undefined ? id : nameOf({ name: found.nameEn, nameZh: found.nameZh });
}

/** Name of a drawn stretch of road: that of its road. */
export function featureName(id: string): string {
  const found = dataset.value?.links.find((one) => one.id === id);
  return found === undefined ? id : nameOf({ name: found.nameEn, nameZh: found.nameZh });
}

/** Tariffs that a road may have: those by the kilometre. */
export function listTariffs({ tariffs }: Dataset): readonly (readonly [id: string, text: string])[] {
  return tariffs
    .filter(({ periods }) =>
      periods.every(({ perPassCny }) => Object.values(perPassCny).every((cny) => cny === 0)),
    )
    .map(({ id, name }) => [id, name] as const);
}

/** Roads by name, each once. */
function targetNames({ highways = [], sections = [], links = [] }: RoadTargets): string {
  const data = dataset.value;
  const names = [
    ...highways.map(highwayName),
    ...sections.map((id) => (data === null ? id : sectionName(data, id))),
    ...links.map(featureName),
  ];
  return [...new Set(names)].join(', ');
}

function subjectOf(row: Modification): string {
  switch (row.kind) {
    case 'build':
    case 'add-plant':
    case 'add-supplier':
      return row.title;
    case 'move-plant': {
      const plant = dataset.value?.plants.find(({ id }) => id === row.plant);
      return plant === undefined ? row.plant : nameOf(plant);
    }
    case 'close':
    case 'change':
    case 'set-speed-factor':
    case 'set-dates':
      return targetNames(row);
  }
}

/** The row's name in the list. */
export function rowName(row: Modification): string {
  if (row.label !== undefined) return row.label;
  const subject = subjectOf(row);
  return subject === '' ? kindName(row.kind) : `${kindName(row.kind)}: ${subject}`;
}
