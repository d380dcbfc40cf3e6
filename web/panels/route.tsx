/** Why a trip takes what it takes, in both scenarios. */
export function RoutePanel() {
  return <div class="route" />;
}
