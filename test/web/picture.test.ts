import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { compare } from './harness/picture.ts';

/** A white picture with a black square of some pixels in its corner. */
function draw(size: number, black: number): Buffer {
  const picture = new PNG({ width: size, height: size });
  picture.data.fill(255);
  for (let y = 0; y < black; y += 1) {
    for (let x = 0; x < black; x += 1) picture.data.fill(0, 4 * (y * size + x), 4 * (y * size + x) + 3);
  }
  return PNG.sync.write(picture);
}

describe('comparing pictures', () => {
  it('finds none where there is no difference', () => {
    expect(compare(draw(20, 5), draw(20, 5)).share).toBe(0);
  });

  it('gives the share of pixels that differ, and shows where', () => {
    const { share, difference } = compare(draw(20, 0), draw(20, 10));
    expect(share).toBeCloseTo(0.25, 1);
    expect(PNG.sync.read(difference ?? Buffer.alloc(0)).width).toBe(20);
  });

  it('takes another size as another picture', () => {
    expect(compare(draw(20, 5), draw(21, 5))).toEqual({ share: 1, difference: null });
  });
});
