/** The user's own sites as the page holds them: the file as text, and how many sites were read from it. */
import { signal } from '@preact/signals';
import type { OwnSites } from '../engine/protocol.ts';

export interface HeldSites extends OwnSites {
  readonly sites: number;
  /** Ids of the suppliers and zones that come from the file. */
  readonly ids: ReadonlySet<string>;
}

/** Null as long as there are none. */
export const ownSites = signal<HeldSites | null>(null);

/** Whether an id is that of one of the user's own sites. */
export function isOwnSite(id: string): boolean {
  return ownSites.value?.ids.has(id) ?? false;
}

/** The dialog for own sites: whether it is open, and a file that was dropped on the page. */
export const sitesDialog = signal<{ readonly open: boolean; readonly file: File | null }>({
  open: false,
  file: null,
});
