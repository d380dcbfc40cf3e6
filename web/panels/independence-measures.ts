/** The indices of independence in the order in which they are read. */
export const MEASURES = [
  'iOut',
  'iOutAll',
  'atLeastOne',
  'i2',
  'i3',
  'meanGroups',
  'soft',
  'robustMin',
] as const;
export type Measure = (typeof MEASURES)[number];
