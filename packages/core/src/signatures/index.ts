import { CoreError } from '../core-error.ts';
import { connectionDropped } from './connection-dropped.ts';
import type { Signature } from './define-signature.ts';
import { frontendProxyError } from './frontend-proxy-error.ts';
import { mustIssueStarttlsFirst } from './must-issue-starttls-first.ts';
import { mustIssueStarttlsFirst530 } from './must-issue-starttls-first-530.ts';
import { onlineDane } from './online-dane.ts';
import { onlineDeferrals } from './online-deferrals.ts';
import { onlineRefusals } from './online-refusals.ts';
import { schannelAlerts } from './schannel-alerts.ts';
import { schannelCredentialFailed } from './schannel-credential-failed.ts';
import { schannelNoCommonSuite } from './schannel-no-common-suite.ts';
import { schannelStatuses } from './schannel-statuses.ts';
import { secureChannelNotCreated } from './secure-channel-not-created.ts';
import { sendConnectorCertificateNotFound } from './send-connector-certificate-not-found.ts';
import { smtpAuthOldTls } from './smtp-auth-old-tls.ts';
import { starttlsRequiredToSendMail } from './starttls-required-to-send-mail.ts';
import { tlsNegotiationFailed } from './tls-negotiation-failed.ts';
import { tlsNotAvailable } from './tls-not-available.ts';
import { tlsRateExceeded } from './tls-rate-exceeded.ts';
import { transportNoStarttlsCertificate } from './transport-no-starttls-certificate.ts';
import { transportTlsRequired } from './transport-tls-required.ts';
import { winsockConnectionFailed } from './winsock-connection-failed.ts';
import { wrappedErrors } from './wrapped-errors.ts';

/** Every signature, the three texts of the document that mailtls implements first. */
export const signatures: readonly Signature[] = [
  ...connectionDropped.slice(0, 1),
  ...tlsNegotiationFailed.slice(0, 1),
  mustIssueStarttlsFirst,
  ...connectionDropped.slice(1),
  ...tlsNegotiationFailed.slice(1),
  ...schannelStatuses,
  starttlsRequiredToSendMail,
  mustIssueStarttlsFirst530,
  tlsNotAvailable,
  tlsRateExceeded,
  frontendProxyError,
  ...smtpAuthOldTls,
  ...onlineDeferrals,
  ...onlineDane,
  ...onlineRefusals,
  sendConnectorCertificateNotFound,
  winsockConnectionFailed,
  ...wrappedErrors,
  schannelCredentialFailed,
  ...schannelNoCommonSuite,
  ...schannelAlerts,
  transportTlsRequired,
  transportNoStarttlsCertificate,
  secureChannelNotCreated,
];

const byId: ReadonlyMap<string, Signature> = new Map(signatures.map((signature) => [signature.id, signature]));

/** @throws CoreError `unknown-id` */
export function findSignature(id: string): Signature {
  const signature = byId.get(id);
  if (signature === undefined) throw new CoreError('unknown-id', `there is no signature "${id}"`);
  return signature;
}
