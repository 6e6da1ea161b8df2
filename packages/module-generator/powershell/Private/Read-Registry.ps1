# The registry as rules look at it: in its 64-bit view, whatever PowerShell this is, and with absent and unseen kept apart.
# A value is a table of Kind and Data: a DWord is a [uint32], a QWord decimal text, Binary lower-case hexadecimal.

$script:Hives = @{
    HKLM = [Microsoft.Win32.RegistryHive]::LocalMachine
    HKCU = [Microsoft.Win32.RegistryHive]::CurrentUser
    HKU  = [Microsoft.Win32.RegistryHive]::Users
}

# $null where the key is absent. Throws where it may not be opened.
function Open-RegistryKey([string]$Path, [bool]$Writable = $false) {
    $hive, $subkey = $Path.Split([char[]]'\', 2)
    $root = [Microsoft.Win32.RegistryKey]::OpenBaseKey($script:Hives[$hive], [Microsoft.Win32.RegistryView]::Registry64)
    try { $root.OpenSubKey($subkey, $Writable) } finally { $root.Close() }
}

# 'present', 'absent', or 'unknown' where the key may not be read.
function Get-RegistryKeyState([string]$Path) {
    try {
        $key = Open-RegistryKey $Path
    } catch [Security.SecurityException], [UnauthorizedAccessException] {
        return 'unknown'
    }
    if ($null -eq $key) { return 'absent' }
    $key.Close()
    'present'
}

# What a value is: a table of State, and of Value where it is present.
function Read-RegistryValue([string]$Path, [string]$Name) {
    try {
        $key = Open-RegistryKey $Path
    } catch [Security.SecurityException], [UnauthorizedAccessException] {
        return @{ State = 'unknown' }
    }
    if ($null -eq $key) { return @{ State = 'absent' } }
    try {
        $data = $key.GetValue($Name, $null, [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames)
        if ($null -ne $data) {
            $value = ConvertFrom-RegistryData $key.GetValueKind($Name) $data
            if ($null -eq $value) { return @{ State = 'unknown' } }
            return @{ State = 'present'; Value = $value }
        }
        # Absent, or of a kind that .NET gives no data of.
        foreach ($there in $key.GetValueNames()) {
            if ([string]::Equals($there, $Name, [StringComparison]::OrdinalIgnoreCase)) { return @{ State = 'unknown' } }
        }
        @{ State = 'absent' }
    } finally {
        $key.Close()
    }
}

# $null for what .NET could not take for the kind that it says it is, such as a DWord of five bytes.
function ConvertFrom-RegistryData($Kind, $Data) {
    switch ([string]$Kind) {
        'String' { return @{ Kind = 'String'; Data = [string]$Data } }
        'ExpandString' { return @{ Kind = 'ExpandString'; Data = [string]$Data } }
        'MultiString' { return @{ Kind = 'MultiString'; Data = [string[]]$Data } }
        'DWord' { if ($Data -is [int]) { return New-DWord ([BitConverter]::ToUInt32([BitConverter]::GetBytes($Data), 0)) } }
        'QWord' {
            if ($Data -is [long]) {
                $unsigned = [BitConverter]::ToUInt64([BitConverter]::GetBytes($Data), 0)
                return @{ Kind = 'QWord'; Data = $unsigned.ToString([Globalization.CultureInfo]::InvariantCulture) }
            }
        }
        'Binary' { if ($Data -is [byte[]]) { return @{ Kind = 'Binary'; Data = ConvertTo-Hex $Data } } }
        'None' { if ($Data -is [byte[]]) { return @{ Kind = 'Unknown'; Type = 0; Data = ConvertTo-Hex $Data } } }
    }
}

function New-DWord($Number) { @{ Kind = 'DWord'; Data = [uint32]$Number } }

function ConvertTo-Hex([byte[]]$Bytes) { [BitConverter]::ToString($Bytes).Replace('-', '').ToLowerInvariant() }

# Whether two values are the same to the bit. $null is "absent".
function Test-SameValue($A, $B) {
    if ($null -eq $A -or $null -eq $B) { return $null -eq $A -and $null -eq $B }
    if ($A.Kind -ne $B.Kind) { return $false }
    if ($A.Kind -eq 'Unknown' -and $A.Type -ne $B.Type) { return $false }
    $left = @($A.Data)
    $right = @($B.Data)
    if ($left.Count -ne $right.Count) { return $false }
    for ($i = 0; $i -lt $left.Count; $i++) {
        # Not -ceq, which takes invisible characters for nothing.
        if (-not [string]::Equals([string]$left[$i], [string]$right[$i], [StringComparison]::Ordinal)) { return $false }
    }
    $true
}
