# Writing to the registry, exactly: kinds and all bits.

# Makes a value what it is to be; $null removes it. Its key must be there.
function Write-RegistryValue([string]$Path, [string]$Name, $Value) {
    $place = @{ LiteralPath = Get-ProviderPath $Path; Name = $Name; ErrorAction = 'Stop'; Confirm = $false; WhatIf = $false }
    if ($Name -eq '') { $place.Name = '(default)' }
    if ($null -eq $Value) { Remove-ItemProperty @place; return }
    $kind = $Value.Kind
    if ($kind -eq 'Unknown') { $kind = 'None' }
    Set-ItemProperty @place -Value (ConvertTo-RegistryData $Value) -Type $kind
}

function Get-ProviderPath([string]$Path) { 'Microsoft.PowerShell.Core\Registry::' + (Get-LongPath $Path) }

function Get-LongPath([string]$Path) {
    $hive, $subkey = $Path.Split([char[]]'\', 2)
    '{0}\{1}' -f @{ HKLM = 'HKEY_LOCAL_MACHINE'; HKCU = 'HKEY_CURRENT_USER'; HKU = 'HKEY_USERS' }[$hive], $subkey
}

# What .NET takes for a value's data.
function ConvertTo-RegistryData($Value) {
    if ($null -eq $Value) { return }
    switch ($Value.Kind) {
        'DWord' { return [BitConverter]::ToInt32([BitConverter]::GetBytes([uint32]$Value.Data), 0) }
        'QWord' { return [BitConverter]::ToInt64([BitConverter]::GetBytes([uint64]$Value.Data), 0) }
        'MultiString' { return , [string[]]@($Value.Data) }
        'Binary' { return , (ConvertFrom-Hex $Value.Data) }
        'Unknown' { return , (ConvertFrom-Hex $Value.Data) }
    }
    [string]$Value.Data
}

function ConvertFrom-Hex([string]$Hex) {
    $bytes = New-Object byte[] ($Hex.Length / 2)
    for ($i = 0; $i -lt $bytes.Length; $i++) { $bytes[$i] = [Convert]::ToByte($Hex.Substring(2 * $i, 2), 16) }
    , $bytes
}

# The keys that are missing on the way to some, those above first.
function Get-MissingKey($Paths) {
    $missing = New-Object Collections.ArrayList
    foreach ($path in $Paths) {
        $at = ''
        foreach ($name in $path.Split([char]'\')) {
            if ($at -eq '') { $at = $name; continue }
            $at += '\' + $name
            if ($missing -notcontains $at -and (Get-RegistryKeyState $at) -eq 'absent') { $null = $missing.Add($at) }
        }
    }
    $missing
}

# Makes a key under one that is there. One that is there already stays as it is: New-Item -Force would empty it.
function New-RegistryKey([string]$Path) {
    $cut = $Path.LastIndexOf([char]'\')
    $above = Open-RegistryKey $Path.Substring(0, $cut) $true
    try { $above.CreateSubKey($Path.Substring($cut + 1)).Close() } finally { $above.Close() }
}

# Removes a key, unless something has come into it.
function Remove-EmptyKey([string]$Path) {
    $key = Open-RegistryKey $Path
    if ($null -eq $key) { return }
    $isEmpty = $key.ValueCount -eq 0 -and $key.SubKeyCount -eq 0
    $key.Close()
    if (-not $isEmpty) { return }
    $cut = $Path.LastIndexOf([char]'\')
    $above = Open-RegistryKey $Path.Substring(0, $cut) $true
    try { $above.DeleteSubKey($Path.Substring($cut + 1)) } finally { $above.Close() }
}
