/** Words of the answer panel: sentence, side by side, attribution. */
export const answer = {} as const;
