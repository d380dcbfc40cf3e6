/** Table of the Difference view: minutes without and with at every place, and whether the verdict flips. */
import { listChanges, type SiteChange } from '../map/changes.ts';
import { sites } from '../map/fill.ts';
import type { Site } from '../map/sites-data.ts';
import { roles, shownAnswer } from '../state/answers.ts';
import { look, show } from '../state/look.ts';
import { t } from '../words/index.ts';
import { nameOf } from '../words/names.ts';
import { SortedTable } from './sorted-table.tsx';
import { changeColumn, minutesColumn, numberColumn, textColumn } from './view-columns.ts';

interface ChangeRow {
  readonly site: Site;
  readonly change: SiteChange;
}

function toFlip({ flips, changeS }: SiteChange): string {
  if (!flips) return t('views.stays');
  return changeS === null || changeS < 0 ? t('views.flipsYes') : t('views.flipsNo');
}

export function DifferenceTable({ caption }: { readonly caption: string }) {
  const [said, ids] = [shownAnswer.value, roles.value];
  if (said === null || ids === null) return null;
  const changes = new Map(listChanges(said, ids, look.value.changeOf).map((one) => [one.origin, one]));
  const rows = sites.value.flatMap((site): ChangeRow[] => {
    const change = changes.get(site.suppliers[0] ?? site.id);
    return change === undefined || site.kind === 'plant' ? [] : [{ site, change }];
  });
  return (
    <SortedTable
      caption={caption}
      columns={[
        textColumn<ChangeRow>('place', t('views.place'), ({ site }) => nameOf(site)),
        numberColumn<ChangeRow>('suppliers', t('views.suppliers'), ({ site }) => site.suppliers.length),
        minutesColumn<ChangeRow>('base', t('views.baseMin'), ({ change }) => change.baseS),
        minutesColumn<ChangeRow>('build', t('views.buildMin'), ({ change }) => change.buildS),
        changeColumn<ChangeRow>('change', t('views.changeMin'), ({ change }) => change.changeS),
        textColumn<ChangeRow>('flips', t('views.flips'), ({ change }) => toFlip(change)),
      ]}
      rows={rows}
      keyOf={({ site }) => site.id}
      isChosen={({ site }) => site.id === look.value.place}
      onChoose={({ site }) => show({ place: site.id })}
    />
  );
}
