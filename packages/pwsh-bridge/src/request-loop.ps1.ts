// Made of request-loop.ps1 by `npm run embed`.
export const script: string = `
param($Mark)
$runspace = [Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace(
[Management.Automation.Runspaces.InitialSessionState]::CreateDefault2())
$runspace.ThreadOptions = 'UseCurrentThread'
$runspace.Open()
$shell = [Management.Automation.PowerShell]::Create()
$shell.Runspace = $runspace
$output = [Activator]::CreateInstance([Collections.Generic.List[psobject]])
$loop = {
$private:mark, $private:own, $private:ownOutput, $private:reader, $private:writer = $args
$private:utf8 = [Text.Encoding]::UTF8
$private:line = $private:text = $private:parameters = $private:named = $private:select = $private:xml = $null
$private:shell = $private:output = $private:cmdlet = $private:i = $private:value = $private:name = $private:item = $null
$private:streams = $private:record = $private:fatal = $private:errors = $private:warnings = $private:verbose = $null
$private:debug = $private:information = $private:progress = $private:isScript = $private:isQuiet = $null
$private:tools = New-Module -ScriptBlock {
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
Export-ModuleMember
}
function Invoke-BridgeScript {
$private:body, $private:inPlace, $private:byName = $args
& $body @inPlace @byName
}
$private:positional = [Activator]::CreateInstance([Collections.Generic.List[object]])
$private:depth = 1
$private:edition = $PSVersionTable.PSEdition
if ($null -eq $edition) { $edition = 'Desktop' }
$private:reply = @([string]$PSVersionTable.PSVersion, $edition, $PID, [Environment]::Is64BitProcess)
for (;;) {
try {
$xml = [Management.Automation.PSSerializer]::Serialize($reply, $depth)
} catch {
$xml = [Management.Automation.PSSerializer]::Serialize(@(& $tools Text $_), 1)
}
$writer.WriteLine($mark + ' ' + [Convert]::ToBase64String($utf8.GetBytes($xml)))
$line = $reader.ReadLine()
if ($line -eq 'exit 1') { $line = $reader.ReadLine() }
if ($null -eq $line) { break }
$depth, $isScript, $text, $parameters, $select =
[Management.Automation.PSSerializer]::Deserialize($utf8.GetString([Convert]::FromBase64String($line)))
$positional.Clear()
$named = @{}
for ($i = 1; $i -lt $parameters.Count; $i += 2) {
$value = $parameters[$i]
if ($value -is [Collections.ArrayList]) {
$value = $value.ToArray()
foreach ($item in $value) {
if ($item -is [Collections.ArrayList]) { $value = & $tools Thaw $value; break }
}
}
if ($null -eq $parameters[$i - 1]) { $positional.Add($value) } else { $named[$parameters[$i - 1]] = $value }
}
$fatal = $cmdlet = $null
if (-not $isScript) { $cmdlet = $ExecutionContext.InvokeCommand.GetCmdlet($text) }
if ($null -ne $cmdlet) {
$shell = $own
$output = $ownOutput
try { & $cmdlet @named } catch { $fatal = & $tools Record $_ $false }
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
$null = $shell.Invoke($null, $output)
} catch {
$value = $_.Exception.InnerException
if ($null -ne $value.ErrorRecord) { $fatal = & $tools Record $value.ErrorRecord $true $value }
else { $fatal = & $tools Record $_ $true }
}
}
if ($null -eq $select) { $value = @($output) }
else { $value = @(foreach ($item in $output) { foreach ($name in $select) { , $item.$name } }) }
$streams = $own.Streams
$errors = $warnings = $verbose = $debug = $information = $progress = $null
$isQuiet = $null -eq $fatal
if ($shell.Streams.Error.Count -gt 0) {
$isQuiet = $false
$errors = @(foreach ($record in $shell.Streams.Error.ReadAll()) { & $tools Record $record ($null -eq $cmdlet) })
}
if ($streams.Warning.Count -gt 0) { $isQuiet = $false; $warnings = & $tools Messages $streams.Warning.ReadAll() }
if ($streams.Verbose.Count -gt 0) { $isQuiet = $false; $verbose = & $tools Messages $streams.Verbose.ReadAll() }
if ($streams.Debug.Count -gt 0) { $isQuiet = $false; $debug = & $tools Messages $streams.Debug.ReadAll() }
if ($streams.Information.Count -gt 0) {
$isQuiet = $false
$information = & $tools Information $streams.Information.ReadAll()
}
if ($streams.Progress.Count -gt 0) { $isQuiet = $false; $progress = @($streams.Progress.ReadAll()) }
if ($isQuiet) { $reply = @($shell.HadErrors) + $value }
else { $reply = $null, $shell.HadErrors, $value, $fatal, $errors, $warnings, $verbose, $debug, $information, $progress }
if ($null -eq $cmdlet) { $shell.Dispose() } else { $output.Clear() }
}
}
$null = $shell.AddScript($loop.ToString(), $true)
foreach ($value in $Mark, $shell, $output, [Console]::In, [Console]::Out) { $null = $shell.AddArgument($value) }
$null = $shell.Invoke($null, $output)
$runspace.Dispose()
`;
