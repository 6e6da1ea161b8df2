# DSC's keywords as functions, for an engine that has no DSC: the configuration's own text runs, and each resource does at once
# what it would do on a machine.
function Import-DscResource { }
function Node($Name, [scriptblock] $Body) { & $Body }
foreach ($property in 'Ensure', 'Key', 'ValueName', 'ValueType', 'ValueData', 'Force', 'GetScript', 'TestScript', 'SetScript') {
  [void] $ExecutionContext.InvokeProvider.Item.Set("function:global:$property", [scriptblock]::Create("`$global:resource['$property'] = `$args[1]"))
}
function Read-Resource([scriptblock] $Body) {
  $global:resource = @{}
  & $Body
  $global:resource
}
function Registry([string] $Name, [scriptblock] $Body) {
  $resource = Read-Resource $Body
  if ($resource.Ensure -ne 'Present' -or $resource.ValueType -ne 'Dword' -or $resource.Force -ne $true) { throw "not a forced DWord: $Name" }
  [Microsoft.Win32.Registry]::SetValue($resource.Key, $resource.ValueName, [int] $resource.ValueData, 'DWord')
}
function Script([string] $Name, [scriptblock] $Body) {
  $resource = Read-Resource $Body
  "$Name before: " + (& $resource.GetScript).Result
  if (-not (& $resource.TestScript)) { & $resource.SetScript }
  "$Name after: " + (& $resource.GetScript).Result + ' ' + (& $resource.TestScript)
}
