/** Words of the map and its legend. */
export const map = {} as const;
