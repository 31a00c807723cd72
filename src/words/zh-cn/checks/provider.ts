/** Chinese: results of the readiness checks of the area “provider”. */
export const provider = {} as const;
