/** Words of the paper’s claims. */
export const claims = {} as const;
