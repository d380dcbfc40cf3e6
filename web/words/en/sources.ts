/** Words of estimates and sources. */
export const sources = {} as const;
