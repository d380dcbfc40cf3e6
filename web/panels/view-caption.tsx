/** What the map says, in one line: scenario, vehicle, traffic, cutoff, and what the view draws. */
import { sites } from '../map/fill.ts';
import { dataset, roles, scene, shownAnswer } from '../state/answers.ts';
import { choice, cutoffMin } from '../state/choice.ts';
import { look, swiped, shownSide } from '../state/look.ts';
import { number } from '../words/format.ts';
import { t } from '../words/index.ts';
import { nameOf, scenarioName, trafficName, vehicleName } from '../words/names.ts';
import { whenText } from '../words/when.ts';

/** Name of the selected place, as the map and the captions call it; null where none is selected. */
function findPlaceName(): string | null {
  const { place } = look.value;
  if (place === null) return null;
  const origin = shownAnswer.value?.origins.find(({ id }) => id === place);
  const known = origin ?? sites.value.find(({ id }) => id === place);
  return known === undefined || known.name === '' ? t('map.point', { place }) : nameOf(known);
}

function sayView(): string {
  const { view, reach, direction } = look.value;
  const place = findPlaceName();
  if (view === 'times') return place === null ? '' : t('views.says.times', { place });
  if (view === 'reach') {
    return reach === 'overlap' || place === null
      ? t('views.says.overlap')
      : t(`views.says.${direction}`, { place });
  }
  return t(`views.says.${view}`);
}

function nameScenario(): string {
  const [data, ids] = [dataset.value, roles.value];
  if (data === null || ids === null) return '';
  const [base, build] = [scenarioName(data, ids.base), scenarioName(data, ids.build)];
  if (swiped.value) return t('views.captionBoth', { base, build });
  return shownSide.value === 'base' ? base : build;
}

export function ViewCaption() {
  const data = dataset.value;
  if (data === null) return null;
  const { vehicleClass, traffic } = choice.value;
  // Areas and draws know traffic states, not hours.
  const byState = ['reach', 'value', 'confidence'].includes(look.value.view);
  const { state, problems } = scene.value;
  const values = {
    scenario: nameScenario(),
    vehicle: vehicleName(data, vehicleClass),
    traffic: byState ? trafficName(data, traffic) : whenText(data, choice.value),
    cutoff: number(cutoffMin.value),
  };
  const says = sayView();
  return (
    <p class="view-caption">
      {says !== '' && <strong>{says}</strong>}
      <span>{t('views.caption', values)}</span>
      {state === 'waiting' && <span class="view-waiting">{t('views.waiting')}</span>}
      {state === 'failed' && look.value.view !== 'times' && (
        <span class="view-problem">{t('views.failed', { why: problems.join(' ') })}</span>
      )}
    </p>
  );
}
