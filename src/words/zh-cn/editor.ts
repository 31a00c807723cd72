/** zh-cn: messages of the editor. */
export const editor = {} as const;
