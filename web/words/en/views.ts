/** Words of the views of the map and their tables. */
export const views = {} as const;
