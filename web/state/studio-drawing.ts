/** What is being drawn on the map for a scenario, and with which tool. */
import { computed, signal } from '@preact/signals';

/** select: rows and roads are chosen; the others add or change what they are called by. */
export const TOOLS = ['select', 'road', 'close', 'change', 'slow', 'plant', 'supplier', 'move'] as const;
export type Tool = (typeof TOOLS)[number];

export const tool = signal<Tool>('select');

/** Points of a line or an area that is not finished yet. */
export const drawnPoints = signal<readonly (readonly [number, number])[]>([]);

export const isDrawing = computed(() => drawnPoints.value.length > 0);
