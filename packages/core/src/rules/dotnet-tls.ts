import type { RuleId } from '../wording/en.ts';
import { type DwordCheck, defineRule, type Rule } from './define-rule.ts';

const VIEWS = { native: 'HKLM\\SOFTWARE', wow64: 'HKLM\\SOFTWARE\\Wow6432Node' } as const;

function dotnet(
  id: RuleId,
  view: keyof typeof VIEWS,
  version: 'v2.0.50727' | 'v4.0.30319',
  name: 'SystemDefaultTlsVersions' | 'SchUseStrongCrypto',
): Rule<DwordCheck> {
  return defineRule({
    id,
    profile: 'exchange',
    why: name === 'SystemDefaultTlsVersions' ? 'why.dotnet-system-default' : 'why.dotnet-strong-crypto',
    check: { type: 'dword', path: `${VIEWS[view]}\\Microsoft\\.NETFramework\\${version}`, name, want: 1 },
    references: ['dotnet-tls', 'exchange-tls', 'tls-guidance-2'],
  });
}

/** The eight values by which .NET Framework follows SCHANNEL: two runtimes, two registry views, two names. */
export const dotnetTls: readonly Rule<DwordCheck>[] = [
  dotnet('dotnet4-system-default-tls', 'native', 'v4.0.30319', 'SystemDefaultTlsVersions'),
  dotnet('dotnet4-strong-crypto', 'native', 'v4.0.30319', 'SchUseStrongCrypto'),
  dotnet('dotnet4-system-default-tls-wow64', 'wow64', 'v4.0.30319', 'SystemDefaultTlsVersions'),
  dotnet('dotnet4-strong-crypto-wow64', 'wow64', 'v4.0.30319', 'SchUseStrongCrypto'),
  dotnet('dotnet2-system-default-tls', 'native', 'v2.0.50727', 'SystemDefaultTlsVersions'),
  dotnet('dotnet2-strong-crypto', 'native', 'v2.0.50727', 'SchUseStrongCrypto'),
  dotnet('dotnet2-system-default-tls-wow64', 'wow64', 'v2.0.50727', 'SystemDefaultTlsVersions'),
  dotnet('dotnet2-strong-crypto-wow64', 'wow64', 'v2.0.50727', 'SchUseStrongCrypto'),
];
