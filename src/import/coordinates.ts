/** Coordinates of Chinese maps: turning them into WGS84, and telling when a file may need it. */
import gcoord from 'gcoord';
import { E7 } from '../units.ts';

/** What is used of the package: its own types describe a module that Node and a bundler find in different places. */
interface Shifts {
  readonly transform: (point: [number, number], from: string, to: string) => [number, number];
  readonly GCJ02: string;
  readonly WGS84: string;
}
const { transform, GCJ02, WGS84 } = gcoord as unknown as Shifts;

/**
 * Moves points from GCJ-02 to WGS84 in place. Points outside China are not shifted there, and stay.
 *
 * @example
 * const [lons, lats] = [Int32Array.of(1_133_000_000), Int32Array.of(231_000_000)];
 * moveFromGcj02(lons, lats);
 * [lons[0] !== 1_133_000_000, lats[0] !== 231_000_000]; // → [true, true]
 */
export function moveFromGcj02(lonE7: Int32Array, latE7: Int32Array): void {
  for (const [i, lon] of lonE7.entries()) {
    const lat = latE7[i] as number;
    if (Math.abs(lat) > 90 * E7) continue;
    const [movedLon, movedLat] = transform([lon / E7, lat / E7], GCJ02, WGS84);
    lonE7[i] = Math.round(movedLon * E7);
    latE7[i] = Math.round(movedLat * E7);
  }
}

/** Words that Chinese map services, and the systems they use, are named by. */
const SHIFTED = /gcj-?02|bd-?09|amap|autonavi|gaode|高德|baidu|百度|tencent|腾讯|mapbar|图吧/i;

/** A name of a source whose coordinates are shifted. */
export function isShiftedSource(text: string | undefined): boolean {
  return text !== undefined && SHIFTED.test(text);
}
