/** Links by what closing each loses, most first: a row goes to its road on the map. */
import { useState } from 'preact/hooks';
import { SECONDS_PER_MINUTE, type CityCriticalLink, type LonLat } from '../../src/index.ts';
import { look } from '../state/look.ts';
import { DASH, minutes, number } from '../words/format.ts';
import { t } from '../words/index.ts';
import { chosenLink, goToLink } from './worth-map.ts';
import type { Told } from './worth-run.ts';

/** Rows at first, and more of them at a time. */
const FIRST_ROWS = 10;
const MORE_ROWS = 40;

/** Name and number of a road, in the reader's language where the map has that; else its class. */
export function nameLink({ name, nameEn, ref, roadClass }: CityCriticalLink): string {
  const own = look.value.language === 'en' ? (nameEn ?? name) : name;
  const words = [own, ref === own ? null : ref].filter((word) => word !== null);
  return words.length === 0 ? roadClass : words.join(' ');
}

const toCount = (count: number): string => (count === 0 ? DASH : number(count));
const isEstimated = ({ limit }: CityCriticalLink): boolean => limit === 'assumed' || limit === 'drawn';

interface RowProps {
  readonly rank: number;
  readonly link: CityCriticalLink;
  readonly line: readonly LonLat[];
}

function Row({ rank, link, line }: RowProps) {
  const isChosen = chosenLink.value === link.link;
  return (
    <tr class={isChosen ? 'chosen' : undefined}>
      <td class="number muted">{number(rank)}</td>
      <th scope="row">
        <button
          type="button"
          class="row"
          aria-pressed={isChosen}
          title={link.link}
          onClick={() => goToLink(link.link, line)}
        >
          {nameLink(link)}
        </button>
      </th>
      <td class="number">
        {isEstimated(link) && link.lostS > 0 ? '≈ ' : ''}
        {link.lostS === 0 ? DASH : minutes(link.lostS)}
      </td>
      <td class="number">{toCount(link.strict)}</td>
      <td class={link.cutOffPairs === 0 ? 'number' : 'number city-wrong'}>{toCount(link.cutOffPairs)}</td>
    </tr>
  );
}

export function WorthTable({ document, lines }: Told) {
  const [shown, show] = useState(FIRST_ROWS);
  const { links, cutoffS } = document;
  const left = Math.min(MORE_ROWS, links.length - shown);
  if (links.length === 0) return null;
  return (
    <>
      <table class="counts city-compare city-worth-table">
        <caption class="small muted">{t('city.worth.table')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('views.road')}</th>
            <th scope="col" class="number">
              {t('city.worth.minutes')}
            </th>
            <th scope="col" class="number">
              {t('city.worth.past', { minutes: number(cutoffS / SECONDS_PER_MINUTE) })}
            </th>
            <th scope="col" class="number">
              {t('city.worth.cut')}
            </th>
          </tr>
        </thead>
        <tbody>
          {links.slice(0, shown).map((link, i) => (
            <Row key={link.link} rank={i + 1} link={link} line={lines[i] ?? []} />
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <button type="button" class="city-kept" onClick={() => show(shown + left)}>
          {t('city.worth.more', { count: number(left), all: number(links.length) })}
        </button>
      )}
    </>
  );
}
