import type { Language } from '@mailtls/core';
import type { Invocation, Notification } from 'sarif';
import { isUnread } from '../is-unread.ts';
import { omittedOf } from '../omitted.ts';
import type { AppliedChange, EvidenceResult, Failure, MachinesResult, Result } from '../result.ts';
import { word } from '../wording/word.ts';
import { wordProblem } from '../wording/word-problem.ts';
import { fileUri, uriOf } from './artifact-uri.ts';
import { placeIn } from './finding.ts';
import { plainMessage } from './plain-message.ts';

/**
 * How the run went. It was no success where something could not be read or written at all; a part of a readable file that could
 * not be understood is a notification and no more.
 */
export function invocationOf(result: Result, language: Language): Invocation {
  const { evidence, machines, probes, applied = [], refusals = [] } = result;
  const toolExecutionNotifications = [
    ...(evidence ? evidenceNotifications(evidence, language) : []),
    ...(machines ? machineNotifications(machines) : []),
    ...(probes?.failures.map((failure) => failureNotification(failure, uriOf([failure.name]))) ?? []),
    ...writeNotifications(applied, language),
    ...refusals.map((refusal) => failureNotification(refusal, uriOf([refusal.name]))),
  ];
  const isBlind = evidence !== undefined && isUnread(evidence);
  const executionSuccessful = !isBlind && toolExecutionNotifications.every(({ level }) => level !== 'error');
  return { executionSuccessful, ...(toolExecutionNotifications.length > 0 && { toolExecutionNotifications }) };
}

function notification(
  level: Notification['level'],
  id: string,
  text: string,
  uri?: string,
  line?: number | null,
): Notification {
  return {
    descriptor: { id },
    level,
    message: plainMessage(text),
    ...(uri !== undefined && { locations: [placeIn(uri, line)] }),
  };
}

function failureNotification({ reason, message }: Failure, uri: string): Notification {
  return notification('error', reason, message, uri);
}

function evidenceNotifications(evidence: EvidenceResult, language: Language): readonly Notification[] {
  const { inputs, failures } = evidence;
  return [
    ...failures.map((failure) => failureNotification(failure, fileUri(failure.name))),
    ...inputs.flatMap(({ path, kind, problems }) =>
      problems.map((problem) => {
        // Of an archive that does not open nothing was read.
        const level = kind === 'unknown' && problem.reason === 'archive-broken' ? 'error' : 'warning';
        return notification(level, problem.reason, wordProblem(problem, language), fileUri(path), problem.line);
      }),
    ),
    ...omittedOf(evidence, language).map(({ what, message }) => notification('warning', `omitted-${what}`, message)),
  ];
}

function machineNotifications({ machines, failures }: MachinesResult): readonly Notification[] {
  return [
    ...failures.map((failure) => failureNotification(failure, uriOf([failure.name]))),
    ...machines.flatMap(({ problems }) =>
      problems.map(({ path, line, message }) => notification('warning', 'problem', message, fileUri(path), line)),
    ),
  ];
}

function writeNotifications(applied: readonly AppliedChange[], language: Language): readonly Notification[] {
  return applied
    .filter(({ outcome }) => outcome !== 'written')
    .map(({ machine, path, name, outcome }) => {
      const text = `${machine}: ${path}\\${name}: ${word(`outcome.${outcome}`, language)}`;
      return notification('error', outcome, text, uriOf([machine, ...path.split('\\')]));
    });
}
