import type { probe as en } from '../en/probe.ts';

/** Ce se spune despre sondarea unui server, în română. */
export const probe: Readonly<Record<keyof typeof en, string>> = {
  'command.probe': 'află ce versiuni TLS acceptă un server SMTP și ce certificat are',
  'argument.hosts': 'serverele: GAZDĂ, GAZDĂ:PORT sau [IPv6]:PORT; fără port, 25',
  'option.expect': 'se încheie cu 1 dacă nu toate serverele acceptă această versiune; se poate repeta',
  'option.timeout': 'câte secunde poate dura fiecare pas',
  'error.probe-target': '„{target}” nu este un server: dați GAZDĂ, GAZDĂ:PORT sau [IPv6]:PORT',
  'error.timeout': '--timeout {value}: se așteaptă un număr de secunde de la 1 la 600',
  'progress.probing': 'sondare: {done} din {count:un server|# servere|# de servere}',
  'probe.step-connect': 'conexiune',
  'probe.step-greeting': 'mesaj de întâmpinare',
  'probe.step-ehlo': 'răspuns la EHLO',
  'probe.step-starttls': 'răspuns la STARTTLS',
  'probe.timed-out': 'fără {step} timp de {seconds} s',
  'probe.closed': 'serverul a închis conexiunea fără {step}',
  'probe.unreachable': 'nicio conexiune: {detail}',
  'probe.not-smtp': 'ceea ce a trimis serverul nu este SMTP: {text}',
  'probe.endless-reply': 'serverul a trimis un răspuns fără sfârșit',
};
