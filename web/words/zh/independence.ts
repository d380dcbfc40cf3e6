/** Words of independence. */
export const independence = {} as const;
