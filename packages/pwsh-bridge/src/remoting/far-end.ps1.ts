// Made of far-end.ps1 by `npm run generate`.
export const script: string = `
param($Line, $Loop)
if ($null -ne $Loop) {
$mode = $ExecutionContext.SessionState.LanguageMode
if ($mode -ne 'FullLanguage') { return " $mode" }
$requests = [Activator]::CreateInstance([IO.Pipes.AnonymousPipeServerStream], [object[]](, [IO.Pipes.PipeDirection]::Out))
$answers = [Activator]::CreateInstance([IO.Pipes.AnonymousPipeServerStream], [object[]](, [IO.Pipes.PipeDirection]::In))
$read = [Activator]::CreateInstance([IO.Pipes.AnonymousPipeClientStream],
[object[]]([IO.Pipes.PipeDirection]::In, $requests.ClientSafePipeHandle))
$write = [Activator]::CreateInstance([IO.Pipes.AnonymousPipeClientStream],
[object[]]([IO.Pipes.PipeDirection]::Out, $answers.ClientSafePipeHandle))
$end = @{
Writer = [Activator]::CreateInstance([IO.StreamWriter], [object[]](, $requests))
Answers = $answers
Buffer = [Activator]::CreateInstance([byte[]], [object[]](, 65536))
}
$reader = [Activator]::CreateInstance([IO.StreamReader], [object[]](, $read))
$writer = [Activator]::CreateInstance([IO.StreamWriter], [object[]](, $write))
$end.Writer.AutoFlush = $writer.AutoFlush = $true
$shell = [Management.Automation.PowerShell]::Create()
$shell.Runspace = [Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace(
[Management.Automation.Runspaces.InitialSessionState]::CreateDefault2())
$shell.Runspace.Open()
$null = $shell.AddScript("param(\`$Reader, \`$Writer) try { & { $Loop } '' \`$Reader \`$Writer } finally { \`$Writer.Dispose() }")
$null = $shell.AddArgument($reader).AddArgument($writer).BeginInvoke()
$global:PwshBridgeEnd = $end
} else {
$end = $global:PwshBridgeEnd
$end.Writer.WriteLine($Line)
}
$text = [Activator]::CreateInstance([Text.StringBuilder])
do {
$reading = $end.Answers.BeginRead($end.Buffer, 0, $end.Buffer.Length, $null, $null)
while (-not $reading.AsyncWaitHandle.WaitOne(100)) { }
$count = $end.Answers.EndRead($reading)
$null = $text.Append([Text.Encoding]::ASCII.GetString($end.Buffer, 0, $count))
} while ($count -gt 0 -and $end.Buffer[$count - 1] -ne 10)
$text.ToString().TrimEnd()
`;
