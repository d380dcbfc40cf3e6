/** What the user must see, on top of everything, until it is dismissed. */
import { dismiss, notices } from '../state/notices.ts';
import { t } from '../words/index.ts';

export function Notices() {
  return (
    <div class="notices" role="status" aria-live="polite">
      {notices.value.map(({ id, tone, lines }) => (
        <div key={id} class={`notice ${tone}`}>
          <div>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          <button type="button" onClick={() => dismiss(id)}>
            {t('app.dismiss')}
          </button>
        </div>
      ))}
    </div>
  );
}
