/** The tools over the map: what a click does, said in words; and a field that finds a road without a click. */
import { useState } from 'preact/hooks';
import { t, type WordKey } from '../words/index.ts';
import { missed, PLAN_TOOLS, planTool, takeTool, takeRoad, type PlanTool } from './plan-tools.ts';

const NAMES: Readonly<Record<PlanTool, WordKey>> = {
  place: 'city.edit.place',
  close: 'studio.tool.close',
  change: 'studio.tool.change',
  slow: 'studio.tool.slow',
};
const HINTS: Readonly<Record<Exclude<PlanTool, 'place'>, WordKey>> = {
  close: 'studio.hint.close',
  change: 'city.edit.hintSigns',
  slow: 'studio.hint.slow',
};

/** An id of the map, or of a stretch that was cut from it; everything else is a name. */
const ID = /^\d+(?:\.\d+)?$/;

/** A road by its name, number, class or id: what a click on it would do. */
function Typed() {
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  return (
    <form
      class="studio-find"
      onSubmit={(event) => {
        event.preventDefault();
        if (text === '') return;
        takeRoad(ID.test(text) ? 'links' : 'highways', text);
        setTyped('');
      }}
    >
      <input
        type="text"
        aria-label={t('city.edit.typed')}
        placeholder={t('city.edit.typed')}
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <button type="submit" disabled={text === ''}>
        {t('studio.take')}
      </button>
    </form>
  );
}

export function ToolBar() {
  const now = planTool.value;
  return (
    <div class="city-tools" data-tool={now}>
      <div class="segment" role="group" aria-label={t('city.edit.tools')}>
        {PLAN_TOOLS.map((one) => (
          <button key={one} type="button" aria-pressed={one === now} onClick={() => takeTool(one)}>
            {t(NAMES[one])}
          </button>
        ))}
      </div>
      {now !== 'place' && <Typed />}
      {now !== 'place' && (
        <p class="view-hint" role="status">
          {missed.value ? t('city.edit.noRoad') : t(HINTS[now])}
        </p>
      )}
    </div>
  );
}
