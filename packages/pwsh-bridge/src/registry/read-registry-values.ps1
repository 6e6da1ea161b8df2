# Each of $Keys: the property of [Registry] for the hive, the path beneath it, and the values' names, $null for all there are.
# Writes for each key: its state, all names where they were asked for, then kind and data of each value, $null where absent.
param($Keys)

# What goes wrong is the whole call's affair: an answer with gaps could not be told from values that are absent.
$ErrorActionPreference = 'Stop'
$unexpanded = [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames
$unwritable = [char[]](0xFFFE, 0xFFFF)
# The serializer fails on two characters that XML cannot hold. A text with one of them goes as its characters' numbers.
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
                # Absent, or of a kind that .NET cannot read, which only the list of names tells apart.
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
