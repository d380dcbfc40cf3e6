/** Words of the scenario panel. */
export const scenario = {} as const;
