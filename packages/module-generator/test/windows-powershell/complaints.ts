import type { Session } from '@mailtls/pwsh-bridge';
import { has, referenceApi } from './reference-api.ts';
import { type Usage, usageOf } from './usage.ts';

/** What PowerShell 4.0, 5.0, 6 and 7 brought, by the names that the parser of 7 has for it. */
const NEWER_SYNTAX: ReadonlySet<string> = new Set([
  ...['TypeDefinitionAst', 'UsingStatementAst', 'ConfigurationDefinitionAst', 'DynamicKeywordStatementAst'],
  ...['TernaryExpressionAst', 'PipelineChainAst', 'clean', 'background', 'null-conditional'],
  ...['QuestionQuestion', 'QuestionQuestionEquals', 'Pipe at the start of a line', 'Dot at the start of a line'],
  ...['QuestionDot at the start of a line', 'BaseCtorInvokeMemberExpressionAst'],
]);

/** Automatic variables that came after 3.0. */
const NEWER_VARIABLES: ReadonlySet<string> = new Set(
  ['PSEdition', 'IsWindows', 'IsLinux', 'IsMacOS', 'IsCoreCLR', 'PSStyle', 'EnabledExperimentalFeatures', 'foreach:']
    .concat(['PSNativeCommandUseErrorActionPreference', 'InformationPreference', 'ErrorView'])
    .map((name) => name.toLowerCase()),
);

const COMMON =
  'ErrorAction ErrorVariable WarningAction WarningVariable OutVariable OutBuffer Verbose Debug WhatIf Confirm';

/** The cmdlets of 3.0 that may be used, with those of their parameters that 3.0 has. */
const COMMANDS: Readonly<Record<string, string>> = {
  'ForEach-Object': 'Process Begin End InputObject MemberName ArgumentList',
  'Get-CimInstance': 'ClassName Namespace Property Filter Query ComputerName KeyOnly',
  'Get-ItemProperty': 'Path LiteralPath Name Filter Include Exclude',
  'Get-Command': 'Name Module CommandType TotalCount Syntax ArgumentList All ListImported ParameterName ParameterType',
  'Get-Help': 'Name Path Category Component Functionality Role Detailed Full Examples Parameter Online ShowWindow',
  'Get-Item': 'Path LiteralPath Filter Include Exclude Force',
  'Get-Module': 'Name ListAvailable All Refresh',
  'Import-LocalizedData': 'BindingVariable UICulture BaseDirectory FileName SupportedCommand',
  'Import-Module': 'Name Global Prefix Function Cmdlet Variable Alias Force PassThru MinimumVersion ArgumentList Scope',
  'New-Item': 'Path Name ItemType Value Force',
  'New-ItemProperty': 'Path LiteralPath Name PropertyType Value Force',
  'New-Object': 'TypeName ArgumentList Property ComObject Strict',
  'Remove-ItemProperty': 'Path LiteralPath Name Filter Include Exclude Force',
  'Set-ItemProperty': 'Path LiteralPath Name Value Type InputObject PassThru Force',
  'Sort-Object': 'Property Descending Unique Culture CaseSensitive InputObject',
  'Test-Path': 'Path LiteralPath PathType IsValid Filter Include Exclude',
  'Where-Object': 'FilterScript InputObject Property Value EQ NE Match Like',
  'Write-Debug': 'Message',
  'Write-Error': 'Message Exception ErrorRecord ErrorId Category TargetObject RecommendedAction',
  'Write-Output': 'InputObject',
  'Write-Verbose': 'Message',
  'Write-Warning': 'Message',
};

const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['CmdletBinding', 'CmdletBinding.SupportsShouldProcess', 'CmdletBinding.ConfirmImpact'],
  ...['CmdletBinding.DefaultParameterSetName', 'OutputType', 'Parameter', 'Parameter.Position', 'Parameter.Mandatory'],
  ...['Parameter.ParameterSetName', 'Parameter.ValueFromPipeline', 'Parameter.ValueFromPipelineByPropertyName'],
  ...['Alias', 'AllowNull', 'AllowEmptyString', 'AllowEmptyCollection', 'ValidateSet', 'ValidateNotNullOrEmpty'],
]);

