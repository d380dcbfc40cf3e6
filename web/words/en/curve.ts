/** Words of the curve over the cutoff. */
export const curve = {} as const;
