/** The compiled kernels as a module: what they are, what they may be missing, and how their memory grows. */
import { describe, expect, it, vi } from 'vitest';
import { UNREACHED } from '../../src/routing/bucket-queue.ts';
import { Hierarchy } from '../../src/routing/hierarchy/hierarchy.ts';
import { buildTopology } from '../../src/routing/hierarchy/topology.ts';
import { Arena } from '../../src/routing/wasm/arena.ts';
import { compileKernels } from '../../src/routing/wasm/module.ts';
import { createWasmKernels } from '../../src/routing/wasm/wasm-kernels.ts';
import { rankByHilbert } from '../../src/routing/order/hilbert.ts';
import { makeCity } from '../scene/city.ts';
import { loadKernels, readKernels } from './wasm.ts';

describe('the compiled kernels', () => {
  it('are small', () => {
    expect(readKernels().length).toBeLessThan(12_000);
  });

  it('are done without where there is no WebAssembly, or none with vectors', () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect(compileKernels(readKernels())).toBeNull();
    vi.unstubAllGlobals();
    const cut = readKernels().slice(0, 400);
    expect(compileKernels(cut)).toBeNull();
    expect(compileKernels(readKernels())).not.toBeNull();
  });
});

describe('their memory', () => {
  it('keeps what is in it as it grows, and uses again what was given back', () => {
    const arena = new Arena(loadKernels().createMemory());
    const blocks = Array.from({ length: 40 }, (_, i) => {
      const block = arena.take(1000 * i);
      expect(block.array.every((value) => value === 0)).toBe(true);
      block.array.fill(i + 1);
      return block;
    });
    for (const [i, block] of blocks.entries()) {
      expect(block.array).toHaveLength(1000 * i);
      expect(block.array.every((value) => value === i + 1)).toBe(true);
      expect(block.address % 64).toBe(0);
    }
    const given = blocks[20];
    if (given === undefined) throw new Error('no block');
    arena.give(given);
    const smaller = arena.take(19_500);
    expect(smaller.address).toBe(given.address);
    expect(smaller.array.every((value) => value === 0)).toBe(true);
    expect(arena.take(19_500).address).not.toBe(given.address);
  });

  it('does not grow for targets that are chosen and given back again and again', () => {
    const { graph, x, y } = makeCity(4, 24);
    const hierarchy = new Hierarchy(
      buildTopology(graph, rankByHilbert(x, y)),
      graph.cost,
      createWasmKernels(loadKernels()),
    );
    const choose = (i: number): number => {
      const selected = hierarchy.select([i % graph.vertexCount, (7 * i) % graph.vertexCount]);
      const [sum] = selected.sums([3], 'to');
      selected.release();
      expect(sum).toBeLessThan(UNREACHED);
      return hierarchy.customized.weights.up.buffer.byteLength;
    };
    const before = Math.max(...Array.from({ length: 60 }, (_, i) => choose(i)));
    expect(Math.max(...Array.from({ length: 400 }, (_, i) => choose(i)))).toBe(before);
  });
});
