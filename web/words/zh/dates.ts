/** Words of the date slider. */
export const dates = {} as const;
