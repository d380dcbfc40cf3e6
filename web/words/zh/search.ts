/** Words of the search box. */
export const search = {} as const;
