/** Words beside the pointer: the place and its minutes to each group, without → with. */
import { answer, dataset, roles } from '../state/answers.ts';
import { minutes } from '../words/format.ts';
import { t, tn } from '../words/index.ts';
import { groupName, nameOf } from '../words/names.ts';
import { sites } from './fill.ts';
import { listGroupTimes } from './group-times.ts';
import { hover } from './map-state.ts';

export function Tooltip() {
  const at = hover.value;
  const [data, said, ids] = [dataset.value, answer.value.value, roles.value];
  const site = sites.value.find(({ id }) => id === at?.id);
  if (at === null || site === undefined || data === null || said === null || ids === null) return null;
  const { name, nameZh, suppliers } = site;
  const times = listGroupTimes(said, ids, suppliers[0] ?? site.id);
  return (
    <div class="map-tooltip" role="presentation" style={{ left: `${at.x}px`, top: `${at.y}px` }}>
      <strong>{nameOf({ name, nameZh })}</strong>
      {nameZh !== null && nameOf({ name, nameZh }) !== nameZh && <span lang="zh-Hans">{nameZh}</span>}
      {suppliers.length > 0 && <span>{tn('map.suppliersHere', suppliers.length)}</span>}
      {times.length > 0 && (
        <table>
          <tbody>
            {times.map(({ group, baseS, buildS }) => (
              <tr key={group}>
                <th scope="row">{groupName(data, group)}</th>
                <td class="number">
                  {minutes(baseS)} → {minutes(buildS)} {t('map.min')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
