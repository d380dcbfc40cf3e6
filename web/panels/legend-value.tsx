/** Legend of the Value view. */
import { context } from '../map/appearance.ts';
import { toSteps } from '../map/value-data.ts';
import { scene } from '../state/answers.ts';
import { amount, measureName } from '../words/amount.ts';
import { t } from '../words/index.ts';
import { Entry } from './legend-entry.tsx';
import { LineSwatch } from './legend-swatch.tsx';

export function ValueEntries() {
  const { bands, no, belt } = context.value.colours;
  const drawn = scene.value.value;
  if (drawn?.view !== 'value') return null;
  const { worth } = drawn;
  const { half, tenth } = toSteps(worth);
  const [most, more] = [half, tenth].map((one) => amount(worth.measure, one));
  return (
    <>
      <Entry label={t('worth.legend', { measure: measureName(worth.measure) })}>
        <LineSwatch color={bands[0] ?? ''} width={8} />
        <span>≥ {most}</span>
        <LineSwatch color={bands[1] ?? ''} width={5} />
        <span>≥ {more}</span>
        <LineSwatch color={bands[2] ?? ''} width={2.5} />
        <span>&lt; {more}</span>
      </Entry>
      {worth.criticality.links.some(({ cutOffPairs }) => cutOffPairs > 0) && (
        <Entry label={t('worth.legendCut')}>
          <LineSwatch color={no} width={4} dash="3 4" />
        </Entry>
      )}
      {worth.sections !== null && (
        <Entry label={t('worth.legendBelt')}>
          <LineSwatch color={belt} width={9} middle={bands[0] ?? ''} middleWidth={6} />
        </Entry>
      )}
    </>
  );
}
