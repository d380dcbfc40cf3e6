/** Words of the explanation of a trip. */
export const route = {} as const;
