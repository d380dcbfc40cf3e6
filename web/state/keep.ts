/**
 * What this browser keeps between visits: language, theme, the user's own sites, the scenario
 * over a city. Storage may be blocked or full;
 * then nothing is kept and the caller says so. Nothing kept here leaves the browser.
 */

/** What may be kept; the name stands in the browser's storage. */
export type KeptName = 'beltway:language' | 'beltway:theme' | 'beltway:sites' | 'beltway:city-scenario';
export type KeepResult = 'kept' | 'blocked' | 'full';

/** The kept text; null where there is none or storage is blocked. */
export function readKept(name: KeptName): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a text. A full storage is told apart from a blocked one, because the user can do something about it. */
export function keep(name: KeptName, text: string): KeepResult {
  try {
    localStorage.setItem(name, text);
    return 'kept';
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked';
  }
}

/** Keeps no longer. */
export function forget(name: KeptName): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Blocked storage holds nothing to forget.
  }
}
