import type { RegistryValue } from '@mailtls/core';

/** A value as the contract has it: a DWord is a number, a QWord and Binary are text. */
export function dataOf(value: RegistryValue | string | null): string | number | readonly string[] | null {
  return value === null || typeof value === 'string' ? value : value.data;
}
