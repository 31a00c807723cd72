/** Chinese: results of the readiness checks of the area “nodes”. */
export const nodes = {} as const;
