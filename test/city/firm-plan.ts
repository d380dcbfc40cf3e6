/** A scenario of the made-up town with suppliers and plants, and a road more. */
import { DIAGONAL, toPlan } from './town.ts';

const supplier = (id: string, title: string, at: readonly [number, number]) => ({
  ...{ kind: 'add-supplier', id, title, keiretsu: null, tier: 1, at },
});
const plant = (id: string, title: string, at: readonly [number, number]) => ({
  ...{ kind: 'add-plant', id, title, group: 'alder', at },
});

/** Two of them are called alike. */
export const FIRM_PLAN = toPlan('firms', [
  DIAGONAL,
  supplier('north', 'Works', [113.3021, 23.1002]),
  supplier('south', 'Works', [113.3005, 23.0893]),
  supplier('yard', 'Yard "of" <all>', [113.3002, 23.0949]),
  plant('east', 'Alder, east', [113.3105, 23.0927]),
  plant('centre', 'Alder centre', [113.3062, 23.0965]),
]);
