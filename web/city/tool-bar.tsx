/** The tools over the map: what a click does, said in words; and what does it without a click. */
import { useState } from 'preact/hooks';
import { number } from '../words/format.ts';
import { t, type WordKey } from '../words/index.ts';
import { AreaCount } from './area-draft.tsx';
import { describeComing } from './coming-list.tsx';
import { pointedComing, typeComing } from './coming-tools.ts';
import {
  areaCorners,
  areaRoads,
  byArea,
  cornerBack,
  drawsArea,
  finishArea,
  giveUpArea,
  isDrawingArea,
  LEAST_CORNERS,
  meantRoads,
  typeArea,
} from './draw-area.ts';
import { drawnPoints, drawnRow, finish, giveUp, isDrawing, stepBack, typeRoad } from './draw-road.ts';
import { nameRoad } from './name-road.ts';
import { isOfRoads, missed, planTool, pointed, takeRoad, takeTool, type PlanTool } from './plan-tools.ts';
import { typePlace } from './place-tools.ts';
import { nameComing } from './row-names.ts';
import { roadsToCome } from './state.ts';

const NAMES: Readonly<Record<PlanTool, WordKey>> = {
  place: 'city.edit.place',
  road: 'studio.tool.road',
  close: 'studio.tool.close',
  change: 'studio.tool.change',
  slow: 'studio.tool.slow',
  open: 'city.edit.open',
  plant: 'studio.tool.plant',
  supplier: 'studio.tool.supplier',
};
const HINTS: Readonly<Record<Exclude<PlanTool, 'place'>, WordKey>> = {
  road: 'studio.hint.line',
  close: 'studio.hint.close',
  change: 'city.edit.hintSigns',
  slow: 'studio.hint.slow',
  open: 'city.edit.hintOpen',
  plant: 'studio.hint.plant',
  supplier: 'studio.hint.supplier',
};

/** Tools by what they are for; those of roads to come where there are any. */
const GROUPS = [
  { word: 'city.edit.tools', of: ['place', 'road', 'close', 'change', 'slow', 'open'] },
  { word: 'studio.tools.places', of: ['plant', 'supplier'] },
] as const satisfies readonly { readonly word: WordKey; readonly of: readonly PlanTool[] }[];

/** An id of the map, or of a stretch that was cut from it; everything else is a name. */
const ID = /^\d+(?:\.\d+)?$/;

/** What a click on the road would do. */
function takeTyped(text: string): void {
  if (planTool.peek() === 'open') typeComing(text);
  else takeRoad(ID.test(text) ? 'links' : 'highways', text);
}

