import type { generate as english } from '../en/generate.ts';

/** Ce se spune despre generare, în română. */
export const generate: Readonly<Record<keyof typeof english, string>> = {
  'command.generate':
    'scrie regulile ca modul PowerShell sau pentru alte instrumente, ori comenzi PowerShell ca TypeScript',
  'argument.target': 'ca ce; typescript face din comenzi PowerShell un pachet de funcții cu tipuri',
  'option.out-folder': 'folderul în care se scrie, care aparține unei singure ținte',
  'option.check': 'nu scrie nimic și se încheie cu 1 dacă ce există nu este ce s-ar scrie',
  'option.force-generate': 'suprascrie și fișierele făcute sau modificate de altcineva',
  'option.profile-of-target': 'câte dintre reguli (implicit: mailflow)',
  'option.module': 'typescript: toate comenzile acestui modul PowerShell sau ale celui cu acest manifest',
  'option.command': 'typescript: aceste comenzi PowerShell, separate prin virgule',
  'option.package': 'typescript: numele pachetului (implicit: cel al folderului)',
  'error.no-folder': 'se scriu mai multe fișiere: spuneți unde, de exemplu --out {target}',
  'error.option-of-typescript': '--{option} este pentru generate typescript',
  'error.option-of-catalogue': '--profile este pentru țintele făcute din reguli, iar typescript nu este una dintre ele',
  'error.no-commands-named': 'spuneți ale căror comenzi: fie --module NUME, fie --command NUME,NUME',
  'error.no-commands': 'în ce s-a cerut nu este niciun cmdlet și nicio funcție',
  'error.package-name': 'npm nu cunoaște un pachet cu un asemenea nume: „{name}”. Dați altul cu --package',
  'error.generate-target':
    'nu s-a scris nimic: {folder} conține ce s-a generat ca {target}. Numiți alt folder sau dați --force',
  'error.generate-files':
    'nu s-a scris nimic, fiindcă {folder} conține fișiere pe care mailtls nu le-a scris sau care au fost modificate între timp: {files}. Mutați-le sau dați --force, care nu urmează niciodată o legătură',
  'generated.other-target': '{folder} conține ce s-a generat ca {target}',
  'generated.written': 'scris',
  'generated.removed': 'șters',
  'generated.missing': 'lipsește',
  'generated.stale': 'învechit',
  'generated.foreign': 'modificat de altcineva',
  'generated.left-over': 'nu se mai generează',
  'generated.blocked': 'nu este fișier sau se află după o legătură',
  'generated.current':
    '{count} din {total:# fișier|# fișiere|# de fișiere} din {folder} {count:era|erau|erau} deja la zi',
};
