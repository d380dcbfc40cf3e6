/**
 * A queue of vertices by two keys, smallest first, that can move a vertex forward when its key falls: a
 * binary heap with positions. The keys live in the caller's arrays and may change only for a vertex that is
 * then pushed (again).
 */
export type IsBefore = (a: number, b: number) => boolean;

export class VertexQueue {
  /** Vertices still to come. */
  size = 0;
  readonly #heap: Int32Array;
  /** Place in the heap, −1 = not in it. */
  readonly #place: Int32Array;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  readonly #onTie: IsBefore | null;

  /** `onTie` decides where both keys are equal; null leaves such vertices in any (but repeatable) order. */
  constructor(first: Float64Array, second: Float64Array, onTie: IsBefore | null) {
    this.#first = first;
    this.#second = second;
    this.#onTie = onTie;
    this.#heap = new Int32Array(first.length);
    this.#place = new Int32Array(first.length).fill(-1);
  }

  /** Puts a vertex in, or forward after its key fell. */
  push(vertex: number): void {
    let at = this.#place[vertex] as number;
    if (at < 0) {
      at = this.size;
      this.size += 1;
    }
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = this.#heap[up] as number;
      if (!this.#isBefore(vertex, parent)) break;
      this.#put(parent, at);
      at = up;
    }
    this.#put(vertex, at);
  }

  /** Takes the smallest out; the queue must not be empty. */
  pop(): number {
    const top = this.#heap[0] as number;
    this.#place[top] = -1;
    this.size -= 1;
    if (this.size > 0) this.#sink(this.#heap[this.size] as number);
    return top;
  }

  #sink(vertex: number): void {
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= this.size) break;
      const right = down + 1;
      if (right < this.size && this.#isBefore(this.#heap[right] as number, this.#heap[down] as number)) {
        down = right;
      }
      const child = this.#heap[down] as number;
      if (!this.#isBefore(child, vertex)) break;
      this.#put(child, at);
      at = down;
    }
    this.#put(vertex, at);
  }

  #put(vertex: number, at: number): void {
    this.#heap[at] = vertex;
    this.#place[vertex] = at;
  }

  #isBefore(a: number, b: number): boolean {
    const difference = (this.#first[a] as number) - (this.#first[b] as number);
    if (difference !== 0) return difference < 0;
    const second = (this.#second[a] as number) - (this.#second[b] as number);
    if (second !== 0) return second < 0;
    return this.#onTie !== null && this.#onTie(a, b);
  }
}
