/** How the open trip varies: over the day, and from one day to the next. */
import { followVarying } from '../engine/ask-varying.ts';
import type { Varying } from '../engine/protocol.ts';
import { dataset } from '../state/answers.ts';
import { choice } from '../state/choice.ts';
import { varying } from '../state/doubts.ts';
import { look } from '../state/look.ts';
import { t } from '../words/index.ts';
import { whenText } from '../words/when.ts';
import { CopyButton } from './copy-button.tsx';
import { TripDay } from './trip-day.tsx';
import { TripSpread } from './trip-spread.tsx';

followVarying();

/** How the trip that is open now varies, or null while another one's is still there. */
function findCurrent(): Varying | null {
  const { value } = varying.value;
  const asked = look.value.trip;
  const isSame = value?.origin === asked?.origin && value?.destination === asked?.destination;
  return isSame ? value : null;
}

/** What gives the same on the command line; sites that only this browser has are unknown there. */
function Commands({ day, reliability }: Varying) {
  if (choice.value.population === 'own') return null;
  const commands = [
    ...(day === null ? [] : [{ label: t('day.command'), text: `npx ${day.command}` }]),
    ...(reliability === null ? [] : [{ label: t('spread.command'), text: `npx ${reliability.command}` }]),
  ];
  return (
    <div class="route-copies">
      {commands.map(({ label, text }) => (
        <CopyButton key={text} text={text} label={label} />
      ))}
    </div>
  );
}

function NoSpread() {
  const data = dataset.value;
  if (data === null) return null;
  return <p class="muted">{t('spread.none', { traffic: whenText(data, choice.value) })}</p>;
}

export function TripVarying() {
  const { state, problems } = varying.value;
  if (state === 'failed')
    return (
      <p class="muted" role="alert">
        {t('varying.failed', { why: problems.join(' ') })}
      </p>
    );
  const found = findCurrent();
  if (found === null) return <p class="muted">{t('reliable.waiting')}</p>;
  const { day, reliability } = found;
  return (
    <div class={state === 'waiting' ? 'renewing' : ''} aria-busy={state === 'waiting'}>
      {day !== null && <TripDay day={day} />}
      {reliability === null ? <NoSpread /> : <TripSpread reliability={reliability} />}
      <Commands {...found} />
    </div>
  );
}
