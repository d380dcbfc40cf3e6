/** Speeds that would do, road by road or stretch by stretch: lawful first, what is unlawful said so. */
import type { FixSpeed } from '../../src/index.ts';
import { number } from '../words/format.ts';
import { t, tn } from '../words/index.ts';
import { Apply } from './fix-apply.tsx';
import { readingText } from './fix-words.ts';
import { roadName } from './route-words.ts';

/** What is seen at once; the rest opens. */
const SHOWN = 3;

function lawText({ law, legalKmh }: FixSpeed): string {
  return law === 'unlawful' ? t('fix.unlawful', { legal: number(legalKmh, 2) }) : t(`fix.${law}`);
}

const LAW_SIGNS = { 'within-limits': '✓', 'above-limits': '~', unlawful: '✗' } as const;

function Speed({ one }: { readonly one: FixSpeed }) {
  const { kind, id, kmh, nowKmh, law, reading, less, sign } = one;
  const time = sign === null ? '' : readingText(sign.reading);
  return (
    <li class="fix-one">
      <p>
        <b>{roadName(one)}</b> {kind === 'link' && <small class="muted">{id}</small>}
      </p>
      <p>
        {t('fix.speed', { kmh: number(kmh, 2), now: number(nowKmh, 1) })}{' '}
        <span class={`fix-law ${law}`}>
          {LAW_SIGNS[law]} {lawText(one)}
        </span>
      </p>
      <p class="small muted">
        {t('fix.then', { time: readingText(reading) })}; {t('fix.less', { less: readingText(less) })}
        {law !== 'unlawful' &&
          `; ${sign === null ? t('fix.noSign') : t('fix.sign', { kmh: number(sign.postedKmh), time })}`}
      </p>
      {sign !== null && <Apply file={sign.scenario} />}
    </li>
  );
}

interface SpeedsProps {
  readonly found: readonly FixSpeed[];
  /** What is said where nothing was found. */
  readonly none: string | null;
  /** Roads that do at no speed. */
  readonly never: number;
}

export function Speeds({ found, none, never }: SpeedsProps) {
  if (found.length === 0) return none === null ? null : <p>{none}</p>;
  const rest = found.slice(SHOWN);
  const list = (some: readonly FixSpeed[]) => (
    <ul class="fix-list">
      {some.map((one) => (
        <Speed key={one.id} one={one} />
      ))}
    </ul>
  );
  return (
    <>
      {list(found.slice(0, SHOWN))}
      {rest.length > 0 && (
        <details>
          <summary>{tn('fix.more', rest.length)}</summary>
          {list(rest)}
        </details>
      )}
      {never > 0 && <p class="small muted">{tn('fix.never', never)}</p>}
    </>
  );
}
