/** English: results of the readiness checks of the area “workloads”. */
export const workloads = {} as const;
