/** Chinese: results of the readiness checks of the area “fields”. */
export const fields = {} as const;
