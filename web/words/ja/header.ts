/** Words of the bar on top. */
export const header = {} as const;
