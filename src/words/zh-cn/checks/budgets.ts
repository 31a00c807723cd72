/** Chinese: results of the readiness checks of the area “budgets”. */
export const budgets = {} as const;
