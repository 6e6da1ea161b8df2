import { type Finding, formatMessage, type ProtocolState, protocols, type Severity, severities } from '@mailtls/core';
import { groupBy } from '../group-by.ts';
import type { JudgedMachine, MachinesResult, SourceProblem } from '../result.ts';
import type { Canvas } from './canvas.ts';
import { writeDrift } from './drift-text.ts';
import { writeFailures } from './failures-text.ts';
import { isUnseen, writeUnseen } from './unseen-text.ts';

/** Each machine: what it is, what its protocols are, what was found, what is to be restarted. */
export function writeMachines(canvas: Canvas, { machines, failures, drift }: MachinesResult): void {
  for (const machine of machines) writeMachine(canvas, machine);
  if (drift) writeDrift(canvas, drift);
  if (failures.length === 0) return;
  canvas.heading(canvas.word('head.failures'));
  writeFailures(canvas, failures, 2);
}

function writeMachine(canvas: Canvas, { name, report, problems }: JudgedMachine): void {
  const { facts, protocols: states, findings } = report;
  const isOtherwise = facts.name !== null && facts.name.toUpperCase() !== name.toUpperCase();
  canvas.heading(`${canvas.word('head.machine')} ${name}${isOtherwise ? ` (${facts.name})` : ''}`);
  const windows = facts.windows ? `${facts.windows.name} (${facts.windows.build})` : canvas.word('os.unknown');
  const exchange =
    typeof facts.exchange === 'object'
      ? `${facts.exchange.name} (${facts.exchange.build})`
      : canvas.word(`exchange.${facts.exchange}`);
  canvas.line(`${windows} · ${exchange}`, 2);
  canvas.blank();
  writeProtocols(canvas, states);
  canvas.blank();
  canvas.line(canvas.word('head.findings'), 2, 'bold');
  if (findings.length === 0) canvas.line(canvas.word('findings.none'), 4, 'green');
  for (const severity of severities.toReversed()) {
    for (const finding of findings)
      if (finding.severity === severity && !isUnseen(finding)) writeFinding(canvas, finding);
  }
  writeUnseen(canvas, findings.filter(isUnseen));
  canvas.line(canvas.word(`restart.${facts.restart}`), 2, facts.restart === 'needed' ? 'yellow' : 'dim');
  writeProblems(canvas, problems);
}

/** By file. */
function writeProblems(canvas: Canvas, problems: readonly SourceProblem[]): void {
  for (const [path, ofFile] of groupBy(problems, (problem) => problem.path)) {
    canvas.paragraph(path, 2, '! ', 'yellow');
    const unlisted = ofFile.reduce((sum, { count }) => sum + count - 1, 0);
    const write = ({ line, message }: SourceProblem): void =>
      canvas.paragraph(line === null ? message : `${canvas.word('problem.line', { line })}: ${message}`, 6);
    canvas.some(ofFile, 6, write, unlisted);
  }
}

function writeProtocols(canvas: Canvas, states: readonly ProtocolState[]): void {
  const cell = (state: ProtocolState | undefined): string => {
    if (state === undefined) return '';
    const effective = formatMessage({ id: `state.${state.effective}`, args: {} }, canvas.options.language);
    return state.effective === 'unknown' ? effective : `${effective} (${canvas.word(`basis.${state.basis}`)})`;
  };
  const find = (protocol: string, role: string): ProtocolState | undefined =>
    states.find((state) => state.protocol === protocol && state.role === role);
  canvas.table(
    [
      [canvas.word('column.protocol'), canvas.word('column.client'), canvas.word('column.server')],
      ...protocols.map((protocol) => [protocol, cell(find(protocol, 'client')), cell(find(protocol, 'server'))]),
    ],
    2,
  );
}

const SEVERITY_STYLE = { error: 'red', warning: 'yellow', info: 'dim' } as const satisfies Record<Severity, string>;

function writeFinding(canvas: Canvas, { severity, rule, message, path }: Finding): void {
  const text = formatMessage(message, canvas.options.language);
  canvas.paragraph(text, 4, `${canvas.word(`severity.${severity}`)}: `, SEVERITY_STYLE[severity]);
  canvas.line(path === null ? rule : `${rule} · ${path}`, 6, 'dim');
}
