/** Under the map: its legend, and the table twin of the view: the same numbers, sorted and chosen with the keyboard alone. */
import { scene } from '../state/answers.ts';
import { look } from '../state/look.ts';
import { later } from '../later.tsx';
import { t } from '../words/index.ts';
import { Legend } from './legend.tsx';
import { DifferenceTable } from './view-difference.tsx';
import { FastestTable } from './view-fastest.tsx';
import { LocateTable } from './view-locate.tsx';
import { ReachTable } from './view-reach.tsx';
import { TimesTable } from './view-times.tsx';

interface TableProps {
  readonly caption: string;
}

const ConfidenceLine = later(async () => (await import('./confidence-line.tsx')).ConfidenceLine);
const ConfidenceTable = later<TableProps>(
  async () => (await import('./view-confidence.tsx')).ConfidenceTable,
);

const ValueTable = later<TableProps>(async () => (await import('./view-value.tsx')).ValueTable);

const TABLES = {
  times: TimesTable,
  reach: ReachTable,
  difference: DifferenceTable,
  fastest: FastestTable,
  locate: LocateTable,
  value: ValueTable,
  confidence: ConfidenceTable,
} as const;

export function ViewTable() {
  const { view } = look.value;
  const Table = TABLES[view];
  const caption = t('views.table', { view: t(`views.${view}`) });
  return (
    <>
      <Legend />
      {view === 'confidence' && <ConfidenceLine />}
      <details class="view-table" aria-busy={scene.value.state === 'waiting'}>
        <summary>{caption}</summary>
        <Table caption={caption} />
      </details>
    </>
  );
}
