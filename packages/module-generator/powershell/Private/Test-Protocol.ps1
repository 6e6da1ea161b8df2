# Judges SCHANNEL's protocols by what Windows makes of their values.

$script:EffectiveOfDefault = @{
    on = 'enabled'; off = 'disabled-by-default'; none = 'disabled'; unsafe = 'disabled'; unknown = 'unknown'
}

# Windows' truth table: any number but 0 counts as set. Where only one of the two values is there, only what holds under every
# reading is said.
function Get-ProtocolState($Protocol, $Release) {
    $enabled = Get-Half $Protocol.key 'Enabled'
    $byDefault = Get-Half $Protocol.key 'DisabledByDefault'
    $fallback = Get-ProtocolDefault $Protocol $Release
    $halves = $enabled, $byDefault
    if ($halves -contains 'absent' -or $halves -contains 'unseen') { $basis = 'mixed' } else { $basis = 'registry' }
    if ($fallback -eq 'none') { $effective = 'disabled'; $basis = 'os-default' }
    elseif ($enabled -eq 'zero') { $effective = 'disabled'; $basis = 'registry' }
    elseif ($enabled -eq 'absent' -and $byDefault -eq 'absent') {
        $effective = $script:EffectiveOfDefault[$fallback]
        $basis = 'os-default'
    }
    elseif ($halves -contains 'unseen' -or $halves -contains 'other-kind') { $effective = 'unknown' }
    elseif ($byDefault -eq 'non-zero') { $effective = 'disabled-by-default' }
    elseif ($fallback -eq 'on' -or ($basis -eq 'registry' -and $fallback -ne 'unsafe')) { $effective = 'enabled' }
    else { $effective = 'unknown' }
    @{
        Protocol = $Protocol.protocol; Role = $Protocol.role; Effective = $effective; Basis = $basis
        Default = $fallback; Definition = $Protocol
    }
}

# No source says how SCHANNEL reads a value of another kind than DWord.
function Get-Half([string]$Path, [string]$Name) {
    $found = Read-RegistryValue $Path $Name
    if ($found.State -eq 'unknown') { return 'unseen' }
    if ($found.State -eq 'absent') { return 'absent' }
    if ($found.Value.Kind -ne 'DWord') { return 'other-kind' }
    if ($found.Value.Data -eq 0) { 'zero' } else { 'non-zero' }
}

function Get-ProtocolDefault($Protocol, $Release) {
    if ($null -eq $Release) { return 'unknown' }
    $Protocol.defaults[$Release]
}

function Select-ProtocolState($States, $Check) {
    foreach ($state in $States) { if ($state.Protocol -eq $Check.protocol -and $state.Role -eq $Check.role) { return $state } }
}

function Get-ProtocolSeverity([string]$Effective, [string]$Want) {
    if ($Effective -eq 'unknown') { return 'warning' }
    if (($Effective -eq 'enabled') -eq ($Want -eq 'enabled')) { 'info' } else { 'error' }
}

# While the state is wrong, each value that is not as wanted is an error; while it is unknown, a warning; while it is right,
# information: a default can change with Windows, and other tools mistake an absent value or another number than 1.
function Test-Protocol($Rule, $Facts, $States) {
    $check = $Rule.check
    if (Test-Exempt $check $Facts) { return }
    $state = Select-ProtocolState $States $check
    $path = $state.Definition.key
    $role = Get-Text ('role.' + $check.role)
    if ($check.want -eq 'enabled' -and $state.Default -eq 'none') {
        $text = Get-Text 'finding.protocol-missing' @{ protocol = $check.protocol; role = $role }
        return New-Finding $Rule 'error' $text @{ Path = $path }
    }
    $severity = Get-ProtocolSeverity $state.Effective $check.want
    # Where Windows does not have a protocol, nothing needs to be said of what is not set.
    $isQuiet = $severity -eq 'info' -and 'none', 'unsafe' -contains $state.Default
    foreach ($wanted in $script:Windows.schannelValues[$check.want]) {
        $found = Read-RegistryValue $path $wanted.name
        $actual = $found.Value
        if ($null -eq $actual) { if ($isQuiet) { continue } }
        elseif ($actual.Kind -eq 'DWord' -and $actual.Data -eq $wanted.number) { continue }
        $about = New-ValueSubject $Rule $path $wanted.name $found (New-DWord $wanted.number)
        $words = @{
            name = $wanted.name; protocol = $check.protocol; role = $role; expected = $wanted.number
            actual = Format-RegistryValue $actual; state = Get-Text ('state.' + $state.Effective)
        }
        $level = $severity
        if (-not $about.Seen) {
            if ($severity -ne 'info') { $level = 'warning' }
            $id = 'finding.protocol-unseen'
        } elseif ($null -ne $actual -and $actual.Kind -ne 'DWord') {
            $id = 'finding.value-kind'
        } elseif ($wanted.number -eq 1 -and $null -ne $actual -and $actual.Data -ne 0) {
            # A number other than 1 where 1 is wanted is not what makes the state wrong.
            $level = 'info'
            $id = 'finding.not-one'
        } elseif ($severity -ne 'info') { $id = "finding.protocol-$severity" }
        elseif ($null -eq $actual) { $id = 'finding.protocol-by-default' }
        else { $id = 'finding.protocol-differs' }
        New-Finding $Rule $level (Get-Text $id $words) $about
    }
}

# A demand that holds for older builds only is not put to a machine of which neither build is known to be older.
function Test-Exempt($Check, $Facts) {
    if ($null -eq $Check.unless) { return $false }
    if ($null -ne $Facts.Windows -and (Compare-Build $Facts.Windows.Build $Check.unless.windows) -lt 0) { return $false }
    if ($Facts.Exchange -is [hashtable] -and (Compare-Build $Facts.Exchange.Build $Check.unless.exchange) -lt 0) { return $false }
    $true
}

# The missing keys of the protocols that must be on, the topmost of each once. The edits of the values create them.
function Test-ProtocolKey($Rules, $States) {
    $seen = @{}
    foreach ($rule in $Rules) {
        $check = $rule.check
        if ($check.type -ne 'schannel-protocol' -or $check.want -ne 'enabled') { continue }
        $state = Select-ProtocolState $States $check
        if ($state.Default -eq 'none') { continue }
        foreach ($path in $state.Definition.protocolKey, $state.Definition.key) {
            if ((Get-RegistryKeyState $path) -ne 'absent') { continue }
            if (-not $seen.ContainsKey($path)) {
                $seen[$path] = $true
                $severity = Get-ProtocolSeverity $state.Effective $check.want
                New-Finding $rule $severity (Get-Text 'finding.key-absent' @{ path = $path }) @{ Path = $path }
            }
            break
        }
    }
}
