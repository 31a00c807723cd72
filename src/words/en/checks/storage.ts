/** English: results of the readiness checks of the area “storage”. */
export const storage = {} as const;
