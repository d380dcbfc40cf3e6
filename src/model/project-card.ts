/**
 * A ProjectCard, the exchange format of network projects: the part of its vocabulary that scenarios share with it. Links
 * and nodes go by the numbers of `scenario/numbers.ts`; properties of ours that it has no name for stand beside its own.
 */
import type { LonLat } from './source.ts';

/** Begins the tag that says of which data a card's numbers are, with so many digits of their digest. */
export const CARD_DATA = 'data:';
export const CARD_DIGITS = 16;

/** Which links: by number, name or reference number. */
export interface CardLinks {
  readonly model_link_id?: readonly number[];
  readonly name?: readonly string[];
  readonly ref?: readonly string[];
}

export interface CardNode {
  readonly model_node_id: number;
  readonly X: number;
  readonly Y: number;
  readonly drive_node: boolean;
  readonly walk_node: boolean;
  readonly bike_node: boolean;
  readonly transit_node: boolean;
}

/** A directed link. */
export interface CardLink {
  readonly A: number;
  readonly B: number;
  readonly model_link_id: number;
  readonly name: string;
  /** OpenStreetMap word for the kind of road. */
  readonly roadway: string;
  /** Per direction. */
  readonly lanes: number;
  readonly drive_access: boolean;
  readonly walk_access: boolean;
  readonly bike_access: boolean;
  readonly bus_only: boolean;
  readonly rail_only: boolean;
  /** km/h of the sign: ours. */
  readonly postedKmh: number;
  /** Id of a tariff, or null: ours. */
  readonly tariff: string | null;
  /** Drawn line from A to B: ours. */
  readonly line: readonly LonLat[];
}

/** One change: exactly one of the keys. */
export interface CardChange {
  readonly roadway_deletion?: { readonly links: CardLinks };
  readonly roadway_addition?: { readonly nodes: readonly CardNode[]; readonly links: readonly CardLink[] };
  readonly roadway_property_change?: {
    readonly facility: { readonly links: CardLinks };
    readonly property_changes: Readonly<Record<string, { readonly set: number | string | null }>>;
  };
}

export interface ProjectCard {
  readonly project: string;
  readonly tags: readonly string[];
  readonly dependencies: {
    readonly prerequisites: readonly string[];
    readonly corequisites: readonly string[];
    readonly conflicts: readonly string[];
  };
  readonly notes: string;
  readonly changes: readonly CardChange[];
}
