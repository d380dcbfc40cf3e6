/** Words of sharing, exporting and printing. */
export const share = {} as const;
