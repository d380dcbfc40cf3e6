/** Tasks that the first answer does not wait for: fetched with the first of them. */
import { analyse, explainTrip } from '../../src/index.ts';
import { createTables } from './table.ts';

export { writeFile, writeTable } from './files.ts';
export { goOnFixing } from './fix.ts';
export { drawScene } from './scene.ts';
export const runFull = analyse;
export const runTrip = explainTrip;
export const runTable = createTables();
