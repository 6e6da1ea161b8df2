import type { Language } from '@mailtls/core';
import { quote } from '@mailtls/pwsh-bridge/quote';
import type { Model, ModelRule } from '../../model/model.ts';
import type { OutputFile } from '../../output-file.ts';
import { oneLine } from '../../quote/one-line.ts';
import { powershellComment } from '../../quote/powershell-comment.ts';
import { sayIn } from '../../wording/say.ts';
import { generatedFrom } from '../readme.ts';
import { readFunctions, writeFunction } from '../registry-script/read-functions.ts';
import { dependsOnMachine, type RuledValue, valueTable } from '../registry-script/value-table.ts';

/**
 * A configuration for the DSC that Windows brings along. What is the same on every machine stands in its Registry resource; what
 * depends on the machine is decided there, by its Script resource: a configuration is compiled elsewhere.
 */
export function dscConfiguration(model: Model, language: Language): OutputFile {
  const say = sayIn(language);
  const hardens = model.rules.some(({ step }) => step === 'harden');
  return {
    path: 'MailTls.ps1',
    format: 'windows',
    text: `# ${oneLine(say('dsc.configuration'))}
# ${oneLine(generatedFrom(model, say))}
configuration MailTls {
  param([string[]] $ComputerName = 'localhost'${hardens ? ', [switch] $Harden' : ''})
  Import-DscResource -ModuleName PSDesiredStateConfiguration
  Node $ComputerName {
${resources(model, 'enable', language)}${hardens ? `\n    if ($Harden) {\n${resources(model, 'harden', language)}    }\n` : ''}  }
}
`,
  };
}

/** The resources of a step, with a line feed at the end of each. */
function resources({ rules }: Model, step: ModelRule['step'], language: Language): string {
  const ofStep = rules.filter((rule) => rule.step === step);
  const values = ofStep.flatMap(({ id, values }) => values.map((value) => ({ ...value, rule: id })));
  const dependent = values.filter(dependsOnMachine);
  const fixed = ofStep.flatMap(({ id, title, values }) => {
    const blocks = values.flatMap((value) => {
      return dependsOnMachine(value) || !('number' in value.want)
        ? []
        : [registry({ ...value, rule: id }, value.want.number)];
    });
    return blocks.length > 0 ? [`    ${powershellComment(title[language])}\n${blocks.join('')}`] : [];
  });
  return fixed.join('') + (dependent.length > 0 ? script(step, dependent) : '');
}

function registry({ rule, path, name }: RuledValue, number: number): string {
  return `    Registry ${quote(`${rule} ${name}`)} {
      Ensure = 'Present'
      Key = ${quote(path.replace(/^HKLM/, 'HKEY_LOCAL_MACHINE'))}
      ValueName = ${quote(name)}
      ValueType = 'Dword'
      ValueData = ${quote(String(number))}
      Force = $true
    }
`;
}

/** Each of the three blocks travels to the machine as a text of its own, so each brings all that it needs. */
function script(step: string, values: readonly RuledValue[]): string {
  const difference = `
$values = ${valueTable(values)}
${readFunctions}`;
  return `    Script 'depends on the machine: ${step}' {
      GetScript = {${difference}
@{ Result = [string] @(Get-Difference $values).Count }
      }
      TestScript = {${difference}
@(Get-Difference $values).Count -eq 0
      }
      SetScript = {${difference}
${writeFunction}
foreach ($difference in @(Get-Difference $values)) { Write-WantedNumber $difference }
      }
    }
`;
}
