/**
 * Partial paths of a search over two sums, kept for good and queued by what they will at least come to:
 * first the bound on the minimised sum, then the bound on the other. A binary heap over growing arrays.
 */
export interface Label {
  readonly vertex: number;
  /** Last edge, and label of the path before it; −1 at the start. */
  readonly edge: number;
  readonly parent: number;
  /** Sums so far. */
  readonly minimised: number;
  readonly used: number;
  /** Sums so far and at least to come. */
  readonly bound: number;
  readonly total: number;
}

const FIRST_CAPACITY = 1024;

function grow<T extends Int32Array | Float64Array>(array: T, bigger: T): T {
  bigger.set(array);
  return bigger;
}

export class LabelQueue {
  /** Labels queued and not yet taken. */
  size = 0;
  #count = 0;
  #capacity = FIRST_CAPACITY;
  #heap = new Int32Array(FIRST_CAPACITY);
  /** vertex, edge, parent of a label side by side; then minimised, used, bound, total. */
  #whole = new Int32Array(3 * FIRST_CAPACITY);
  #sums = new Float64Array(4 * FIRST_CAPACITY);

  vertex(label: number): number {
    return this.#whole[3 * label] as number;
  }

  edge(label: number): number {
    return this.#whole[3 * label + 1] as number;
  }

  parent(label: number): number {
    return this.#whole[3 * label + 2] as number;
  }

  minimised(label: number): number {
    return this.#sums[4 * label] as number;
  }

  used(label: number): number {
    return this.#sums[4 * label + 1] as number;
  }

  /** Queues a label. */
  push({ vertex, edge, parent, minimised, used, bound, total }: Label): void {
    if (this.#count === this.#capacity) this.#double();
    const label = this.#count;
    this.#count += 1;
    this.#whole.set([vertex, edge, parent], 3 * label);
    this.#sums.set([minimised, used, bound, total], 4 * label);
    this.#rise(label);
  }

  /** Takes out the label with the least bound; the queue must not be empty. */
  pop(): number {
    const top = this.#heap[0] as number;
    this.size -= 1;
    if (this.size > 0) this.#sink(this.#heap[this.size] as number);
    return top;
  }

  #double(): void {
    this.#capacity *= 2;
    this.#heap = grow(this.#heap, new Int32Array(this.#capacity));
    this.#whole = grow(this.#whole, new Int32Array(3 * this.#capacity));
    this.#sums = grow(this.#sums, new Float64Array(4 * this.#capacity));
  }

  #rise(label: number): void {
    let at = this.size;
    this.size += 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = this.#heap[up] as number;
      if (!this.#isBefore(label, parent)) break;
      this.#heap[at] = parent;
      at = up;
    }
    this.#heap[at] = label;
  }

  #sink(label: number): void {
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= this.size) break;
      if (
        down + 1 < this.size &&
        this.#isBefore(this.#heap[down + 1] as number, this.#heap[down] as number)
      ) {
        down += 1;
      }
      if (!this.#isBefore(this.#heap[down] as number, label)) break;
      this.#heap[at] = this.#heap[down] as number;
      at = down;
    }
    this.#heap[at] = label;
  }

  /** Equal bounds: the label made first, so that the order is the same every time. */
  #isBefore(a: number, b: number): boolean {
    const bound = (this.#sums[4 * a + 2] as number) - (this.#sums[4 * b + 2] as number);
    if (bound !== 0) return bound < 0;
    const total = (this.#sums[4 * a + 3] as number) - (this.#sums[4 * b + 3] as number);
    return total === 0 ? a < b : total < 0;
  }
}
