/** Below the counts: the share of independent suppliers is short of its level, and what would fix that. */
import { percent } from '../words/format.ts';
import { t } from '../words/index.ts';
import { FixPanel } from './fix.tsx';

interface Props {
  /** Critical level of the share. */
  readonly level: number;
  /** Share that reaches a maker outside its keiretsu. */
  readonly share: number;
}

export function FixShare({ level, share }: Props) {
  const name = t('fix.share', { share: percent(share), level: percent(level) });
  return (
    <div class="fix-share">
      <p class="small muted">{name}</p>
      <FixPanel goals={[{ target: { kind: 'share', measure: 'iOut', level }, name }]} />
    </div>
  );
}
