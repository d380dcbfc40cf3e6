/** The whole state in the address, so that a link opens the same picture with the same numbers. */

/** Reads the address and keeps it in step from then on. */
export function startAddress(): void {
  // Nothing is kept yet: the state begins with its defaults.
}
