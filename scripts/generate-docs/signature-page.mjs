import { code, link, list, table } from './markdown.mjs';

const PLACES = {
  ndr: 'NDR',
  queue: 'Queue Viewer',
  'send-log': 'Send protocol log',
  'receive-log': 'Receive protocol log',
  'tracking-log': 'message tracking log',
  'connectivity-log': 'connectivity log',
  'event-log': 'Windows event log',
  'smtp-client': 'SMTP client',
  'message-trace': 'message trace of Exchange Online',
};

/** The places where a signature is met, in words. */
export function placesOf({ places }) {
  return places.map((place) => PLACES[place]).join(', ');
}

/** The generated part of a signature's page. */
export function signatureHead(core, signature) {
  const { id, patterns, priors, wrapper, references } = signature;
  const say = (message) => core.formatMessage({ id: message, args: {} }, 'en');
  return [
    `# ${say(`signature.${id}.title`)}`,
    `Signature ${code(id)}. Met in: ${placesOf(signature)}.`,
    say(`signature.${id}.meaning`),
    `**What would settle it:** ${say(`signature.${id}.settle`)}`,
    patterns.length === 1 ? '## Text' : '## Texts',
    ['```text', ...patterns, '```'].join('\n'),
    ...(patterns.some((pattern) => /[{#*]/.test(pattern)) ? [LEGEND] : []),
    '## Likely causes',
    ...(wrapper ? ['This text only carries another one. It counts where no other is found beside it.'] : []),
    ...causes(say, priors),
    ...happensIn(core, id),
    '## References',
    list(references.map((reference) => link(core.references[reference].title, core.references[reference].url))),
  ].join('\n\n');
}

/** The scenarios that show the error. */
function happensIn(core, id) {
  const shown = core.scenariosOf(id);
  if (shown.length === 0) return [];
  const say = (message) => core.formatMessage({ id: message, args: {} }, 'en');
  return [
    '## Where it happens',
    list(
      shown.map(({ id: scenario, path, connector, peer, errors }) => {
        const mark = errors === 'sourced' ? '' : ` *(${say(`certainty.${errors}`)})*`;
        const situation = [say(`path.${path}`), say(`connector.${connector}`), say(`peer.${peer}`)].join('; ');
        return `${link(code(scenario), '../scenarios.md')}: ${situation}${mark}`;
      }),
    ),
  ];
}

const LEGEND =
  '`{a|b}` stands for either text, `#` for a number, and `*` for anything on the same line, up to 300 characters.';

function causes(say, priors) {
  const rows = Object.entries(priors).map(([cause, prior]) => [
    say(`cause.${cause}`),
    code(cause),
    `${Math.round(prior * 100)} %`,
  ]);
  if (rows.length === 0) return ['Alone it says nothing of the cause.'];
  return [
    table(['Cause', 'Name', 'When nothing else is known'], rows),
    ...('tls-version' in priors
      ? [
          'The figure for the TLS version was gathered from public cases, unless it is said otherwise below; those of its rivals are estimates.',
        ]
      : []),
  ];
}
