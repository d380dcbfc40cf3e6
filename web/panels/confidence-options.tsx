/** Whose reach the marks of the Confidence view are of. */
import { dataset } from '../state/answers.ts';
import { confidenceOf } from '../state/doubts.ts';
import { show } from '../state/look.ts';
import { t } from '../words/index.ts';
import { groupName } from '../words/names.ts';

export function ConfidenceOptions() {
  const data = dataset.value;
  if (data === null) return null;
  return (
    <label class="view-options">
      <span>{t('confidence.of')}</span>
      <select
        value={confidenceOf.value}
        onChange={({ currentTarget }) => show({ maker: currentTarget.value })}
      >
        {data.header.groups.map(({ id }) => (
          <option key={id} value={id}>
            {groupName(data, id)}
          </option>
        ))}
        <option value="all">{t('confidence.all')}</option>
      </select>
    </label>
  );
}
