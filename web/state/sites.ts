/** The user's own sites as the page holds them: the file as text, and how many sites were read from it. */
import { signal } from '@preact/signals';
import type { OwnSites } from '../engine/protocol.ts';

export interface HeldSites extends OwnSites {
  readonly sites: number;
}

/** Null as long as there are none. */
export const ownSites = signal<HeldSites | null>(null);