/** Names of roads to come, to choose from. */
function ComingNames() {
  const names = roadsToCome.value.flatMap((road) => (road.names === null ? [] : [nameComing(road)]));
  return (
    <datalist id="city-coming-names">
      {[...new Set(names)].map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}

/** A road by its name, number, class or id. */
function Typed() {
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const isToCome = planTool.value === 'open';
  const word = t(isToCome ? 'city.edit.typedComing' : 'city.edit.typed');
  return (
    <form
      class="studio-find"
      onSubmit={(event) => {
        event.preventDefault();
        if (text === '') return;
        takeTyped(text);
        setTyped('');
      }}
    >
      <input
        type="text"
        list={isToCome ? 'city-coming-names' : undefined}
        aria-label={word}
        placeholder={word}
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {isToCome && <ComingNames />}
      <button type="submit" disabled={text === ''}>
        {t('studio.take')}
      </button>
    </form>
  );
}

interface BarProps {
  /** A click in the middle of the map; null where there is no map. */
  readonly clickMiddle: (() => void) | null;
}

const isOfPlaces = (tool: PlanTool): tool is 'plant' | 'supplier' => tool === 'plant' || tool === 'supplier';

/** Roads one by one, or in an area. */
function Which() {
  return (
    <div class="segment" role="group" aria-label={t('studio.which')}>
      {([false, true] as const).map((area) => (
        <button
          key={String(area)}
          type="button"
          aria-pressed={byArea.value === area}
          onClick={() => (byArea.value = area)}
        >
          {t(area ? 'studio.byArea' : 'studio.byRoad')}
        </button>
      ))}
    </div>
  );
}

/** What the buttons beside a line or an area do. */
interface Acts {
  readonly isDrawing: boolean;
  readonly isWhole: boolean;
  readonly type: () => void;
  readonly stepBack: () => void;
  readonly finish: () => void;
  readonly giveUp: () => void;
}

function findActs(): Acts {
  const area = {
    ...{ isDrawing: isDrawingArea.value, isWhole: (meantRoads.value?.links ?? 0) > 0 },
    ...{ type: () => typeArea(), stepBack: cornerBack, finish: () => void finishArea(), giveUp: giveUpArea },
  };
  if (drawsArea.value) return area;
  const now = planTool.value;
  const line = { isDrawing: isDrawing.value, isWhole: drawnRow.value !== null, stepBack, finish, giveUp };
  return { ...line, type: isOfPlaces(now) ? () => typePlace(now) : typeRoad };
}

/** What ends a line, for those without a keyboard; a point in the middle, and a typed one, for those without a pointer. */
function Drawing({ clickMiddle }: BarProps) {
  const acts = findActs();
  return (
    <div class="segment" role="group" aria-label={t('studio.drawing')}>
      {clickMiddle !== null && (
        <button type="button" title={t('studio.middleHint')} onClick={clickMiddle}>
          {t('studio.middle')}
        </button>
      )}
      {!acts.isDrawing && (
        <button type="button" title={t('studio.typedHint')} onClick={acts.type}>
          {t('studio.typed')}
        </button>
      )}
      {acts.isDrawing && (
        <>
          <button type="button" onClick={acts.stepBack}>
            {t('studio.lastPoint')}
          </button>
          <button type="button" disabled={!acts.isWhole} onClick={acts.finish}>
            ✓ {t('studio.finish')}
          </button>
          <button type="button" onClick={acts.giveUp}>
            ✕ {t('studio.giveUp')}
          </button>
        </>
      )}
    </div>
  );
}

/** What the road to come under the pointer is called, and when it opens. */
function PointedComing() {
  const road = pointedComing.value;
  if (road === null) return null;
  return (
    <p class="view-hint">
      <b>{nameComing(road)}</b> <span class="muted">{describeComing(road)}</span>
    </p>
  );
}

/** What the road under the pointer is called: it is what a click takes. */
function Pointed() {
  const road = pointed.value;
  if (road === null) return null;
  const name = road.names === null ? null : nameRoad(road.names);
  return (
    <p class="view-hint">
      <b>{name ?? road.featureId}</b>{' '}
      {road.postedKmh !== null && <span class="muted">{number(road.postedKmh)} km/h</span>}
    </p>
  );
}

function toHint(tool: Exclude<PlanTool, 'place'>): WordKey {
  if (drawsArea.value)
    return areaCorners.value.length < LEAST_CORNERS ? 'studio.hint.area' : 'studio.hint.areaOn';
  if (missed.value) return tool === 'open' ? 'city.edit.noComing' : 'city.edit.noRoad';
  return tool === 'road' && drawnPoints.value.length > 0 ? 'studio.hint.lineOn' : HINTS[tool];
}

function Hint({ tool, clickMiddle }: BarProps & { readonly tool: Exclude<PlanTool, 'place'> }) {
  if (clickMiddle === null) return <p class="view-hint">{t('studio.hint.noMap')}</p>;
  return (
    <p class="view-hint" role="status">
      {areaRoads.value !== null && (
        <b>
          <AreaCount />{' '}
        </b>
      )}
      {t(toHint(tool))}
    </p>
  );
}

export function ToolBar(props: BarProps) {
  const now = planTool.value;
  const isThere = (one: PlanTool): boolean => one !== 'open' || roadsToCome.value.length > 0;
  return (
    <div class="city-tools" data-tool={now}>
      <div class="city-tool-groups">
        {GROUPS.map(({ word, of }) => (
          <div key={word} class="segment" role="group" aria-label={t(word)}>
            {of.filter(isThere).map((one) => (
              <button key={one} type="button" aria-pressed={one === now} onClick={() => takeTool(one)}>
                {t(NAMES[one])}
              </button>
            ))}
          </div>
        ))}
      </div>
      {isOfRoads(now) && <Which />}
      {(isOfRoads(now) || now === 'open') && !drawsArea.value && <Typed />}
      {(isOfPlaces(now) || now === 'road' || drawsArea.value) && <Drawing {...props} />}
      {now !== 'place' && <Hint {...props} tool={now} />}
      {isOfRoads(now) && <Pointed />}
      <PointedComing />
    </div>
  );
}
