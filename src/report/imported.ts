/** What an import made and left out, to read. */
import { M_PER_KM } from '../units.ts';
import type { ImportNote } from '../model/imported-network.ts';
import type { CandidateRoad, ImportedDocument } from './answers/imported.ts';
import { heading, paragraph, type Block, type Column } from './block.ts';
import { DASH, toKmText } from './format.ts';

/** Rows of a list that is cut; the JSON has them all. */
const MAX_ROWS = 20;

const KINDS: Readonly<Record<ImportNote['kind'], string>> = {
  highway: 'unknown kind of road, left out',
  area: 'drawn as an area, left out',
  construction: 'to come, of unknown class, left out',
  'opening-date': 'opening date not understood, not used',
  access: 'access not understood, not used',
  oneway: 'direction by the hour or not understood',
  maxspeed: 'limit not understood or by signals, not used',
  conditional: 'holds at some times or for some, not used',
  size: 'limit of size that cannot be held against a vehicle',
  barrier: 'unknown barrier, taken as closed',
  ferry: 'ferry that names nobody, taken to carry all',
  duration: 'duration not understood, not used',
  'missing-node': 'node not in the file: the road ends there',
  'short-way': 'road without a length, left out',
  restriction: 'turn restriction that makes no turn, not used',
  coordinates: 'coordinate not understood',
};

const whole = (count: number): string => count.toLocaleString('en-US');

function toPercent(part: number, all: number): string {
  return all === 0 ? DASH : `${((100 * part) / all).toFixed(0)} %`;
}

/** What the limits of roads without a sign rest on. */
function toLimitText({ limits, sources }: ImportedDocument): string {
  const { name, grade, assumed } = limits;
  if (grade === 'assumed') return `Limits where no sign stands (${name}): all assumed, without a source.`;
  const titles = limits.sources
    .filter((id) => id !== 'assumption')
    .map((id) => sources.find((source) => source.id === id)?.title ?? id);
  const rest = assumed.length === 0 ? '' : `; assumed without a source: ${assumed.join(', ')}`;
  return `Limits where no sign stands (${name}): ${titles.join('; ')} (${grade})${rest}. Times on them are estimates.`;
}

function toCountBlocks(imported: ImportedDocument): readonly Block[] {
  const { counts, vehicleClasses } = imported;
  const { nodes, links, km, bans, candidates, islands, islandLinks, islandKm } = counts;
  const { signedKm, generalKm, assumedKm, givenKm } = counts;
  return [
    paragraph(
      `${whole(nodes)} nodes and ${whole(links)} links, ${whole(Math.round(km))} km, for ${vehicleClasses.join(', ')}; turns banned: ${whole(bans)}; links to come: ${whole(candidates)}.`,
      'strong',
    ),
    paragraph(
      `Limits by length: ${toPercent(signedKm, km)} from signs, ${toPercent(generalKm, km)} from general limits the map names, ${toPercent(assumedKm, km)} assumed for the class of road${givenKm > 0 ? `; ${toPercent(givenKm, km)} have times that came with the data` : ''}.`,
    ),
    ...(givenKm < km || km === 0 ? [paragraph(toLimitText(imported))] : []),
    paragraph(
      `Islands, which do not connect both ways with the rest: ${whole(islands)} (${islandKm.toFixed(1)} km in ${whole(islandLinks)} links).`,
    ),
  ];
}

function toNoteBlocks(left: readonly ImportNote[]): readonly Block[] {
  if (left.length === 0) return [];
  const columns: readonly Column[] = [
    { title: 'value', align: 'left', least: 12 },
    { title: 'what became of it', align: 'left', least: 12 },
    { title: 'count', align: 'right' },
    { title: 'for example', align: 'right' },
  ];
  const rows = left.toSorted((a, b) => b.count - a.count).slice(0, MAX_ROWS);
  const more = left.length - rows.length;
  return [
    heading('Left out or not understood'),
    {
      kind: 'table',
      columns,
      rows: rows.map(({ kind, value, count, examples }) => ({
        cells: [value, KINDS[kind], whole(count), String(examples[0] ?? '')],
      })),
    },
    ...(more > 0 ? [paragraph(`${whole(more)} more kinds are in the JSON.`, 'quiet')] : []),
  ];
}

function toCandidateBlocks(candidates: readonly CandidateRoad[]): readonly Block[] {
  if (candidates.length === 0) return [];
  const columns: readonly Column[] = [
    { title: 'road to come', align: 'left', least: 16 },
    { title: 'class', align: 'left' },
    { title: 'state', align: 'left' },
    { title: 'opens', align: 'left' },
    { title: 'km', align: 'right' },
  ];
  const rows = candidates.slice(0, MAX_ROWS).map((one) => {
    const name = [one.name, one.ref].filter((part) => part !== null).join(' ');
    return {
      cells: [name === '' ? DASH : name, one.roadClass, one.status, one.opens ?? DASH, toKmText(one.lengthM)],
    };
  });
  const restM = candidates.slice(MAX_ROWS).reduce((sum, { lengthM }) => sum + lengthM, 0);
  return [
    heading('Roads to come, kept but not open'),
    { kind: 'table', columns, rows },
    ...(restM > 0 ? [paragraph(`and ${(restM / M_PER_KM).toFixed(1)} km of others`, 'quiet')] : []),
  ];
}

/** The report of an import. */
export function toImportedBlocks(imported: ImportedDocument): readonly Block[] {
  const { title, source, country, network, warnings, attribution, licence } = imported;
  const asOf = source.asOf === null ? 'of unknown date' : `as of ${source.asOf}`;
  const basis = source.asOfBasis === 'newest-way' ? ', the day of its newest road' : '';
  const where =
    network === null ? 'Nothing was written: name a folder with --out.' : `Written as ${network}.`;
  return [
    { kind: 'title', text: `Road network: ${title}` },
    paragraph(`${source.file}, ${asOf}${basis}. Limits of ${country ?? 'no country'}. ${where}`, 'quiet'),
    ...toCountBlocks(imported),
    ...warnings.map((warning) => paragraph(warning, 'open')),
    ...toCandidateBlocks(imported.candidates),
    ...toNoteBlocks(imported.left),
    paragraph(`${attribution}. ${licence}`, 'quiet'),
  ];
}
