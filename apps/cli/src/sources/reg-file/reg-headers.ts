/** First lines of the two forms of `.reg` files. In the older one text inside `hex(…)` is ANSI. */
export const regHeaders = { unicode: 'Windows Registry Editor Version 5.00', ansi: 'REGEDIT4' } as const;
