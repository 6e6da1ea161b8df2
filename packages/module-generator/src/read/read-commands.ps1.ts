// Made of read-commands.ps1 by `npm run generate`.
export const script: string = `
param($Module, $Names, $Arguments)
$kinds = [Management.Automation.CommandTypes]'Function, Filter, Cmdlet'
$version = $null
$prefix = ''
if ($Module) {
if ($Module -match '\\.(psd1|psm1|dll)$') {
$Module = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Module)
}
$info = @(Get-Module -Name $Module)
if ($info.Count -eq 0 -and $Module -ne 'Microsoft.PowerShell.Core') {
$info = @(Import-Module -Name $Module -Scope Global -PassThru -ErrorAction Stop)
}
if ($info.Count -gt 0) {
$Module = $info[0].Name
$version = [string]$info[0].Version
}
$prefix = $Module + '\\'
$found = Get-Command -Module $Module -CommandType $kinds -ErrorAction Stop
} else {
$found = foreach ($name in $Names) { Get-Command -Name $name -CommandType $kinds -ErrorAction Stop }
}
$types = @{}
$common = 'Verbose', 'Debug', 'ErrorAction', 'WarningAction', 'InformationAction', 'ProgressAction', 'ErrorVariable',
'WarningVariable', 'InformationVariable', 'OutVariable', 'OutBuffer', 'PipelineVariable', 'UseTransaction'
function Get-TypeName([type]$Type, [bool]$WithProperties) {
$name = $Type.ToString()
if (-not $types.ContainsKey($name)) {
$types[$name] = @{ kind = 'object'; properties = @{} }
$types[$name] = Get-TypeKind $Type
}
if ($WithProperties) {
$known = $types[$name]
if ($known.kind -eq 'array' -or $known.kind -eq 'list') {
$element = Get-ElementType $Type
$null = Get-TypeName $element $true
} elseif ($known.kind -eq 'object' -and $known.properties.Count -eq 0) {
foreach ($property in $Type.GetProperties('Public, Instance')) {
if ($property.CanRead -and $property.GetIndexParameters().Length -eq 0 -and -not $known.properties.ContainsKey($property.Name)) {
$known.properties[$property.Name] = Get-TypeName $property.PropertyType $false
}
}
}
}
$name
}
function Get-TypeKind([type]$Type) {
$underlying = [Nullable]::GetUnderlyingType($Type)
if ($null -ne $underlying) { return @{ kind = 'nullable'; of = Get-TypeName $underlying $false } }
if ($Type.IsEnum) {
return @{ kind = 'enum'; members = @([Enum]::GetNames($Type)); isFlags = $Type.IsDefined([FlagsAttribute], $false) }
}
if ([Collections.IDictionary].IsAssignableFrom($Type)) { return @{ kind = 'dictionary' } }
$element = Get-ElementType $Type
if ($null -eq $element) { return @{ kind = 'object'; properties = @{} } }
$kind = 'list'
if ($Type.IsArray) { $kind = 'array' }
@{ kind = $kind; of = Get-TypeName $element $false }
}
function Get-ElementType([type]$Type) {
if ($Type.IsArray) { return $Type.GetElementType() }
if ($Type -eq [string]) { return }
if ($Type.IsGenericType) {
$arguments = $Type.GetGenericArguments()
if ($arguments.Length -eq 1 -and [Collections.IEnumerable].IsAssignableFrom($Type)) { return $arguments[0] }
}
if ([Collections.IList].IsAssignableFrom($Type)) { return [object] }
}
function Get-Text($Paragraphs) {
$texts = @(foreach ($paragraph in $Paragraphs) {
if ($null -ne $paragraph.Text) { [string]$paragraph.Text } elseif ($paragraph -is [string]) { $paragraph }
})
($texts -join "\`n\`n").Trim()
}
function Get-HelpOf($Command) {
$name = [Management.Automation.WildcardPattern]::Escape($Command.Name)
if ($Command.ModuleName) { $name = $Command.ModuleName + '\\' + $name }
try { $topic = @(Get-Help -Name $name -Category Cmdlet, Function, Filter -ErrorAction Stop)[0] } catch { return $null }
if (-not ($topic.PSTypeNames -like 'MamlCommandHelpInfo*')) { return $null }
$parameters = @{}
foreach ($parameter in $topic.parameters.parameter) {
$text = Get-Text $parameter.description
if ($text) { $parameters[[string]$parameter.name] = $text }
}
@{
synopsis = Get-Text $topic.Synopsis
description = Get-Text $topic.description
parameters = $parameters
examples = @(foreach ($example in $topic.examples.example) {
if ($example.code) { @{ code = [string]$example.code; remarks = Get-Text $example.remarks } }
})
links = @(foreach ($link in $topic.relatedLinks.navigationLink) { if ($link.uri) { [string]$link.uri } })
}
}
function Get-Constraint($Attribute) {
switch ($Attribute.GetType().Name) {
'ValidateSetAttribute' { @{ kind = 'set'; values = @($Attribute.ValidValues) } }
'ValidateRangeAttribute' {
if ($null -ne $Attribute.MinRange) {
@{ kind = 'range'; min = [string]$Attribute.MinRange; max = [string]$Attribute.MaxRange }
}
}
'ValidateLengthAttribute' { @{ kind = 'length'; min = [string]$Attribute.MinLength; max = [string]$Attribute.MaxLength } }
'ValidateCountAttribute' { @{ kind = 'count'; min = [string]$Attribute.MinLength; max = [string]$Attribute.MaxLength } }
'ValidatePatternAttribute' { @{ kind = 'pattern'; pattern = [string]$Attribute.RegexPattern } }
'AllowNullAttribute' { @{ kind = 'allow-null' } }
}
}
function Get-Declaration($Parameter) {
$obsolete = $null
foreach ($attribute in $Parameter.Attributes) {
if ($attribute -is [ObsoleteAttribute]) { $obsolete = [string]$attribute.Message }
}
@{
name = $Parameter.Name
aliases = @($Parameter.Aliases)
type = Get-TypeName $Parameter.ParameterType $false
isDynamic = $Parameter.IsDynamic
constraints = @(foreach ($attribute in $Parameter.Attributes) { Get-Constraint $attribute })
helpMessage = [string]$Parameter.HelpMessage
obsolete = $obsolete
}
}
function Get-OutputType($Command) {
$declared = $Command.OutputType
if ($null -ne $Command.ImplementingType) {
$declared = foreach ($attribute in $Command.ImplementingType.GetCustomAttributes([Management.Automation.OutputTypeAttribute], $false)) {
if (-not $attribute.ProviderCmdlet) { $attribute.Type }
}
}
foreach ($type in $declared) {
if ($null -ne $type.Type) { Get-TypeName $type.Type $true } else { [string]$type.Name }
}
}
function Get-Metadata($Command) {
$declarations = @{}
$isAdvanced = $Command.CommandType -eq 'Cmdlet' -or $Command.CmdletBinding
$shouldProcess = $false
$sets = @(foreach ($set in $Command.ParameterSets) {
$uses = @(foreach ($parameter in $set.Parameters) {
if ($isAdvanced -and $common -contains $parameter.Name) { continue }
if ($isAdvanced -and $parameter.Aliases -contains 'wi') { $shouldProcess = $true; continue }
if ($isAdvanced -and $parameter.Aliases -contains 'cf') { continue }
if (-not $declarations.ContainsKey($parameter.Name)) { $declarations[$parameter.Name] = Get-Declaration $parameter }
$position = $null
if ($parameter.Position -ge 0) { $position = $parameter.Position }
@{
name = $parameter.Name
isMandatory = $parameter.IsMandatory
position = $position
takesPipeline = $parameter.ValueFromPipeline
takesPipelineByPropertyName = $parameter.ValueFromPipelineByPropertyName
}
})
@{ name = $set.Name; isDefault = $set.IsDefault; parameters = $uses }
})
@{
name = $Command.Name
module = [string]$Command.ModuleName
hasCommonParameters = [bool]$isAdvanced
supportsShouldProcess = $shouldProcess
parameters = @($declarations.Values)
parameterSets = $sets
outputTypes = @(Get-OutputType $Command)
help = Get-HelpOf $Command
}
}
$seen = @{}
$commands = @(foreach ($command in $found) {
if ($seen.ContainsKey($command.Name)) { continue }
$seen[$command.Name] = $true
if ($Arguments) {
$command = Get-Command -Name $command.Name -CommandType $kinds -ArgumentList $Arguments -ErrorAction Stop
} else {
$loaded = $ExecutionContext.InvokeCommand.GetCommand($prefix + $command.Name, $kinds)
if ($null -ne $loaded) { $command = $loaded }
}
Get-Metadata $command
})
@{ name = $Module; version = $version; commands = $commands; types = $types }
`;
