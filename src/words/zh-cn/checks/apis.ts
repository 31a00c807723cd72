/** Chinese: results of the readiness checks of the area “apis”. */
export const apis = {} as const;
