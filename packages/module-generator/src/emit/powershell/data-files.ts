import type { Model } from '../../model/model.ts';
import { powershellModule as en } from '../../wording/en/powershell-module.ts';
import { powershellModule as ro } from '../../wording/ro/powershell-module.ts';

/** What the data files of the module hold, by their paths. */
export function dataFiles({ catalogueVersion, catalogue }: Model): Readonly<Record<string, unknown>> {
  const { profiles, rules, editable, signatures, eventSentences, windows, words } = catalogue;
  return {
    'Data/Rules.psd1': { catalogueVersion, profiles, rules, editable },
    'Data/Signatures.psd1': { signatures, eventSentences },
    'Data/Windows.psd1': windows,
    'en-US/MailTls.Strings.psd1': { ...words.en, ...en },
    'ro-RO/MailTls.Strings.psd1': { ...words.ro, ...ro },
  };
}
