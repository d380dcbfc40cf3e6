/** Without, with, or the difference: beside the sentence, so that it is in sight of the map on narrow screens too. */
import { Segments } from '../panels/segments.tsx';
import { t } from '../words/index.ts';
import { FLIP_KEYS, look } from './plan-keys.ts';
import { VIEWS } from './protocol.ts';
import { plan, view } from './state.ts';

export function ViewSwitch() {
  if (plan.value === null) return null;
  return (
    <div aria-keyshortcuts={FLIP_KEYS}>
      <Segments
        name="view"
        legend={t('city.plan.view', { keys: FLIP_KEYS })}
        options={VIEWS.map((id) => ({ id, label: t(`city.plan.view.${id}`) }))}
        chosen={view.value}
        choose={(id) => look(VIEWS.find((one) => one === id) ?? 'with')}
      />
    </div>
  );
}
