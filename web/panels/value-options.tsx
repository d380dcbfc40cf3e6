/** What the Value view counts. */
import { look, MEASURES, show } from '../state/look.ts';
import { measureName } from '../words/amount.ts';
import { t } from '../words/index.ts';

export function ValueOptions() {
  const { measure } = look.value;
  return (
    <label class="view-options">
      <span>{t('worth.measure')}</span>
      <select
        value={measure}
        onChange={({ currentTarget }) =>
          show({ measure: MEASURES.find((one) => one === currentTarget.value) ?? measure })
        }
      >
        {MEASURES.map((one) => (
          <option key={one} value={one}>
            {measureName(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
