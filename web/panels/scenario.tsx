/** What is asked: scenarios, vehicle, traffic, cutoff, plants, suppliers. */
export function ScenarioPanel() {
  return <div class="scenario" />;
}
