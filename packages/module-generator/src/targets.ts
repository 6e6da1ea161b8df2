/** What the catalogue can be generated as. */
export const targets: readonly string[] = [];
export type Target = string;
