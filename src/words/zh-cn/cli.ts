/** zh-cn: messages of the cli. */
export const cli = {} as const;
