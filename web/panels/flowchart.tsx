/** The policy flowcharts as drawings. */
export function FlowchartPanel() {
  return <div class="flowchart" />;
}
