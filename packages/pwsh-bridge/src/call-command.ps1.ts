// Made of call-command.ps1 by `npm run generate`.
export const script: string = `
param($Command, $Parameters, $LiveValues, $IsPiped, $Objects)
foreach ($row in $LiveValues) {
$name, $index, $kind, $text, $userName = $row
if ($kind -eq 'script-block') {
$value = [scriptblock]::Create($text)
} else {
$value = [Activator]::CreateInstance([Security.SecureString])
foreach ($character in $text.ToCharArray()) { $value.AppendChar($character) }
if ($kind -eq 'credential') {
$value = [Activator]::CreateInstance([Management.Automation.PSCredential], [object[]]($userName, $value))
}
}
if ($null -eq $index) { $Parameters[$name] = $value } else { $Parameters[$name][$index] = $value }
}
if ($IsPiped) { $Objects | & $Command @Parameters } else { & $Command @Parameters }
`;
