/** What an event of the Windows event log says in English. */
export interface EventSentence {
  /** A regular expression that the names of its providers match, whatever their case; JavaScript and .NET read it alike. */
  readonly provider: string;
  readonly id: number;
  /** `{Name|n}` is the datum of that name, else the n-th one, as not every provider gives names. */
  readonly text: string;
}

const SCHANNEL = 'schannel';
const TRANSPORT = '^MSExchange(?:FrontEnd)?Transport$';

/**
 * The English texts of the events that signatures are found in, without which an event that was logged in another language, or
 * exported without its text, could not be matched. They are those of Windows Server 2012 R2 to 2022 and of Exchange 2013 to 2019.
 */
export const eventSentences: readonly EventSentence[] = [
  {
    provider: SCHANNEL,
    id: 36871,
    text: 'A fatal error occurred while creating a TLS {Type|1} credential. The internal error state is {ErrorState|2}.',
  },
  {
    provider: SCHANNEL,
    id: 36874,
    text:
      'An {Protocol|1} connection request was received from a remote client application, but none of the cipher suites ' +
      'supported by the client application are supported by the server. The TLS connection request has failed.',
  },
  {
    provider: SCHANNEL,
    id: 36887,
    text: 'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is {AlertDesc|1}.',
  },
  {
    provider: SCHANNEL,
    id: 36888,
    text:
      'A fatal alert was generated and sent to the remote endpoint. This may result in termination of the connection. ' +
      'The TLS protocol defined fatal error code is {AlertDesc|1}. The Windows SChannel error state is {ErrorState|2}.',
  },
  {
    provider: TRANSPORT,
    id: 2015,
    text:
      "Send connector {|1} couldn't connect to remote domain {|2}. The send connector requires Transport Layer Security " +
      '(TLS) authentication, but is unable to establish TLS with the receiving server for the remote domain.',
  },
  {
    provider: TRANSPORT,
    id: 12014,
    text:
      'Microsoft Exchange could not find a certificate that contains the domain name {|1} in the personal store on the ' +
      'local computer. Therefore, it is unable to support the STARTTLS SMTP verb for the connector {|2}.',
  },
];

/** The longest datum that is put into a text. */
const LONGEST_DATUM = 100;

/** What an event says in English when it is logged with these data; `null` for one that is not listed. */
export function eventSentence(provider: string, id: number, data: ReadonlyMap<string, string>): string | null {
  const found = eventSentences.find((one) => one.id === id && new RegExp(one.provider, 'i').test(provider));
  if (found === undefined || data.size === 0) return null;
  const inOrder = [...data.values()];
  return found.text.replace(/\{(\w*)\|(\d)\}/g, (_, name: string, place: string) =>
    (data.get(name) ?? inOrder[Number(place) - 1] ?? '').slice(0, LONGEST_DATUM),
  );
}
