import type { DocPart } from '../../quote/doc-comment.ts';
import type { CommandHelp, Constraint, ParameterMetadata } from '../../read/command-metadata.ts';

/** What the documentation of a parameter says: its help, then what PowerShell asks of a value that a type cannot say. */
export function parameterDoc(
  parameter: ParameterMetadata,
  help: CommandHelp | null,
  isUntyped: boolean,
): readonly DocPart[] {
  const { name, type, aliases, isDynamic, constraints, helpMessage, obsolete } = parameter;
  const facts = [
    ...(isUntyped ? [`What PowerShell can make a ${type} of.`] : []),
    ...constraints.flatMap(word),
    ...(isDynamic ? ['There only for some values of other parameters.'] : []),
    ...(aliases.length > 0 ? [`Aliases: ${aliases.join(', ')}.`] : []),
  ];
  return [
    { text: help?.parameters[name] ?? helpMessage },
    { text: facts.join(' ') },
    ...(obsolete === null ? [] : [{ tag: 'deprecated', text: obsolete }]),
  ];
}

function word(constraint: Constraint): readonly string[] {
  switch (constraint.kind) {
    case 'range':
      return [`From ${constraint.min} to ${constraint.max}.`];
    case 'length':
      return [`${constraint.min} to ${constraint.max} characters long.`];
    case 'count':
      return [`${constraint.min} to ${constraint.max} of them.`];
    case 'pattern':
      return [`Matches ${constraint.pattern}`];
    default:
      return [];
  }
}
