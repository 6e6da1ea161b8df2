/**
 * The English texts of the events that matter here, without which an event that was exported in another language, or without
 * its text, could not be matched. `{Name|n}` is the datum of that name, else the n-th one, as not every provider gives names.
 * The texts are those of Windows Server 2012 R2 to 2022 and of Exchange 2013 to 2019.
 */
const sentences: Readonly<Record<string, string>> = {
  'schannel/36871':
    'A fatal error occurred while creating a TLS {Type|1} credential. The internal error state is {ErrorState|2}.',
  'schannel/36874':
    'An {Protocol|1} connection request was received from a remote client application, but none of the cipher suites ' +
    'supported by the client application are supported by the server. The TLS connection request has failed.',
  'schannel/36887':
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is {AlertDesc|1}.',
  'schannel/36888':
    'A fatal alert was generated and sent to the remote endpoint. This may result in termination of the connection. ' +
    'The TLS protocol defined fatal error code is {AlertDesc|1}. The Windows SChannel error state is {ErrorState|2}.',
  'transport/2015':
    "Send connector {|1} couldn't connect to remote domain {|2}. The send connector requires Transport Layer Security " +
    '(TLS) authentication, but is unable to establish TLS with the receiving server for the remote domain.',
  'transport/12014':
    'Microsoft Exchange could not find a certificate that contains the domain name {|1} in the personal store on the ' +
    'local computer. Therefore, it is unable to support the STARTTLS SMTP verb for the connector {|2}.',
};

const families: readonly (readonly [RegExp, string])[] = [
  [/schannel/i, 'schannel'],
  [/^MSExchange(?:FrontEnd)?Transport$/i, 'transport'],
];

/** The longest datum that is put into a text. */
const LONGEST_DATUM = 100;

/** What an event says in English when it is logged with these data; `null` for one that is not listed. */
export function eventSentence(provider: string, id: number, data: ReadonlyMap<string, string>): string | null {
  const family = families.find(([pattern]) => pattern.test(provider))?.[1];
  const sentence = sentences[`${family}/${id}`];
  if (sentence === undefined || data.size === 0) return null;
  const inOrder = [...data.values()];
  return sentence.replace(/\{(\w*)\|(\d)\}/g, (_, name: string, place: string) =>
    (data.get(name) ?? inOrder[Number(place) - 1] ?? '').slice(0, LONGEST_DATUM),
  );
}