/** Types whose values a script comes by without naming them. */
const RECEIVERS: readonly string[] = [
  ...['System.Object', 'System.String', 'System.Array', 'System.Exception', 'System.Type', 'System.Guid'],
  ...['System.Int32', 'System.UInt32', 'System.UInt64', 'System.DateTime', 'System.Reflection.PropertyInfo'],
  ...['System.Collections.ArrayList', 'System.Collections.Hashtable', 'System.Collections.Generic.List`1'],
  ...['System.Text.RegularExpressions.Match', 'System.Text.RegularExpressions.Group', 'System.Text.Encoding'],
  ...['System.Text.RegularExpressions.Capture', 'System.Text.RegularExpressions.MatchCollection'],
  ...['System.Text.RegularExpressions.GroupCollection', 'Microsoft.Win32.RegistryKey', 'System.IO.FileStream'],
  ...['System.IO.FileInfo', 'System.IO.DirectoryInfo', 'System.Diagnostics.FileVersionInfo'],
  ...['System.Security.Principal.WindowsIdentity', 'System.Security.Principal.IdentityReference'],
  ...['System.Security.AccessControl.FileSystemAccessRule', 'System.Security.AccessControl.AccessRule'],
  ...['System.Security.AccessControl.DirectorySecurity', 'System.Security.Principal.SecurityIdentifier'],
  ...['System.Management.Automation.PSObject', 'System.Management.Automation.PSPropertyInfo'],
  ...['System.Management.Automation.PSMemberInfoCollection`1', 'System.Management.Automation.PSCmdlet'],
  ...['System.Management.Automation.ErrorRecord', 'System.Management.Automation.SessionState'],
  ...['System.Management.Automation.PathIntrinsics', 'System.Management.Automation.EngineIntrinsics'],
  ...[
    'System.Management.Automation.InvocationInfo',
    'System.Management.Automation.CommandInfo',
    'System.Xml.XmlElement',
  ],
  ...['System.Management.Automation.CmdletInfo', 'System.Management.Automation.FunctionInfo'],
  ...['System.Management.Automation.CommandParameterInfo', 'System.Management.Automation.CommandInvocationIntrinsics'],
  ...['System.Management.Automation.ValidateSetAttribute', 'System.Management.Automation.ValidateRangeAttribute'],
  ...['System.Management.Automation.ValidateLengthAttribute', 'System.Management.Automation.ValidatePatternAttribute'],
];

/** What objects have that the references do not tell of: those of CIM, of events, of PowerShell's adapters, of help. */
const ADAPTED: ReadonlySet<string> = new Set([
  ...['Count', 'LastBootUpTime', 'Identity', 'PSObject', 'PSTypeNames', 'Path', 'ToXml/0'],
  ...['Text', 'parameter', 'example', 'navigationLink', 'relatedLinks', 'uri'],
]);

/**
 * What of a script Windows PowerShell 3.0 on .NET Framework 4.0 does not have, as far as that can be seen without running it:
 * syntax, variables, cmdlets with their parameters, and members of .NET with the number of their arguments.
 *
 * @param module the other scripts of the same module, whose functions and tables it may use.
 */
export async function complaints(
  session: Session,
  text: string,
  module: readonly string[] = [],
): Promise<readonly string[]> {
  const used = await usageOf(session, text);
  const around = [...used, ...(await Promise.all(module.map((other) => usageOf(session, other)))).flat()];
  const own = (kind: Usage['kind']): ReadonlySet<string> =>
    new Set(around.filter((usage) => usage.kind === kind).map(({ name }) => name.toLowerCase()));
  const [functions, keys] = [own('function'), own('key')];
  const api = await referenceApi(session, [
    ...around.filter(({ kind }) => kind === 'type').map(({ name }) => name),
    ...RECEIVERS,
  ]);
  const anyInstance = new Set([...api.values()].flatMap((type) => [...type.instance]));
  const anyStatic = new Set([...api.values()].flatMap((type) => [...type.static]));

  const isKnown = ({ kind, name }: Usage): boolean => {
    switch (kind) {
      case 'error':
        return false;
      case 'syntax':
        return !NEWER_SYNTAX.has(name);
      case 'number':
        return /^-?(?:0x[0-9a-f]+|\d+(?:\.\d+)?)(?:[kmgtp]b)?$/i.test(name);
      case 'escape':
        return !/^[eu]$/.test(name);
      case 'stream':
        return name !== 'Information';
      case 'variable':
        return !NEWER_VARIABLES.has(name.toLowerCase());
      case 'attribute':
        return ATTRIBUTES.has(name);
      case 'command':
        return COMMANDS[name] !== undefined || functions.has(name.toLowerCase());
      case 'parameter': {
        const [command = '', parameter = ''] = name.split(' -');
        if (functions.has(command.toLowerCase())) return true;
        return `${COMMANDS[command]} ${COMMON}`.split(' ').includes(parameter);
      }
      case 'type':
        return api.has(name) || name.startsWith('System.Management.Automation.');
      case 'static': {
        const [type = '', member = ''] = name.split('::');
        return has(api.get(type)?.static ?? new Set(), member);
      }
      case 'method':
        // PowerShell 4.0 gave every list these two.
        return (
          !/^(?:ForEach|Where)\//.test(name) && (has(anyInstance, name) || has(anyStatic, name) || ADAPTED.has(name))
        );
      case 'property':
        return anyInstance.has(name) || keys.has(name.toLowerCase()) || ADAPTED.has(name);
      case 'function':
      case 'key':
        return true;
    }
  };
  return [
    ...new Set(
      used.filter((usage) => !isKnown(usage)).map(({ kind, name, line }) => `${kind} ${name} in line ${line}`),
    ),
  ];
}
