/** English: results of the readiness checks of the area “admission”. */
export const admission = {} as const;
