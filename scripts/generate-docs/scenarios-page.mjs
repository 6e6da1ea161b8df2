import { code, link, list, table } from './markdown.mjs';

/** The generated part of the page on scenarios. */
export function scenariosHead(core) {
  const say = (id) => core.formatMessage({ id, args: {} }, 'en');
  const marked = (text, certainty) => (certainty === 'sourced' ? text : `${text} *(${say(`certainty.${certainty}`)})*`);
  const errors = ({ signatures }) =>
    signatures.length === 0 ? 'none' : signatures.map((id) => link(code(id), `signatures/${id}.md`)).join(', ');
  const cited = new Set(core.scenarios.flatMap(({ references }) => references));
  return [
    '# Where no TLS version can be agreed on with Exchange Online',
    'Exchange Online takes and uses TLS 1.2 and newer. What becomes of mail with an end that has nothing newer than TLS 1.1 depends on who sends and on what the connector makes of TLS. `mailtls explain scenarios` prints the same table, `mailtls explain ID` a row of it.',
    table(
      ['Scenario', 'Mail', 'Connector', 'Your end', 'What becomes of the mail', 'Errors'],
      core.scenarios.map((scenario) => [
        code(scenario.id),
        say(`path.${scenario.path}`),
        say(`connector.${scenario.connector}`),
        say(`peer.${scenario.peer}`),
        marked(say(`scenario.${scenario.id}.result`), scenario.result),
        marked(errors(scenario), scenario.errors),
      ]),
    ),
    'What has no mark is said by a page that could be read. *(concluded by us)* is put together from such pages and from public cases; *(uncertain)* is said by no page that could be read.',
    '## References',
    list([...cited].map((id) => link(core.references[id].title, core.references[id].url))),
  ].join('\n\n');
}
