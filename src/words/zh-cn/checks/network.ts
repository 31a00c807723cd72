/** Chinese: results of the readiness checks of the area “network”. */
export const network = {} as const;
