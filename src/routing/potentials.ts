/**
 * Potentials that prove a least sum without a search: 0 at the root, and no edge leads to a vertex by less than the
 * difference of the two. Sums are such potentials, and so are sums held at one above a cap: only the vertices within the
 * cap need to be listed.
 */

export interface Potentials {
  /** Vertices whose sum is at most the cap, by number. */
  readonly vertex: Uint32Array;
  readonly potential: Int32Array;
}

/**
 * The vertices within a cap. `rank` says where the sum of a vertex stands, where that is not its own number.
 *
 * @example
 * const { vertex, potential } = listPotentials(Int32Array.of(0, 9, 5), 5);
 * [...vertex]; // → [0, 2]
 * [...potential]; // → [0, 5]
 */
export function listPotentials(sums: Int32Array, cap: number, rank: Uint32Array | null = null): Potentials {
  const at = (vertex: number): number => sums[rank === null ? vertex : (rank[vertex] as number)] as number;
  const vertex = Uint32Array.from(sums.keys()).filter((v) => at(v) <= cap);
  return { vertex, potential: Int32Array.from(vertex, at) };
}
