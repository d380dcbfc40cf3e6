/** Minutes from every site to every group, base → build, with the suppliers that stand there. */
import type { AnswerGroup, AnswerOrigin } from '../../model/answer.ts';
import { toMinutesText } from '../../units.ts';
import { heading, paragraph, type Block, type CellText, type Column, type TableRow } from '../block.ts';
import { toCutoffText, toSign, toTitleText } from '../format.ts';
import { gatherSites, isRough, toPairTitle, type SiteRow, type View } from '../view.ts';

/** Suppliers by site, then the places in which no supplier of the answer stands. */
export function toMinuteBlocks(view: View): readonly Block[] {
  const shown = new Set(view.sites.map(({ site }) => site));
  const others = view.analysis.origins.filter(({ kind, site }) => kind !== 'supplier' && !shown.has(site));
  return [
    heading(`Minutes from each site, ${toPairTitle(view)}`),
    ...(view.sites.length === 0 ? [] : [toTable(view, 'site', view.sites)]),
    ...(others.length === 0 ? [] : [toTable(view, 'plant, seat or zone', gatherSites(others))]),
    paragraph(toLegend(view), 'quiet'),
  ];
}

function toLegend({ analysis }: View): string {
  const [cutoff, about] = [analysis.cutoffS, analysis.cutoffS + analysis.toleranceS].map(toCutoffText);
  return `✓ within ${cutoff}, ~ within ${about}, ✗ beyond; ≈ another verdict or 10 min apart at the ends of the parameters' ranges.`;
}

function toTable(view: View, title: string, sites: readonly SiteRow[]): Block {
  const columns: readonly Column[] = [
    { title, align: 'left', least: 14 },
    ...view.groups.map((group): Column => ({ title: toTitleText(group), align: 'right' })),
  ];
  return { kind: 'table', columns, rows: sites.map((row) => toRow(view, row)) };
}

function toRow(view: View, { origins }: SiteRow): TableRow {
  const [first] = origins;
  if (first === undefined) return { cells: [] };
  const cells = view.groups.map((group) => toCell(view, first, group));
  const isSupplier = first.kind === 'supplier';
  const names = origins.map(({ id, name }) => `${id} ${name}`).join(', ');
  return { cells: [toSiteName(view, first), ...cells], ...(isSupplier ? { under: names } : {}) };
}

/** A supplier's site by its zone's name where the answer has it as an origin too, else by its id. */
function toSiteName({ analysis }: View, origin: AnswerOrigin): string {
  const place = analysis.origins.find(({ id }) => id === origin.site) ?? origin;
  const name = place.id === origin.site ? place.name : origin.site;
  return place.nameZh === null || place.id !== origin.site ? name : `${name} ${place.nameZh}`;
}

function toCell(view: View, origin: AnswerOrigin, group: string): CellText {
  const build = view.findGroup(view.build.id, origin.id, group);
  const base = view.findGroup(view.base.id, origin.id, group);
  const tone = base?.verdict === build?.verdict ? 'plain' : toSign(build?.verdict ?? 'no').tone;
  return { text: `${toTime(view, base)} → ${toTime(view, build)}`, tone };
}

function toTime(view: View, row: AnswerGroup | undefined): string {
  if (row === undefined) return '—';
  const about = isRough(view, row) ? '≈' : '';
  return `${about}${toMinutesText(row.timeS)} ${toSign(row.verdict).sign}`;
}
