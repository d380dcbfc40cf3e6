/** The views of the map, one click each. */
export function ViewTabs() {
  return <div class="views" />;
}
