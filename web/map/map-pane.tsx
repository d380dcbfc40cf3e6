/** The map, or a sentence where this browser cannot draw one. */
export function MapPane() {
  return <div class="map-pane" />;
}
