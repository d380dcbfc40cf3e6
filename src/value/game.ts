/**
 * Cooperative games: what each player of a joint result is worth. A game is a list of values by set of players; set s
 * holds player i where bit i of s is 1, so that value 0 is that of nobody and the last that of all.
 *
 * Shapley 1953 (A value for n-person games) and Harsanyi 1963 (the dividends of sets).
 */

/** More players would make more sets than anybody waits for. */
export const MOST_PLAYERS = 12;

/** Number of players of a game. Throws RangeError where the values are not one a set. */
function countPlayers(values: ArrayLike<number>): number {
  const players = Math.log2(values.length);
  if (Number.isInteger(players) && players <= MOST_PLAYERS) return players;
  throw new RangeError(`2^n values expected, n up to ${MOST_PLAYERS}; ${values.length} given`);
}

/**
 * Players of a set, in order.
 *
 * @example
 * listPlayers(0b101); // → [0, 2]
 */
export function listPlayers(set: number): readonly number[] {
  const players: number[] = [];
  for (let rest = set, player = 0; rest > 0; rest >>>= 1, player += 1)
    if ((rest & 1) === 1) players.push(player);
  return players;
}

/**
 * Harsanyi dividends by set: what a set makes beyond what all smaller sets within it make. Every value is the sum of
 * the dividends within it; whole values have whole dividends. The dividend of nobody is the value of nobody. Throws
 * RangeError where the values are not one a set.
 *
 * @example
 * [...toDividends([0, 1, 1, 1])]; // → [0, 1, 1, -1]
 */
export function toDividends(values: ArrayLike<number>): Float64Array {
  const players = countPlayers(values);
  const dividends = Float64Array.from(values);
  for (let bit = 1; bit < 1 << players; bit <<= 1) {
    for (let set = 0; set < dividends.length; set += 1) {
      if ((set & bit) === 0) continue;
      dividends[set] = (dividends[set] as number) - (dividends[set ^ bit] as number);
    }
  }
  return dividends;
}

/**
 * Shapley values by player: every dividend shared evenly among the players of its set, which is the mean of what the
 * player adds over all orders of coming in. They sum to the value of all less that of nobody. Throws RangeError where
 * the values are not one a set.
 *
 * @example
 * // The glove game: one has a left glove, one another left one, the third the right one; a pair is worth 1.
 * toShapleyValues([0, 0, 0, 0, 0, 1, 1, 1]).map((value) => (6 * value).toFixed(9)); // → ["1.000000000","1.000000000","4.000000000"]
 */
export function toShapleyValues(values: ArrayLike<number>): readonly number[] {
  const dividends = toDividends(values);
  const shares = Array.from({ length: countPlayers(values) }, () => 0);
  for (let set = 1; set < dividends.length; set += 1) {
    const members = listPlayers(set);
    for (const player of members) {
      shares[player] = (shares[player] ?? 0) + (dividends[set] as number) / members.length;
    }
  }
  return shares;
}
