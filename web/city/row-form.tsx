/** The form of an open row of the scenario over the network. */
import type { Modification, RoadTargets, ScenarioFile } from '../../src/index.ts';
import { AreaFields, KindFields } from '../panels/area-fields.tsx';
import { NumberField } from '../panels/studio-fields.tsx';
import { toggleTarget, type TargetKey } from '../studio/new-rows.ts';
import { SIGN_KMH } from '../studio/road-kind.ts';
import { putRow, removeRow, renameRow } from '../studio/rows.ts';
import { t } from '../words/index.ts';
import { DatesForm } from './dates-form.tsx';
import { listSections } from './open-roads.ts';
import { isPlaceRow, PlaceForm } from './place-form.tsx';
import { editOpen } from './plan-tools.ts';
import { RoadForm } from './road-form.tsx';
import { findRoadName, nameRow } from './row-names.ts';
import { roadsToCome } from './state.ts';

interface FormProps {
  readonly file: ScenarioFile;
  readonly row: Modification;
  readonly at: number;
}

/** Puts another row in the place of the open one; without one it is removed. */
function put({ file, at }: FormProps, row: Modification | null, by: string | null = null): void {
  if (row === null) editOpen({ file: removeRow(file, at), open: null });
  else editOpen({ file: putRow(file, at, row), open: at }, by);
}

/** All roads of the name of a stretch, in the place of it. */
function toWhole(row: Modification, id: string, name: string): Modification {
  const { links = [], highways = [], ...rest } = row as Modification & RoadTargets;
  const left = links.filter((one) => findRoadName(one) !== name && one !== id);
  const wide = { ...rest, highways: [...new Set([...highways, name])] };
  return (left.length === 0 ? wide : { ...wide, links: left }) as Modification;
}

function Target({ id, name, form, at }: { id: string; name: string | null; form: FormProps; at: TargetKey }) {
  const { row } = form;
  const word = t('studio.takeOut', { name: name ?? id });
  return (
    <li>
      <span>
        {name ?? id} {name !== null && name !== id && <span class="small muted">{id}</span>}
      </span>
      {at === 'links' && name !== null && (
        <button
          type="button"
          title={t('city.edit.wholeHint', { name })}
          onClick={() => put(form, toWhole(row, id, name))}
        >
          {t('city.edit.whole')}
        </button>
      )}
      <button
        type="button"
        aria-label={word}
        title={word}
        onClick={() => put(form, toggleTarget(row, at, id))}
      >
        ✕
      </button>
    </li>
  );
}

const KEYS: readonly TargetKey[] = ['highways', 'sections', 'links'];

/** Roads that the row names, each with a way to take it out or to take in all of its name. */
function Targets(form: FormProps) {
  const { row } = form;
  const left = row.kind === 'set-dates' ? listSections(row, roadsToCome.value).others : null;
  const named = KEYS.flatMap((at) => {
    const ids = left !== null && at === 'sections' ? left : ((row as RoadTargets)[at] ?? []);
    return ids.map((id) => ({ at, id, name: at === 'highways' ? id : findRoadName(id) }));
  });
  if (named.length === 0) return null;
  return (
    <ul class="studio-targets">
      {named.map(({ at, id, name }) => (
        <Target key={`${at} ${id}`} {...{ at, id, name, form }} />
      ))}
    </ul>
  );
}

function Numbers(form: FormProps) {
  const { row, at } = form;
  if (row.kind === 'change' && row.postedKmh !== undefined)
    return (
      <NumberField
        id={`city-kmh-${at}`}
        label={t('studio.kmh')}
        value={row.postedKmh}
        {...SIGN_KMH}
        step="any"
        onValue={(postedKmh) => put(form, { ...row, postedKmh }, `kmh ${at}`)}
      />
    );
  if (row.kind !== 'set-speed-factor') return null;
  return (
    <NumberField
      id={`city-factor-${at}`}
      label={t('studio.factor')}
      value={Math.round(row.factor * 100)}
      low={1}
      high={100}
      onValue={(percent) => put(form, { ...row, factor: percent / 100 }, `factor ${at}`)}
    />
  );
}

/** The row without a key. */
function without(row: Modification, key: string): Modification {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== key)) as unknown as Modification;
}

/** The area that a row is about, and the kinds of its roads. */
function InArea(form: FormProps) {
  const { row, at } = form;
  const { area, facilities = [] } = row as RoadTargets;
  if (area === undefined && facilities.length === 0) return null;
  const id = `city-${at}`;
  return (
    <>
      {area !== undefined && (
        <AreaFields
          {...{ id, area }}
          onArea={(changed, by) => put(form, { ...row, area: changed } as Modification, `${by} ${at}`)}
        />
      )}
      <KindFields
        {...{ id, facilities }}
        onFacilities={(kinds) =>
          put(
            form,
            kinds.length === 0 ? without(row, 'facilities') : ({ ...row, facilities: kinds } as Modification),
          )
        }
      />
    </>
  );
}

function NameField({ file, row, at }: FormProps) {
  const id = `city-label-${at}`;
  return (
    <div class="field">
      <label for={id}>{t('studio.rowName')}</label>
      <input
        id={id}
        type="text"
        maxLength={200}
        value={row.label ?? ''}
        placeholder={nameRow(row)}
        onChange={({ currentTarget }) =>
          editOpen({ file: renameRow(file, at, currentTarget.value), open: at })
        }
      />
    </div>
  );
}

export function RowForm(props: FormProps) {
  return (
    <div class="studio-form">
      {props.row.kind === 'build' && <RoadForm row={props.row} at={props.at} />}
      {props.row.kind === 'set-dates' && (
        <DatesForm row={props.row} at={props.at} onRow={(row, by) => put(props, row, by)} />
      )}
      {isPlaceRow(props.row) && (
        <PlaceForm row={props.row} at={props.at} onRow={(row, by) => put(props, row, by)} />
      )}
      <Numbers {...props} />
      <Targets {...props} />
      <InArea {...props} />
      <NameField {...props} />
    </div>
  );
}
