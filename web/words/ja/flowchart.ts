/** Words of the flowchart panel. */
export const flowchart = {} as const;
