/** The views of the map, one click each, and what a view lets one choose: scenario shown, swipe, its own options. */
import { dataset } from '../state/answers.ts';
import { look, show, VIEWS } from '../state/look.ts';
import { later } from '../later.tsx';
import { choice } from '../state/choice.ts';
import { studioOpen } from '../state/studio-open.ts';
import { t } from '../words/index.ts';
import { groupName, trafficName } from '../words/names.ts';

interface PressProps {
  readonly pressed: boolean;
  readonly label: string;
  readonly onPress: () => void;
}

function Press({ pressed, label, onPress }: PressProps) {
  return (
    <button type="button" aria-pressed={pressed} onClick={onPress}>
      {label}
    </button>
  );
}

/** What the map shows: one scenario, or both on either side of a line. */
function Compare() {
  const { shown, swipe } = look.value;
  return (
    <div class="segment" role="group" aria-label={t('views.compare')}>
      <Press
        pressed={!swipe && shown === 'base'}
        label={t('views.without')}
        onPress={() => show({ shown: 'base', swipe: false })}
      />
      <Press
        pressed={!swipe && shown === 'build'}
        label={t('views.with')}
        onPress={() => show({ shown: 'build', swipe: false })}
      />
      <Press pressed={swipe} label={t('views.swipe')} onPress={() => show({ swipe: !swipe })} />
    </div>
  );
}

function ReachOptions() {
  const { reach, direction, place } = look.value;
  return (
    <div class="view-options">
      <div class="segment" role="group" aria-label={t('views.reach')}>
        <Press
          pressed={reach === 'overlap'}
          label={t('views.overlap')}
          onPress={() => show({ reach: 'overlap' })}
        />
        <Press
          pressed={reach === 'bands'}
          label={t('views.bands')}
          onPress={() => show({ reach: 'bands' })}
        />
      </div>
      {reach === 'bands' && place !== null && (
        <div class="segment" role="group" aria-label={t('views.bands')}>
          <Press
            pressed={direction === 'to'}
            label={t('views.to')}
            onPress={() => show({ direction: 'to' })}
          />
          <Press
            pressed={direction === 'from'}
            label={t('views.from')}
            onPress={() => show({ direction: 'from' })}
          />
        </div>
      )}
      {reach === 'bands' && place === null && <p class="view-hint">{t('views.choose')}</p>}
    </div>
  );
}

function DifferenceOptions() {
  const data = dataset.value;
  if (data === null) return null;
  const options = [
    { id: 'worst', label: t('views.worst') },
    { id: 'best', label: t('views.best') },
    ...data.header.groups.map(({ id }) => ({ id, label: groupName(data, id) })),
  ];
  return (
    <label class="view-options">
      <span>{t('views.changeOf')}</span>
      <select
        value={look.value.changeOf}
        onChange={({ currentTarget }) => show({ changeOf: currentTarget.value })}
      >
        {options.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** With what draws on the map, so that this works without a network too. */
const StudioBar = later(async () => {
  const [{ StudioBar: Bar }] = await Promise.all([
    import('./studio-bar.tsx'),
    import('../map/studio-map.ts'),
  ]);
  return Bar;
});

const ValueOptions = later(async () => (await import('./value-options.tsx')).ValueOptions);
const ConfidenceOptions = later(async () => (await import('./confidence-options.tsx')).ConfidenceOptions);

/** Areas are not searched by the hour: the view says which traffic it shows. */
function NoClock() {
  const data = dataset.value;
  const { departS, arriveByS, traffic } = choice.value;
  if (data === null || (departS === null && arriveByS === null)) return null;
  return <p class="view-hint">{t('clock.notHere', { traffic: trafficName(data, traffic) })}</p>;
}

function Options() {
  const { view, place } = look.value;
  if (view === 'reach')
    return (
      <>
        <ReachOptions />
        <NoClock />
      </>
    );
  if (view === 'confidence')
    return (
      <>
        <ConfidenceOptions />
        <NoClock />
      </>
    );
  if (view === 'value')
    return (
      <>
        <ValueOptions />
        <NoClock />
      </>
    );
  if (view === 'difference') return <DifferenceOptions />;
  if (view === 'times' && place === null) return <p class="view-hint">{t('views.choose')}</p>;
  return null;
}

/** The bar over the map. */
export function ViewTabs() {
  const { view } = look.value;
  return (
    <div class="views">
      <div class="view-bar">
        <div class="segment view-tabs" role="group" aria-label={t('views.label')}>
          {VIEWS.map((one) => (
            <Press
              key={one}
              pressed={one === view}
              label={t(`views.${one}`)}
              onPress={() => show({ view: one })}
            />
          ))}
        </div>
        {view !== 'value' && <Compare />}
      </div>
      {studioOpen.value ? <StudioBar /> : <Options />}
    </div>
  );
}
