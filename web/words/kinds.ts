/** What the kinds of modification are called. */
import type { ModificationKind } from '../../src/index.ts';
import { t, type WordKey } from './index.ts';

const KINDS: Readonly<Record<ModificationKind, WordKey>> = {
  build: 'studio.kind.build',
  close: 'studio.kind.close',
  change: 'studio.kind.change',
  'set-speed-factor': 'studio.kind.slow',
  'set-dates': 'studio.kind.dates',
  'add-plant': 'studio.kind.plant',
  'move-plant': 'studio.kind.move',
  'add-supplier': 'studio.kind.supplier',
};

export function kindName(kind: ModificationKind): string {
  return t(KINDS[kind]);
}
