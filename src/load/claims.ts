/** Files `claims/<paper>.json`: what a paper says, and its figures that contradict themselves or others. */
import * as z from 'zod';

import { CLAIM_KINDS, type Claim, type PrintedFigure } from '../model/claim.ts';
import { exactly, id, idList, list, numberAbove0, numberIn, oneOf, record, text } from './fields.ts';
import type { Folder } from './folder.ts';
import type { Report } from './report.ts';
import { type Rows, checkFiles, listSound, readList } from './rows.ts';

const claim = record('a claim', {
  id: id('id of the claim'),
  kind: oneOf('kind of claim', CLAIM_KINDS),
  text: text('what is claimed, in our words'),
  locator: text('section or page'),
  source: id('a source'),
  from: id('a district, zone or plant').nullable(),
  to: id('a plant, group or district').nullable(),
  claimedS: numberAbove0('a time in seconds', 86_400).nullable(),
  toleranceS: numberIn('a tolerance in seconds', 0, 86_400).nullable(),
  jointWith: id('a label shared by claims that are judged jointly').nullable(),
  supplier: id('a supplier').nullable(),
  groups: idList('assembler groups it speaks of', id('an assembler group'), 0),
  scenario: id('a scenario').nullable(),
}) satisfies z.ZodType<Claim>;

const figure = record('a printed figure', {
  id: id('id of the figure'),
  what: text('what it counts'),
  printed: text('as printed'),
  used: text('what is used here'),
  conflict: text('what it contradicts'),
  locator: text('section or page'),
  source: id('a source'),
}) satisfies z.ZodType<PrintedFigure>;

function toFile<C extends z.ZodType, F extends z.ZodType>(claimItem: C, figureItem: F) {
  return record('a file of claims', {
    schema: exactly('beltway/claims@1'),
    claims: list('claims', claimItem),
    figures: list('printed figures', figureItem),
  });
}
export const claimsFile = toFile(claim, figure);

export interface ClaimRows {
  readonly claims: Rows<Claim>;
  readonly figures: Rows<PrintedFigure>;
}

/** Reads claims and figures. */
export function readClaims({ claims: from }: Folder, report: Report): ClaimRows {
  checkFiles(toFile(z.unknown(), z.unknown()), from, report);
  const claims = readList(claim, from, ['claims'], report);
  for (const { spot, value } of listSound(claims)) {
    if (value.kind !== 'time') continue;
    for (const key of ['from', 'to', 'claimedS'] as const) {
      if (value[key] === null)
        report.tell(spot, [key], 'missing', 'a value, as the claim is of kind time', null);
    }
  }
  return { claims, figures: readList(figure, from, ['figures'], report) };
}
