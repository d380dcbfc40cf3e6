/** Plain 32-bit integers in linear memory, by address and index. Vectors hold four of them. */

@inline export function at(p: usize, i: i32): i32 {
  return load<i32>(p + ((<usize>i) << 2));
}

@inline export function put(p: usize, i: i32, value: i32): void {
  store<i32>(p + ((<usize>i) << 2), value);
}

@inline export const UNREACHED: i32 = 0x3fffffff;

/** Writes `UNREACHED` to so many integers, sixteen at a time. */
export function clear(p: usize, count: i32): void {
  const none = i32x4.splat(UNREACHED);
  let to = p;
  const end = p + ((<usize>count) << 2);
  for (; to + 64 <= end; to += 64) {
    v128.store(to, none, 0);
    v128.store(to, none, 16);
    v128.store(to, none, 32);
    v128.store(to, none, 48);
  }
  for (; to < end; to += 4) store<i32>(to, UNREACHED);
}
