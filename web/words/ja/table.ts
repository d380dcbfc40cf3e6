/** Words of the supplier × assembler table. */
export const table = {} as const;
