/** Colours of the areas as they lie on the land, for whoever explains the map. */
export { toBandColours, toOverlapColours } from '../layers/areas.ts';
