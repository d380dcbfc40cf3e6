/** Text of scenarios: a file, which is what a command writes and takes, and a typed point. */
import { toJsonText, type LonLat, type ScenarioFile } from '../../src/index.ts';

export function toFileText(file: ScenarioFile): string {
  return toJsonText(file);
}

/** `113.25, 23.1` as a point; null where it is none. */
export function parsePoint(text: string): LonLat | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const [lon = NaN, lat = NaN] = parts.map(Number);
  return parts.length === 2 && Number.isFinite(lon) && Number.isFinite(lat) ? [lon, lat] : null;
}
