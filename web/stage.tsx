/** The middle of the page: the views of the map, the map, its table twin and the dates below. */
import { MapPane } from './map/map-pane.tsx';
import { DatesPanel } from './panels/dates.tsx';
import { ViewTable } from './panels/view-table.tsx';
import { ViewTabs } from './panels/views.tsx';

export function Stage() {
  return (
    <>
      <ViewTabs />
      <MapPane />
      <ViewTable />
      <DatesPanel />
    </>
  );
}
