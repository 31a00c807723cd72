/** zh-cn: messages of the conversions. */
export const conversions = {} as const;
