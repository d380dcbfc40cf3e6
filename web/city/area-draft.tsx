/** The area in hand: how many roads it has, of which kinds, its corners, and what makes a row of it. */
import type { Facility } from '../../src/index.ts';
import { toSentence } from '../../src/index.ts';
import { AreaFields, KindFields } from '../panels/area-fields.tsx';
import { decimals, number } from '../words/format.ts';
import { t, tn } from '../words/index.ts';
import {
  areaDraft,
  areaRoads,
  changeArea,
  drawsArea,
  finishArea,
  giveUpArea,
  LEAST_CORNERS,
  meantRoads,
} from './draw-area.ts';

/** What the area has of roads, in a sentence; what is wrong with it where anything is. */
export function AreaCount() {
  const [found, meant] = [areaRoads.value, meantRoads.value];
  if (found === null || meant === null) return null;
  const [wrong] = found.problems;
  if (wrong !== undefined) return <span lang="en">{toSentence(wrong)}</span>;
  if (meant.links === 0) return <>{t('city.edit.areaEmpty')}</>;
  return (
    <>{tn('city.edit.areaCount', meant.links, { links: number(meant.links), km: decimals(meant.km, 1) })}</>
  );
}

/** Links of each kind in the area. */
function listCounts(): ReadonlyMap<Facility, string> {
  const kinds = areaRoads.value?.kinds ?? [];
  return new Map(
    kinds.flatMap(({ facility, links }) => (facility === null ? [] : [[facility, number(links)] as const])),
  );
}

export function AreaDraftForm() {
  const draft = areaDraft.value;
  if (!drawsArea.value || draft.ring.length < LEAST_CORNERS) return null;
  return (
    <section class="studio city-area" aria-label={t('city.edit.area')}>
      <h3>{t('city.edit.area')}</h3>
      <p class="small" role="status">
        <AreaCount />
      </p>
      <AreaFields id="city-area" area={draft} onArea={changeArea} />
      <KindFields
        id="city-area"
        facilities={draft.facilities}
        counts={listCounts()}
        onFacilities={(facilities) => changeArea({ facilities })}
      />
      <div class="buttons">
        <button
          type="button"
          class="primary"
          disabled={(meantRoads.value?.links ?? 0) === 0}
          onClick={() => void finishArea()}
        >
          ✓ {t('studio.finish')}
        </button>
        <button type="button" onClick={giveUpArea}>
          ✕ {t('studio.giveUp')}
        </button>
      </div>
    </section>
  );
}
