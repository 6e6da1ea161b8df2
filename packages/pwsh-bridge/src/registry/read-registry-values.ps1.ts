// Made of read-registry-values.ps1 by `npm run generate`.
export const script: string = `
param($Keys)
$ErrorActionPreference = 'Stop'
$unexpanded = [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames
$unwritable = [char[]](0xFFFE, 0xFFFF)
function Text($text) {
if ($text.IndexOfAny($unwritable) -ge 0) { , $text.ToCharArray() } else { $text }
}
foreach ($asked in $Keys) {
$hive, $path, $names = $asked
$root = [Microsoft.Win32.Registry]::$hive
if ($null -eq $root) { throw 'This machine has no Windows registry.' }
try {
$key = $root.OpenSubKey($path)
} catch {
if ($_.Exception.InnerException -isnot [Security.SecurityException]) { throw }
, @('access-denied')
continue
}
if ($null -eq $key) { , @('absent'); continue }
try {
$row = [Activator]::CreateInstance([Collections.Generic.List[object]])
$row.Add('present')
$there = $null
if ($null -eq $names) {
$names = $key.GetValueNames()
$row.Add(@(foreach ($name in $names) { Text $name }))
} else {
$row.Add($null)
}
foreach ($name in $names) {
$data = $key.GetValue($name, $null, $unexpanded)
if ($null -eq $data) {
if ($null -eq $there) {
$there = [Activator]::CreateInstance([Collections.Generic.HashSet[string]],
[object[]]($key.GetValueNames(), [StringComparer]::OrdinalIgnoreCase))
}
if ($there.Contains($name)) { $row.Add(0) } else { $row.Add($null) }
$row.Add($null)
} else {
$row.Add([int]$key.GetValueKind($name))
if ($data -is [string]) { $row.Add((Text $data)) }
elseif ($data -is [string[]]) { $row.Add(@(foreach ($text in $data) { Text $text })) }
else { $row.Add($data) }
}
}
, $row.ToArray()
} finally {
$key.Close()
}
}
`;
