import { psd1 } from '../../quote/psd1.ts';

/** The module's manifest. Its version is that of the catalogue. */
export function manifest(version: string): string {
  return `${psd1({
    RootModule: 'MailTls.psm1',
    ModuleVersion: version,
    GUID: '6f0d9e3c-6d43-4a2c-9c55-9a52ed9f6c35',
    Author: 'The mailtls contributors',
    Copyright: '(c) The mailtls contributors. MIT license.',
    Description:
      'Finds, checks and repairs what keeps mail between Exchange servers and Office 365 at TLS 1.0 or 1.1, with an exact way back.',
    PowerShellVersion: '3.0',
    FormatsToProcess: ['MailTls.format.ps1xml'],
    FunctionsToExport: ['Find-MailTlsError', 'Get-MailTlsRule', 'Repair-MailTls', 'Test-MailTls', 'Undo-MailTls'],
    CmdletsToExport: [],
    VariablesToExport: [],
    AliasesToExport: [],
    PrivateData: {
      PSData: {
        // The tags stand for CompatiblePSEditions, with which PowerShell 3.0 and 4.0 refuse a manifest.
        Tags: [
          'PSEdition_Desktop',
          'PSEdition_Core',
          'Exchange',
          'Office365',
          'TLS',
          'Schannel',
          'SMTP',
          'Registry',
          'Windows',
        ],
        LicenseUri: 'https://opensource.org/license/mit',
        ReleaseNotes: `The rules of the catalogue ${version} of mailtls. Get-MailTlsRule lists them.`,
      },
    },
  })}\n`;
}
