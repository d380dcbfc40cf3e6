/** Words of names that the data give in English and Chinese only. */
export const names = {} as const;
