/** What a view draws: asked of the same engine as the numbers. */
import type { Dataset } from '../../src/index.ts';
import type { Scene, SceneInput } from './protocol.ts';

/** The scene of a view. */
export function drawScene(_dataset: Dataset, { view }: SceneInput): Scene {
  if (view === 'times') return { view, trips: null };
  return { view: 'difference' };
}
