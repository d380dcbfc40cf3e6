/**
 * Why a trip takes what it takes, in both scenarios: a drawer beside the map. Opening it takes the focus,
 * Escape and the button close it and give the focus back to where it came from.
 */
import { useEffect, useRef } from 'preact/hooks';
import type { TripExplanation } from '../../src/index.ts';
import { later } from '../later.tsx';
import { trip as held } from '../state/answers.ts';
import { look, show } from '../state/look.ts';
import { t } from '../words/index.ts';
import { nameOf } from '../words/names.ts';
import { CopyButton } from './copy-button.tsx';
import { RouteBeside, RouteChange, RoutePlazas } from './route-beside.tsx';
import { listCommands, toLegsCsv } from './route-copy.ts';
import { RouteFacilities } from './route-facilities.tsx';
import { RouteFacts, RouteHead } from './route-facts.tsx';
import { RouteLegs } from './route-legs.tsx';
import { targetName } from './route-words.ts';

/** How the trip varies is asked for when the way is on screen. */
const TripVarying = later(async () => (await import('./trip-varying.tsx')).TripVarying);

/** What would fix a trip that fails is asked for by hand. */
const FixTrip = later<Props>(async () => (await import('./fix-trip.tsx')).FixTrip);

interface Props {
  readonly trip: TripExplanation;
}

function Commands({ trip }: Props) {
  const commands = listCommands(trip);
  return (
    <section class="route-commands">
      <h3>{t('route.command')}</h3>
      {commands.map((command) => (
        <code key={command}>{command}</code>
      ))}
      <div class="route-copies">
        {commands.length > 0 && <CopyButton text={commands.join('\n')} label={t('route.copyCommand')} />}
        <CopyButton text={toLegsCsv(trip)} label={t('route.copyLegs')} />
      </div>
      <p class="small muted">{t('route.caveat')}</p>
    </section>
  );
}

function Explained({ trip }: Props) {
  const way = trip.base.route !== null || trip.build.route !== null;
  return (
    <>
      <RouteHead trip={trip} />
      <RouteChange trip={trip} />
      {trip.build.verdict !== 'strict' && <FixTrip trip={trip} />}
      <RouteFacts trip={trip} />
      {way && <RouteLegs trip={trip} />}
      {way && <TripVarying />}
      {way && <RouteFacilities trip={trip} />}
      {way && <RoutePlazas trip={trip} />}
      {way && <RouteBeside trip={trip} />}
      <Commands trip={trip} />
    </>
  );
}

function Failed() {
  return (
    <div role="alert">
      <p>{t('route.failed')}</p>
      {held.value.problems.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

/** The explanation of the pair that is open now, or null while another one's is still there. */
function findCurrent(): TripExplanation | null {
  const { value } = held.value;
  const asked = look.value.trip;
  if (value === null || asked === null) return null;
  const same = value.asked.origin === asked.origin && value.asked.destination === asked.destination;
  return same ? value : null;
}

/** Takes the focus when a pair is opened, and gives it back when the drawer goes. */
function useFocus(pair: string) {
  const drawer = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const openerRef = useRef<Element | null>(null);
  useEffect(() => {
    const before = document.activeElement;
    if (before !== null && drawer.current?.contains(before) !== true) openerRef.current = before;
    heading.current?.focus();
  }, [pair]);
  useEffect(
    () => () => {
      const back = openerRef.current;
      const target =
        back instanceof HTMLElement && back.isConnected ? back : document.getElementById('answer');
      target?.focus();
    },
    [],
  );
  return { drawer, heading };
}

function closeOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  event.preventDefault();
  show({ trip: null });
}

export function RoutePanel() {
  const asked = look.value.trip;
  const { drawer, heading } = useFocus(JSON.stringify(asked));
  if (asked === null) return null;
  const trip = findCurrent();
  const { state } = held.value;
  const failed = state === 'failed';
  return (
    <section
      class={`route ${state === 'waiting' ? 'renewing' : ''}`}
      role="dialog"
      aria-label={t('route.label')}
      aria-busy={state === 'waiting'}
      ref={drawer}
      onKeyDown={closeOnEscape}
    >
      <div class="route-head">
        <h2 tabIndex={-1} ref={heading}>
          {trip === null
            ? t('route.label')
            : t('route.pair', { from: nameOf(trip.from), to: targetName(trip) })}
        </h2>
        <button type="button" aria-label={t('route.close')} onClick={() => show({ trip: null })}>
          ✕
        </button>
      </div>
      {failed && <Failed />}
      {!failed && trip === null && <p class="muted">{t('route.waiting')}</p>}
      {!failed && trip !== null && <Explained trip={trip} />}
    </section>
  );
}
