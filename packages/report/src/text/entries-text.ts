import { formatMessage, type MessageId, type Rule, references, type Scenario, type Signature } from '@mailtls/core';
import type { EntriesResult } from '../result.ts';
import type { Canvas } from './canvas.ts';
import { writeCheck } from './check-text.ts';

/** Rules and signatures: a line each, or all that there is to say of them. */
export function writeEntries(canvas: Canvas, { rules, signatures, scenarios, detail }: EntriesResult): void {
  const say = (id: MessageId): string => formatMessage({ id, args: {} }, canvas.options.language);
  if (detail === 'full') {
    for (const rule of rules) writeRule(canvas, rule, say);
    for (const signature of signatures) writeSignature(canvas, signature, say);
    writeScenarios(canvas, scenarios, say);
    return;
  }
  canvas.heading(canvas.word('head.rules'));
  canvas.table(
    [
      ['id', canvas.word('column.profile'), ''],
      ...rules.map(({ id, profile }) => [id, profile, say(`rule.${id}.title`)]),
    ],
    2,
  );
  canvas.heading(canvas.word('head.signatures'));
  canvas.table([['id', ''], ...signatures.map(({ id }) => [id, say(`signature.${id}.title`)])], 2);
  canvas.heading(canvas.word('head.scenarios'));
  canvas.table([['id', ''], ...scenarios.map((scenario) => [scenario.id, situationOf(scenario, say)])], 2);
}

type SayMessage = (id: MessageId) => string;

function writeRule(canvas: Canvas, { id, profile, why, check, references: cited }: Rule, say: SayMessage): void {
  canvas.heading(say(`rule.${id}.title`));
  canvas.line(`${id} · ${profile}`, 2, 'dim');
  canvas.paragraph(say(why), 2);
  writeCheck(canvas, check, profile);
  writeReferences(canvas, cited);
}

function writeSignature(
  canvas: Canvas,
  { id, patterns, places, priors, references: cited }: Signature,
  say: SayMessage,
): void {
  canvas.heading(say(`signature.${id}.title`));
  canvas.line(`${id} · ${places.join(', ')}`, 2, 'dim');
  for (const pattern of patterns) canvas.line(pattern, 2, 'cyan');
  canvas.paragraph(say(`signature.${id}.meaning`), 2);
  canvas.line(canvas.word('head.causes'), 2, 'bold');
  for (const [cause, prior] of Object.entries(priors)) {
    canvas.line(`${say(`cause.${cause as keyof typeof priors}`)}: ${Math.round(prior * 100)} %`, 4);
  }
  canvas.line(canvas.word('head.settle'), 2, 'bold');
  canvas.paragraph(say(`signature.${id}.settle`), 4);
  writeReferences(canvas, cited);
}

/** What happens where no version can be agreed on, and which errors it shows; what is not sure is marked so. */
function writeScenarios(canvas: Canvas, scenarios: readonly Scenario[], say: SayMessage): void {
  if (scenarios.length === 0) return;
  canvas.heading(canvas.word('head.scenarios'));
  for (const scenario of scenarios) {
    const { id, result, signatures, errors, references: cited } = scenario;
    canvas.blank();
    canvas.paragraph(situationOf(scenario, say), 2, '', 'bold');
    canvas.line(id, 2, 'dim');
    canvas.paragraph(`${say(`scenario.${id}.result`)}${markOf(result, say)}`, 4, '- ');
    const shown = signatures.length === 0 ? canvas.word('scenario.no-error') : signatures.join(', ');
    canvas.paragraph(`${canvas.word('scenario.errors')}: ${shown}${markOf(errors, say)}`, 4, '- ');
    canvas.paragraph(cited.map((reference) => references[reference].title).join('; '), 4, '', 'dim');
  }
}

function situationOf({ path, connector, peer }: Scenario, say: SayMessage): string {
  return [say(`path.${path}`), say(`connector.${connector}`), say(`peer.${peer}`)].join('; ');
}

/** What is sourced needs no mark. */
function markOf(certainty: Scenario['result'], say: SayMessage): string {
  return certainty === 'sourced' ? '' : ` [${say(`certainty.${certainty}`)}]`;
}

function writeReferences(canvas: Canvas, cited: Rule['references'] | Signature['references']): void {
  if (cited.length === 0) return;
  canvas.line(canvas.word('head.references'), 2, 'bold');
  for (const { title, url } of cited.map((id) => references[id])) {
    canvas.paragraph(title, 4, '- ');
    if (url !== null) canvas.line(url, 6, 'dim');
  }
}
