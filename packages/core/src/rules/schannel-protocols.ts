import type { Protocol, Role } from '../registry/windows-defaults.ts';
import type { RuleId } from '../wording/en.ts';
import { defineRule, type Rule, type SchannelProtocolCheck } from './define-rule.ts';

function tls12(id: RuleId, role: Role): Rule<SchannelProtocolCheck> {
  return defineRule({
    id,
    profile: 'mailflow',
    why: role === 'client' ? 'why.tls12-client' : 'why.tls12-server',
    check: { type: 'schannel-protocol', protocol: 'TLS 1.2', role, want: 'enabled' },
    references: ['tls-guidance-2', 'mc229914', 'schannel-registry', 'schannel-defaults'],
  });
}

/**
 * Exchange knows TLS 1.3 from 2019 CU15 on, over HTTPS only, and only on Server 2022 or newer; on older Windows its
 * enabling is "not a safe configuration".
 */
function tls13(id: RuleId, role: Role): Rule<SchannelProtocolCheck> {
  return defineRule({
    id,
    profile: 'exchange',
    why: 'why.tls13',
    check: {
      type: 'schannel-protocol',
      protocol: 'TLS 1.3',
      role,
      want: 'off',
      unless: { windows: '10.0.20348', exchange: '15.2.1748.10', update: 'Exchange 2019 Cumulative Update 15' },
    },
    references: ['schannel-defaults', 'exchange-tls'],
  });
}

function legacy(id: RuleId, protocol: Protocol, role: Role): Rule<SchannelProtocolCheck> {
  return defineRule({
    id,
    profile: 'hardened',
    why: 'why.legacy',
    check: { type: 'schannel-protocol', protocol, role, want: 'off' },
    references: ['exchange-tls', 'schannel-registry', 'schannel-defaults'],
  });
}

/** An Exchange that is too old is not made to do without TLS 1.0 and 1.1. */
function neededByOldExchange(id: RuleId, protocol: 'TLS 1.0' | 'TLS 1.1', role: Role): Rule<SchannelProtocolCheck> {
  return defineRule({ ...legacy(id, protocol, role), after: 'exchange-build-without-tls10' });
}

/** SCHANNEL's protocols by role: TLS 1.2 on, TLS 1.3 off where Exchange cannot have it, and the old ones off. */
export const schannelProtocols: readonly Rule<SchannelProtocolCheck>[] = [
  tls12('schannel-tls12-client', 'client'),
  tls12('schannel-tls12-server', 'server'),
  tls13('schannel-tls13-client', 'client'),
  tls13('schannel-tls13-server', 'server'),
  neededByOldExchange('schannel-tls11-client', 'TLS 1.1', 'client'),
  neededByOldExchange('schannel-tls11-server', 'TLS 1.1', 'server'),
  neededByOldExchange('schannel-tls10-client', 'TLS 1.0', 'client'),
  neededByOldExchange('schannel-tls10-server', 'TLS 1.0', 'server'),
  legacy('schannel-ssl30-client', 'SSL 3.0', 'client'),
  legacy('schannel-ssl30-server', 'SSL 3.0', 'server'),
  legacy('schannel-ssl20-client', 'SSL 2.0', 'client'),
  legacy('schannel-ssl20-server', 'SSL 2.0', 'server'),
];
