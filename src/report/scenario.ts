/** A scenario in words: what it stands on, and what each of its modifications does. */
import type { Modification, RoadTargets } from '../model/scenario.ts';
import type { Effect } from '../scenario/effects.ts';
import { M_PER_KM } from '../units.ts';
import type { ScenarioDocument } from './answers/scenario.ts';
import { paragraph, type Block, type Column, type TableRow } from './block.ts';
import { toCsv } from './csv.ts';

const COLUMNS: readonly Column[] = [
  { title: '#', align: 'right' },
  { title: 'modification', align: 'left', least: 30 },
  { title: 'links', align: 'right' },
  { title: 'km built', align: 'right' },
];

/** `expressway roads of N2R, S2R touching an area of 4 points`. */
function toTargetsText({ highways, sections, links, facilities, area }: RoadTargets): string {
  const names = [...(highways ?? []), ...(sections ?? []), ...(links ?? [])];
  const words = [
    ...(facilities === undefined ? [] : [`${facilities.join(' and ')} roads`]),
    ...(names.length === 0 ? [] : [names.join(', ')]),
    ...(area === undefined ? [] : [`what ${toRuleText(area.rule)} a drawn area`]),
  ];
  return words.join(' of ');
}

function toRuleText(rule: 'within' | 'touching'): string {
  return rule === 'within' ? 'lies within' : 'touches';
}

/** What a list says of dates: null on either side is no date. */
function toDatesText(opened: string | null, closed: string | null): string {
  const words = [
    opened === null ? 'always there' : `opened ${opened}`,
    ...(closed === null ? [] : [`closed ${closed}`]),
  ];
  return words.join(', ');
}

/**
 * A modification as a clause.
 *
 * @example
 * toModificationText({ kind: 'close', sections: ['E2R'] }); // → 'close E2R'
 */
export function toModificationText(modification: Modification): string {
  switch (modification.kind) {
    case 'build': {
      const { id, title, facility, postedKmh, interchanges } = modification;
      return `build ${id}, ${title}: ${facility}, ${postedKmh} km/h, ${interchanges.length} interchanges`;
    }
    case 'close':
      return `close ${toTargetsText(modification)}`;
    case 'change': {
      const { postedKmh, lanesPerDirection, tariff } = modification;
      const signs = [
        ...(postedKmh === undefined ? [] : [`${postedKmh} km/h`]),
        ...(lanesPerDirection === undefined ? [] : [`${lanesPerDirection} lanes`]),
        ...(tariff === undefined ? [] : [tariff === null ? 'no toll' : `toll ${tariff}`]),
      ];
      return `change ${toTargetsText(modification)}: ${signs.join(', ')}`;
    }
    case 'set-dates':
      return `date ${modification.sections.join(', ')}: ${toDatesText(modification.opened, modification.closed)}`;
    case 'set-speed-factor':
      return `slow ${toTargetsText(modification)} to ${modification.factor} of the driven speed`;
    case 'add-plant':
      return `add plant ${modification.id}, ${modification.title}, of ${modification.group} at ${modification.at.join(',')}`;
    case 'move-plant':
      return `move plant ${modification.plant} to ${modification.at.join(',')}`;
    case 'add-supplier':
      return `add supplier ${modification.id}, ${modification.title}, at ${modification.at.join(',')}`;
  }
}

/** `+4 −2 ~12`: added, taken away, changed; places where no road is meant. */
function toLinksText({ added, removed, changed, places }: Effect): string {
  const parts = [
    ...(added === 0 ? [] : [`+${added}`]),
    ...(removed === 0 ? [] : [`−${removed}`]),
    ...(changed === 0 ? [] : [`~${changed}`]),
  ];
  if (parts.length > 0) return parts.join(' ');
  return places > 0 ? '' : '0';
}

function toKm(builtM: number): string {
  return builtM === 0 ? '' : (builtM / M_PER_KM).toFixed(1);
}

function toRow(effect: Effect, i: number): TableRow {
  const { modification, builtM } = effect;
  const text = toModificationText(modification);
  const named = modification.label === undefined ? text : `${modification.label} (${text})`;
  const off = modification.off === true;
  return {
    cells: [String(i + 1), off ? `off: ${named}` : named, off ? '' : toLinksText(effect), toKm(builtM)],
  };
}

/** The scenario as a page of text. */
export function toScenarioDocumentBlocks({
  scenario,
  day,
  links,
  effects,
}: ScenarioDocument): readonly Block[] {
  const { title, standsOn = [], note } = scenario;
  const builtKm = effects.reduce((sum, { builtM }) => sum + builtM, 0) / M_PER_KM;
  const under = standsOn.length === 0 ? '' : ` It stands on ${standsOn.join(', ')}.`;
  const built = builtKm === 0 ? '' : ` It builds ${builtKm.toFixed(1)} km.`;
  return [
    { kind: 'title', text: title },
    paragraph(`The roads of ${day}: ${links} directed links are open.${under}${built}`),
    ...(note === undefined ? [] : [paragraph(note, 'quiet')]),
    ...(effects.length === 0
      ? [paragraph('No modification: the roads are those of the day.')]
      : [
          { kind: 'table', columns: COLUMNS, rows: effects.map(toRow) } as const,
          paragraph('Directed links + added, − taken away, ~ changed, whatever their dates.', 'quiet'),
        ]),
  ];
}

/** One line a modification. */
export function toScenarioDocumentCsv({ scenario, effects }: ScenarioDocument): string {
  const titles = [
    'scenario',
    'number',
    'kind',
    'label',
    'off',
    'added',
    'removed',
    'changed',
    'builtM',
    'text',
  ];
  const rows = effects.map(({ modification, added, removed, changed, builtM }, i) => {
    const { kind, label = '', off = false } = modification;
    return [
      scenario.id,
      i + 1,
      kind,
      label,
      off,
      added,
      removed,
      changed,
      builtM,
      toModificationText(modification),
    ];
  });
  return toCsv(titles, rows);
}
