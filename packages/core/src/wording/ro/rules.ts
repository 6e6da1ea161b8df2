import type { rules as english } from '../en/rules.ts';

export const rules: Readonly<Record<keyof typeof english, string>> = {
  'rule.schannel-tls12-client.title': 'TLS 1.2 este activat pentru conexiunile pe care le deschide acest server',
  'why.tls12-client':
    'Exchange Online refuză TLS 1.0 și 1.1 de la expeditori. Un server care îi trimite mesaje trebuie să ofere TLS 1.2 în calitate de client.',
  'rule.schannel-tls12-server.title': 'TLS 1.2 este activat pentru conexiunile pe care le acceptă acest server',
  'why.tls12-server':
    'Exchange Online nu folosește niciodată TLS 1.0 sau 1.1 pentru mesajele de ieșire. Un server care primește de la el trebuie să accepte TLS 1.2.',
  'rule.schannel-tls12-misplaced.title': 'Nicio valoare TLS 1.2 pe cheia de deasupra subcheilor Client și Server',
  'why.misplaced':
    'Unele scripturi pun valorile chiar pe cheia TLS 1.2. Nicio sursă nu spune că Windows le citește acolo, așa că un server poate părea reparat fără să fie.',
  'rule.restart-needed.title': 'Windows a fost repornit după ultima modificare',
  'why.restart': 'Modificările valorilor SCHANNEL intră în vigoare la repornirea serverului.',
  'rule.dotnet4-system-default-tls.title': '.NET 4 folosește protocoalele din Windows (64 de biți)',
  'rule.dotnet4-strong-crypto.title': '.NET 4 folosește criptografie puternică (64 de biți)',
  'rule.dotnet4-system-default-tls-wow64.title': '.NET 4 folosește protocoalele din Windows (32 de biți)',
  'rule.dotnet4-strong-crypto-wow64.title': '.NET 4 folosește criptografie puternică (32 de biți)',
  'rule.dotnet2-system-default-tls.title': '.NET 3.5 folosește protocoalele din Windows (64 de biți)',
  'rule.dotnet2-strong-crypto.title': '.NET 3.5 folosește criptografie puternică (64 de biți)',
  'rule.dotnet2-system-default-tls-wow64.title': '.NET 3.5 folosește protocoalele din Windows (32 de biți)',
  'rule.dotnet2-strong-crypto-wow64.title': '.NET 3.5 folosește criptografie puternică (32 de biți)',
  'rule.winhttp-tls12.title': 'WinHTTP oferă TLS 1.2 (64 de biți)',
  'rule.winhttp-tls12-wow64.title': 'WinHTTP oferă TLS 1.2 (32 de biți)',
  'rule.windows-build-tls12.title': 'Windows este destul de nou pentru TLS 1.2',
  'why.windows-build':
    'Windows Server 2008 are TLS 1.2 începând cu Service Pack 2, cu actualizări. Mențineți instalate cele mai recente actualizări Windows.',
  'rule.exchange-build-tls12.title': 'Exchange este destul de nou pentru TLS 1.2',
  'why.exchange-build':
    'Exchange folosește TLS 1.2 peste tot începând cu 2010 SP3 RU19, 2013 CU19, 2016 CU8 și 2019 RTM. Mențineți instalate cele mai recente actualizări Exchange.',
  'rule.exchange-build-without-tls10.title': 'Exchange este destul de nou pentru a se lipsi de TLS 1.0 și 1.1',
  'why.exchange-build-without-tls10':
    'Protocoalele vechi pot fi dezactivate începând cu Exchange 2010 SP3 RU20, 2013 CU20, 2016 CU9 și 2019 RTM.',
  'rule.schannel-tls13-client.title': 'TLS 1.3 este dezactivat ca client acolo unde Exchange nu îl poate folosi',
  'rule.schannel-tls13-server.title': 'TLS 1.3 este dezactivat ca server acolo unde Exchange nu îl poate folosi',
  'rule.schannel-tls11-client.title': 'TLS 1.1 este dezactivat ca client',
  'rule.schannel-tls11-server.title': 'TLS 1.1 este dezactivat ca server',
  'rule.schannel-tls10-client.title': 'TLS 1.0 este dezactivat ca client',
  'rule.schannel-tls10-server.title': 'TLS 1.0 este dezactivat ca server',
  'rule.schannel-ssl30-client.title': 'SSL 3.0 este dezactivat ca client',
  'rule.schannel-ssl30-server.title': 'SSL 3.0 este dezactivat ca server',
  'rule.schannel-ssl20-client.title': 'SSL 2.0 este dezactivat ca client',
  'rule.schannel-ssl20-server.title': 'SSL 2.0 este dezactivat ca server',
  'why.legacy':
    'Un protocol vechi rămas activ poate fi încă negociat. Dezactivați-l numai după ce toți corespondenții folosesc TLS 1.2: primele care nu mai funcționează sunt serverele SQL vechi, programele de backup și imprimantele.',
  'why.tls13':
    'Exchange are TLS 1.3 începând cu 2019 CU15 și Subscription Edition, numai pentru HTTPS și numai pe Windows Server 2022 sau mai nou. Pe versiuni Windows mai vechi, Microsoft numește activarea lui o configurație nesigură.',
  'why.dotnet-system-default':
    'Cu această valoare la 1, un program .NET preia protocoalele oferite de SCHANNEL în locul unei liste proprii. Contează toate cele patru locuri: ambele medii de execuție, în vizualizarea pe 64 și în cea pe 32 de biți.',
  'why.dotnet-strong-crypto':
    'Cu această valoare la 1, un program .NET oferă, în calitate de client, protocoale și cifruri puternice. Exchange 2019 nu o setează singur.',
  'why.winhttp':
    'Programele care folosesc WinHTTP își iau protocoalele din această valoare; până la Windows Server 2012 setarea implicită omite TLS 1.2, iar KB3140245 este cel care face ca Windows să citească valoarea.',
};
