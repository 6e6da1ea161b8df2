import { type Language, type RegistryValue, registryKindName } from '@mailtls/core';
import { word } from './wording/word.ts';

/** A registry value with its kind as Windows' own tools print it; `null` is absent. */
export function registryValueText(value: RegistryValue | null, language: Language): string {
  if (value === null) return word('plan.absent', language);
  if (value.kind !== 'DWord') return `${registryKindName(value)} ${JSON.stringify(value.data)}`;
  return `${registryKindName(value)} ${value.data < 10 ? value.data : `0x${value.data.toString(16)}`}`;
}
