/** `schannel-tls12-client` as `schannelTls12Client`. */
export function camelCase(/** @type {string} */ id) {
  return id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

/** A text as TypeScript has it between quotes. */
export function literal(/** @type {string} */ text) {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
