/** Whether there is a desktop with someone before it, and opening the page there. */

/** What is known of where the program runs. */
export interface Surroundings {
  readonly platform: string;
  readonly isTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A terminal on a screen of this machine: not a pipe, not a test machine, not a login from afar. */
export function isDesktop({ platform, isTerminal, env }: Surroundings): boolean {
  const has = (name: string): boolean => (env[name] ?? '') !== '';
  if (!isTerminal || has('CI') || has('SSH_CONNECTION')) return false;
  return platform === 'darwin' || platform === 'win32' || has('DISPLAY') || has('WAYLAND_DISPLAY');
}

/** Opens an address in the default browser; where that fails the address has been printed all the same. */
export async function openInBrowser(address: string): Promise<void> {
  try {
    const { default: open } = await import('open');
    const opener = await open(address);
    opener.on('error', () => undefined).unref();
  } catch {
    // No browser: nothing to add to the address on screen.
  }
}
