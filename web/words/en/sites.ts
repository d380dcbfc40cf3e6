/** Words of the user’s own sites. */
export const sites = {} as const;
