/** Threads that do not do what they are asked: one ends, one never answers. */
const FOREVER = new Int32Array(new SharedArrayBuffer(4));

export function doTask({ destination }) {
  if (destination === 0) process.exit(7);
  Atomics.wait(FOREVER, 0, 0);
}
