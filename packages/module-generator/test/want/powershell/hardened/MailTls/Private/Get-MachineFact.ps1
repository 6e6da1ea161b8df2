# What the registry says of the machine beside its TLS settings.

$script:ComputerNameKey = 'HKLM\SYSTEM\CurrentControlSet\Control\ComputerName\ComputerName'
$script:WindowsKey = 'HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
$script:ExchangeKeys = 'HKLM\SOFTWARE\Microsoft\ExchangeServer\v15\Setup', 'HKLM\SOFTWARE\Microsoft\ExchangeServer\v14\Setup'

function Get-MachineFact([string]$AssumeOs) {
    @{
        Name     = Get-MachineName
        Windows  = Get-WindowsFact $AssumeOs
        Exchange = Get-ExchangeFact
        Restart  = Get-RestartState
    }
}

function Get-MachineName {
    $name = Read-Text $script:ComputerNameKey 'ComputerName'
    if ($null -eq $name) { $name = [Environment]::MachineName }
    $name
}

# $null where the build is unknown.
function Get-WindowsFact([string]$AssumeOs) {
    $build = Get-WindowsBuild
    if ($null -eq $build -and $AssumeOs -ne '') { $build = (Get-Release $AssumeOs).builds[-1] }
    if ($null -eq $build) { return }
    $number = @(Split-Build $build)[0..2] -join '.'
    $release = $null
    foreach ($candidate in $script:Windows.releases) { if ($candidate.builds -contains $number) { $release = $candidate.id } }
    $name = Read-Text $script:WindowsKey 'ProductName'
    if ($null -eq $name) {
        if ($null -eq $release) { $name = 'Windows' } else { $name = (Get-Release $release).name }
    }
    @{ Name = $name; Build = $build; Release = $release }
}

function Get-Release([string]$Id) {
    foreach ($release in $script:Windows.releases) { if ($release.id -eq $Id) { return $release } }
}

# Windows 10 and Server 2016 and newer keep "6.3" in CurrentVersion and their own number in two DWords beside it.
function Get-WindowsBuild {
    $build = Read-Text $script:WindowsKey 'CurrentBuild'
    if ([string]$build -notmatch '\A[0-9]{4,6}\z') { return }
    $major = Read-Number $script:WindowsKey 'CurrentMajorVersionNumber'
    if ($null -eq $major) {
        $version = Read-Text $script:WindowsKey 'CurrentVersion'
    } else {
        $minor = Read-Number $script:WindowsKey 'CurrentMinorVersionNumber'
        $version = '{0}.{1}' -f $major, [uint32]$minor
    }
    if ([string]$version -notmatch '\A[0-9]{1,2}\.[0-9]{1,2}\z') { return }
    $revision = Read-Number $script:WindowsKey 'UBR'
    if ($null -eq $revision) { "$version.$build" } else { "$version.$build.$revision" }
}

# 'absent', 'unknown', or a table of Name and Build. The version of ExSetup.exe counts before what Setup noted, as security
# updates change it too.
function Get-ExchangeFact {
    $build = Get-ExSetupVersion
    foreach ($key in $script:ExchangeKeys) {
        $names = 'MsiProductMajor', 'MsiProductMinor', 'MsiBuildMajor', 'MsiBuildMinor'
        $parts = @(foreach ($name in $names) { Read-Number $key $name })
        if ($null -eq $build -and $parts.Count -eq 4) { $build = $parts -join '.' }
    }
    if ($null -ne $build) { return @{ Name = Get-ExchangeName $build; Build = $build } }
    foreach ($key in $script:ExchangeKeys) { if ((Get-RegistryKeyState $key) -ne 'absent') { return 'unknown' } }
    'absent'
}

function Get-ExSetupVersion {
    foreach ($key in $script:ExchangeKeys) {
        $folder = Read-Text $key 'MsiInstallPath'
        if ($null -eq $folder) { continue }
        $file = [IO.Path]::Combine($folder, 'bin', 'ExSetup.exe')
        if (-not [IO.File]::Exists($file)) { continue }
        $info = [Diagnostics.FileVersionInfo]::GetVersionInfo($file)
        $version = '{0}.{1}.{2}.{3}' -f $info.FileMajorPart, $info.FileMinorPart, $info.FileBuildPart, $info.FilePrivatePart
        if ($version -ne '0.0.0.0') { return $version }
    }
}

function Get-ExchangeName([string]$Build) {
    foreach ($product in $script:Windows.exchangeProducts) {
        $isOfLine = "$Build.".StartsWith($product.line + '.', [StringComparison]::Ordinal)
        if ($isOfLine -and (Compare-Build $Build $product.from) -ge 0) { return $product.name }
    }
    'Exchange Server'
}

function Read-Text([string]$Path, [string]$Name) {
    $found = Read-RegistryValue $Path $Name
    if ($found.State -eq 'present' -and $found.Value.Kind -eq 'String') { $found.Value.Data }
}

function Read-Number([string]$Path, [string]$Name) {
    $found = Read-RegistryValue $Path $Name
    if ($found.State -eq 'present' -and $found.Value.Kind -eq 'DWord') { $found.Value.Data }
}

function Split-Build([string]$Build) { foreach ($part in $Build.Split([char]'.')) { [long]$part } }

# Negative when A is older than B, 0 when they are the same build, a missing part counting as 0.
function Compare-Build([string]$A, [string]$B) {
    $left = @(Split-Build $A)
    $right = @(Split-Build $B)
    for ($i = 0; $i -lt 4; $i++) {
        $difference = [long]$left[$i] - [long]$right[$i]
        if ($difference -ne 0) { return $difference }
    }
    0
}
