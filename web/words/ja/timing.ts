/** Words of documented customers and timing. */
export const timing = {} as const;
