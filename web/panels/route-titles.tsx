/** Titles of a table that has kilometres and minutes of base and of build side by side. */
import { t } from '../words/index.ts';

const SIDES = ['base', 'build'] as const;

export function SideTitles({ first }: { readonly first: string }) {
  return (
    <>
      <tr>
        <th scope="col" rowSpan={2}>
          {first}
        </th>
        {SIDES.map((side) => (
          <th key={side} scope="colgroup" colSpan={2} class="first group">
            {t(`route.${side}`)}
          </th>
        ))}
      </tr>
      <tr>
        {SIDES.flatMap((side) => [
          <th key={`${side}km`} scope="col" class="number first">
            {t('route.km')}
          </th>,
          <th key={`${side}min`} scope="col" class="number">
            {t('route.min')}
          </th>,
        ])}
      </tr>
    </>
  );
}
