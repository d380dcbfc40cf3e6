/** Who may use a link of a table: words of `allowed_uses`, which the specification leaves to each writer. */

const MOTOR_VEHICLES: ReadonlySet<string> = new Set([
  ...['all', 'any', 'auto', 'automobile', 'car', 'drive', 'driving', 'motor_vehicle', 'vehicle'],
  ...['sov', 'hov', 'hov2', 'hov3'],
]);
const TRUCKS: ReadonlySet<string> = new Set(['truck', 'trucks', 'hgv', 'freight']);
const OTHERS: ReadonlySet<string> = new Set([
  ...['walk', 'walking', 'pedestrian', 'ped', 'foot', 'bike', 'bicycle', 'cycle', 'cycling', 'micromobility'],
  ...['transit', 'bus', 'tram', 'rail', 'railway', 'subway', 'aeroway', 'ferry_passenger'],
]);

/** Tags of access that a list of uses makes; an empty one, and one with a word of its writer's own, opens the link. */
export function readUses(text: string): readonly (readonly [key: string, value: string])[] {
  const words = text
    .toLowerCase()
    .split(/[\s;,|+]+/)
    .filter((word) => word !== '');
  if (words.some((word) => MOTOR_VEHICLES.has(word))) return [['motor_vehicle', 'yes']];
  const isForTrucks = words.some((word) => TRUCKS.has(word));
  if (words.length === 0 || words.some((word) => !TRUCKS.has(word) && !OTHERS.has(word)))
    return [['motor_vehicle', 'yes']];
  return isForTrucks
    ? [
        ['motor_vehicle', 'no'],
        ['hgv', 'yes'],
      ]
    : [['motor_vehicle', 'no']];
}
