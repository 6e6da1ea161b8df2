// Made of request-loop.ps1 by `npm run generate`.
export const script: string = `
param($Mark, $Reader = [Console]::In, $Writer = [Console]::Out)
$runspace = [Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace(
[Management.Automation.Runspaces.InitialSessionState]::CreateDefault2())
$runspace.ThreadOptions = 'UseCurrentThread'
$runspace.Open()
$shell = [Management.Automation.PowerShell]::Create()
$shell.Runspace = $runspace
$output = [Activator]::CreateInstance([Collections.Generic.List[psobject]])
$loop = {
function Invoke-BridgeScript {
$private:body, $private:inPlace, $private:byName = $args
& $body @inPlace @byName
}
& (New-Module -ScriptBlock {
$unwritable = [char[]](0xFFFE, 0xFFFF)
function Text($Value) {
$text = [string]$Value
if ($text.IndexOfAny($unwritable) -ge 0) { , $text.ToCharArray() } else { $text }
}
function Record($Record, $IsInScript, $Cause) {
$at = $Record.InvocationInfo
$category = $Record.CategoryInfo
$target = $Record.TargetObject
if ($target -is [string]) { $target = Text $target }
$exception = $Record.Exception
if ($exception -is [Management.Automation.ParentContainsErrorRecordException] -and $null -ne $Cause) { $exception = $Cause }
$exceptions = @(for ($e = $exception; $null -ne $e; $e = $e.InnerException) {
$e.GetType().FullName
Text $e.Message
})
$place = $null
if ($IsInScript) {
$place = $at.ScriptLineNumber, $at.OffsetInLine, (Text $at.ScriptName), (Text $at.Line), (Text $Record.ScriptStackTrace)
}
, @(
(Text $Record), (Text $Record.FullyQualifiedErrorId),
[string]$category.Category, (Text $category.Activity), (Text $category.Reason),
(Text $category.TargetName), (Text $category.TargetType),
$target, $exceptions, (Text $at.MyCommand), $place
)
}
function Messages($Records) { , @(foreach ($record in $Records) { Text $record.Message }) }
function Information($Records) {
, @(foreach ($record in $Records) {
, @((Text $record.MessageData), $record.MessageData, @($record.Tags), (Text $record.Source), $record.TimeGenerated)
})
}
function Thaw($Array) {
, @(foreach ($item in $Array) { if ($item -is [Collections.ArrayList]) { Thaw $item } else { , $item } })
}
function Serve($Mark, $Own, $OwnOutput, $Reader, $Writer, $RunShell) {
$edition = $PSVersionTable.PSEdition
if ($null -eq $edition) { $edition = 'Desktop' }
$reply = @([string]$PSVersionTable.PSVersion, $edition, $PID, [Environment]::Is64BitProcess)
$depth = 1
$told = $null
$utf8 = [Activator]::CreateInstance([Text.UTF8Encoding], [object[]]($false, $true))
$nul = [char]0
$ignoreCase = [StringComparison]::OrdinalIgnoreCase
$positional = [Activator]::CreateInstance([Collections.Generic.List[object]])
for (;;) {
if ($null -ne $told) {
try { $bytes = $utf8.GetBytes($told) } catch { $reply = @($false, $told.Substring(1)); $told = $null }
}
if ($null -eq $told) {
try {
$xml = [Management.Automation.PSSerializer]::Serialize($reply, $depth)
} catch {
$xml = [Management.Automation.PSSerializer]::Serialize(@(Text $_), 1)
}
$bytes = $utf8.GetBytes($xml)
}
$Writer.WriteLine($Mark + ' ' + [Convert]::ToBase64String($bytes))
$line = $Reader.ReadLine()
if ($line -eq 'exit 1') { $line = $Reader.ReadLine() }
if ($null -eq $line) { return }
$request = $utf8.GetString([Convert]::FromBase64String($line))
if ($request[0] -eq '<') {
$depth, $isScript, $text, $select, $parameters = [Management.Automation.PSSerializer]::Deserialize($request)
} else {
$depth, $isScript, $text, $select, $parameters = $request.Split($nul)
if ($select.Length -eq 0) { $select = $null }
}
$positional.Clear()
$named = @{}
for ($i = 1; $i -lt $parameters.Count; $i += 2) {
$value = $parameters[$i]
if ($value -is [Collections.ArrayList]) {
$value = $value.ToArray()
foreach ($item in $value) {
if ($item -is [Collections.ArrayList]) { $value = Thaw $value; break }
}
}
if ($null -eq $parameters[$i - 1]) { $positional.Add($value) } else { $named[$parameters[$i - 1]] = $value }
}
$fatal = $cmdlet = $null
if (-not $isScript -and $text.EndsWith('-ItemProperty', $ignoreCase)) {
$cmdlet = $ExecutionContext.InvokeCommand.GetCmdlet($text)
}
if ($null -ne $cmdlet) {
$shell = $Own
$output = $OwnOutput
try { & $cmdlet @named } catch { $fatal = Record $_ $false }
} else {
$shell = [Management.Automation.PowerShell]::Create('CurrentRunspace')
$output = [Activator]::CreateInstance([Collections.Generic.List[psobject]])
try {
if ($isScript) {
$null = $shell.AddCommand('Invoke-BridgeScript', $true).AddArgument([scriptblock]::Create($text))
$null = $shell.AddArgument($positional.ToArray()).AddArgument($named)
} else {
$null = $shell.AddCommand($text).AddParameters($named)
}
& $RunShell $shell $output
} catch {
$value = $_.Exception.InnerException
if ($null -ne $value.ErrorRecord) { $fatal = Record $value.ErrorRecord $true $value }
else { $fatal = Record $_ $true }
}
}
if ($null -eq $select) { $value = @($output) }
else { $value = @(foreach ($item in $output) { foreach ($name in $select) { , $item.$name } }) }
$streams = $Own.Streams
$errors = $warnings = $verbose = $debug = $information = $progress = $null
$isQuiet = $null -eq $fatal
if ($shell.Streams.Error.Count -gt 0) {
$isQuiet = $false
$errors = @(foreach ($record in $shell.Streams.Error.ReadAll()) { Record $record ($null -eq $cmdlet) })
}
if ($streams.Warning.Count -gt 0) { $isQuiet = $false; $warnings = Messages $streams.Warning.ReadAll() }
if ($streams.Verbose.Count -gt 0) { $isQuiet = $false; $verbose = Messages $streams.Verbose.ReadAll() }
if ($streams.Debug.Count -gt 0) { $isQuiet = $false; $debug = Messages $streams.Debug.ReadAll() }
if ($streams.Information.Count -gt 0) {
$isQuiet = $false
$information = Information $streams.Information.ReadAll()
}
if ($streams.Progress.Count -gt 0) { $isQuiet = $false; $progress = @($streams.Progress.ReadAll()) }
$told = $null
if ($isQuiet -and $null -ne $cmdlet -and $value.Count -eq 1 -and $value[0] -is [string] -and -not $shell.HadErrors) {
$told = '=' + $value[0]
} elseif ($isQuiet) { $reply = @($shell.HadErrors) + $value }
else { $reply = $null, $shell.HadErrors, $value, $fatal, $errors, $warnings, $verbose, $debug, $information, $progress }
if ($null -eq $cmdlet) { $shell.Dispose() } else { $output.Clear() }
}
}
Export-ModuleMember
}) Serve @args { $null = $args[0].Invoke($null, $args[1]) }
}
$null = $shell.AddScript($loop.ToString(), $true)
foreach ($value in $Mark, $shell, $output, $Reader, $Writer) { $null = $shell.AddArgument($value) }
$null = $shell.Invoke($null, $output)
$runspace.Dispose()
`;
