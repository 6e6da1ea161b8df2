import type { typescript as english } from '../en/typescript.ts';

export const typescript: Readonly<Record<keyof typeof english, string>> = {
  'typescript.of-module':
    'Comenzile modulului PowerShell {module} {version}, ca funcții cu tipuri pentru TypeScript și JavaScript.',
  'typescript.of-commands': 'Comenzi PowerShell ca funcții cu tipuri pentru TypeScript și JavaScript.',
  'typescript.readme': `# {name}

{description}

\`\`\`sh
npm install {code} @mailtls/pwsh-bridge
\`\`\`

\`\`\`ts
import { openSession } from '@mailtls/pwsh-bridge';
import { {example} } from '{code}';

const session = await openSession();
const { output } = await {example}(session{given});
await session.close();
\`\`\`

- **Numele unei comenzi** este și al funcției: \`Get-ChildItem\` este \`getChildItem\`. Parametrii își păstrează numele.
- **Parametrii care nu merg împreună nu se compilează:** se pot da cei dintr-un singur set de parametri, nu din două.
- **Comutatoarele** sunt booleene, iar unde o valoare ține locul unei liste cu un element, poate fi dată singură.
- **Blocurile de script și secretele** sunt \`new ScriptBlock('…')\`, \`new SecureText('…')\` și \`new Credential('…', '…')\`; obiectele
  pentru pipeline sunt \`new Piped([…])\`. Toate patru vin din \`@mailtls/pwsh-bridge\`. Un text nu devine niciodată cod.
- **Ce se întoarce** are tipul pe care comanda declară că îl scrie, ceea ce PowerShell nu verifică: unde este greșit, numiți altul,
  ca în \`{example}<PlainValue>(…)\`. Comanda care nu declară nimic dă un \`PlainValue\`.
- **Un modul** este încărcat chiar de PowerShell dacă este instalat pentru toți; altfel importați-l întâi, prin
  \`session.invoke('Import-Module …')\`.

## Comenzi

| funcție | comandă | |
|---|---|---|
{commands}

Generat de mailtls din ce spune PowerShell despre aceste comenzi; descrierile sunt ale autorilor lor. Totul, în afară de
\`package.json\` și de fișierele \`tsconfig\`, se scrie din nou cu

\`\`\`sh
mailtls generate typescript {selection} --out .
\`\`\`

iar \`--check\` spune dacă s-ar schimba ceva.
`,
};
