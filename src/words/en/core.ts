/** en: messages of the core. */
export const core = {} as const;
