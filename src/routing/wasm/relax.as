import { at, put } from './memory';
import { downArc, downFirst, downTail, upFirst, upHead } from './topology';

/**
 * Lowers every arc up from a vertex to the least path over lower ranks. Stores without branches: half of them would be
 * guessed wrong. `arcTo` is room for an address by vertex.
 */
@inline export function relaxBelow(up: usize, down: usize, arcTo: usize, u: i32): void {
  const back = down - up;
  const ownEnd = at(upFirst, u + 1);
  for (let arc = at(upFirst, u); arc < ownEnd; arc += 1) put(arcTo, at(upHead, arc), arc << 2);
  const below = at(downFirst, u + 1);
  for (let i = at(downFirst, u); i < below; i += 1) {
    const toU = at(downArc, i);
    const climb = at(up, toU);
    const descend = at(down, toU);
    const end = upHead + ((<usize>at(upFirst, at(downTail, i) + 1)) << 2);
    let head = upHead + ((<usize>toU + 1) << 2);
    let other = up + ((<usize>toU + 1) << 2);
    for (; head < end; head += 4, other += 4) {
      const to = up + <usize>at(arcTo, load<i32>(head));
      const there = descend + load<i32>(other);
      const known = load<i32>(to);
      store<i32>(to, select<i32>(there, known, there < known));
      const here = load<i32>(other + back) + climb;
      const knownBack = load<i32>(to + back);
      store<i32>(to + back, select<i32>(here, knownBack, here < knownBack));
    }
  }
}
