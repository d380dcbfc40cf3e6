/** The table twin of the view on the map. */
export function ViewTable() {
  return <div class="view-table" />;
}
