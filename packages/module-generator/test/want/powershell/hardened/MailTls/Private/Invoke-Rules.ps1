# Judges the machine by rules. Rules are data (Data\Rules.psd1): nothing here knows one of them.

# Findings are tables; what would mend one is its Edit. The names and orders are those of `mailtls check`.
function Invoke-Rules($Rules, [string]$AssumeOs) {
    # Whatever the caller wants of errors: a value that could not be read must not be taken for one that is absent.
    $ErrorActionPreference = 'Stop'
    $facts = Get-MachineFacts $AssumeOs
    $release = $null
    if ($null -ne $facts.Windows) { $release = $facts.Windows.Release }
    $states = @(foreach ($protocol in $script:Windows.protocols) { Get-ProtocolState $protocol $release })
    $findings = @(
        foreach ($rule in $Rules) {
            switch ($rule.check.type) {
                'schannel-protocol' { Test-Protocol $rule $facts $states }
                'dword' { Test-DWord $rule }
                'dword-bits' { Test-Bits $rule $release }
                'misplaced-values' { Test-Misplaced $rule }
                'windows-build' { Test-WindowsBuild $rule $facts.Windows }
                'exchange-build' { Test-ExchangeBuild $rule $facts.Exchange }
                'restart' { if ($facts.Restart -eq 'needed') { New-Finding $rule 'warning' (Get-Text 'finding.restart-needed') } }
            }
        }
        Test-ProtocolKeys $Rules $states
    )
    @{ Facts = $facts; Protocols = $states; Findings = $findings }
}

function New-Finding($Rule, [string]$Severity, [string]$Message, [hashtable]$About = @{}) {
    $finding = @{
        Rule = $Rule.id; Severity = $Severity; Path = $null; Name = $null
        Actual = $null; Seen = $true; Expected = $null; Message = $Message; Edit = $null
    }
    foreach ($field in $About.Keys) { $finding[$field] = $About[$field] }
    $finding
}

# What a finding says of one value, with the edit that writes what is wanted.
function New-ValueSubject($Rule, [string]$Path, [string]$Name, $Found, $Wanted) {
    $seen = $Found.State -ne 'unknown'
    @{
        Path = $Path; Name = $Name; Actual = $Found.Value; Seen = $seen; Expected = $Wanted
        Edit = @{ Path = $Path; Name = $Name; From = $Found.Value; FromSeen = $seen; To = $Wanted; Rule = $Rule.id }
    }
}

# --- SCHANNEL's protocols

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
    elseif ($enabled -eq 'absent' -and $byDefault -eq 'absent') { $effective = $script:EffectiveOfDefault[$fallback]; $basis = 'os-default' }
    elseif ($halves -contains 'unseen' -or $halves -contains 'other-kind') { $effective = 'unknown' }
    elseif ($byDefault -eq 'non-zero') { $effective = 'disabled-by-default' }
    elseif ($fallback -eq 'on' -or ($basis -eq 'registry' -and $fallback -ne 'unsafe')) { $effective = 'enabled' }
    else { $effective = 'unknown' }
    @{ Protocol = $Protocol.protocol; Role = $Protocol.role; Effective = $effective; Basis = $basis; Default = $fallback; Definition = $Protocol }
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
            $words.kind = Get-KindName $actual
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
function Test-ProtocolKeys($Rules, $States) {
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

# --- Values

# What all rules on one DWord have in common: out of sight and of another kind it is a warning, as nobody can tell what then
# holds. $null where the rule itself must say what it means.
function Test-OneValue($Rule, $About) {
    $actual = $About.Actual
    $words = @{ name = $About.Name; expected = Format-RegistryValue $About.Expected; actual = Format-RegistryValue $actual }
    if (-not $About.Seen) { return New-Finding $Rule 'warning' (Get-Text 'finding.value-unseen' $words) $About }
    if ($null -eq $actual -or $actual.Kind -eq 'DWord') { return }
    $words.kind = Get-KindName $actual
    New-Finding $Rule 'warning' (Get-Text 'finding.value-kind' $words) $About
}

# A DWord that must be exactly one number. Absent is a warning: what then happens depends on the program that reads it.
function Test-DWord($Rule) {
    $check = $Rule.check
    $about = New-ValueSubject $Rule $check.path $check.name (Read-RegistryValue $check.path $check.name) (New-DWord $check.want)
    $finding = Test-OneValue $Rule $about
    if ($null -ne $finding) { return $finding }
    $actual = $about.Actual
    $words = @{ name = $check.name; expected = $check.want; actual = Format-RegistryValue $actual }
    if ($null -eq $actual) { return New-Finding $Rule 'warning' (Get-Text 'finding.value-unset' $words) $about }
    if ($actual.Data -eq $check.want) { return }
    # Only 0 is documented as off; how a program reads a further number is not.
    if ($actual.Data -eq 0) { $severity = 'error' } else { $severity = 'warning' }
    New-Finding $Rule $severity (Get-Text 'finding.value-wrong' $words) $about
}

# A DWord of flags that must have certain bits; other bits are left as they are.
function Test-Bits($Rule, $Release) {
    $check = $Rule.check
    $found = Read-RegistryValue $check.path $check.name
    if ($found.State -eq 'present' -and $found.Value.Kind -eq 'DWord') { $number = $found.Value.Data -bor $check.bits }
    elseif ($null -ne $Release -and $null -ne $check.writeOn[$Release]) { $number = $check.writeOn[$Release] }
    else { $number = $check.write }
    $about = New-ValueSubject $Rule $check.path $check.name $found (New-DWord $number)
    $finding = Test-OneValue $Rule $about
    if ($null -ne $finding) { return $finding }
    $actual = $about.Actual
    $words = @{ name = $check.name; expected = Format-RegistryValue $about.Expected; actual = Format-RegistryValue $actual }
    if ($null -ne $actual) {
        if (($actual.Data -band $check.bits) -eq $check.bits) { return }
        return New-Finding $Rule 'error' (Get-Text 'finding.bits-missing' $words) $about
    }
    if ($null -ne $Release) { $words.windows = (Get-Release $Release).name }
    if ($check.absentHasThem -contains $Release) { New-Finding $Rule 'info' (Get-Text 'finding.bits-by-default' $words) $about }
    elseif ($check.absentLacksThem -contains $Release) { New-Finding $Rule 'error' (Get-Text 'finding.bits-absent' $words) $about }
    else { New-Finding $Rule 'warning' (Get-Text 'finding.value-unset' $words) $about }
}

# Values that stand a key too high. They are reported and never counted; removing them is left to the admin.
function Test-Misplaced($Rule) {
    $path = $Rule.check.path
    foreach ($name in $Rule.check.names) {
        $found = Read-RegistryValue $path $name
        if ($found.State -ne 'present') { continue }
        $words = @{ name = $name; path = $path; actual = Format-RegistryValue $found.Value }
        New-Finding $Rule 'warning' (Get-Text 'finding.misplaced' $words) @{ Path = $path; Name = $name; Actual = $found.Value }
    }
}

# --- Builds

function New-BuildFinding($Rule, [string]$Severity, [string]$Message, $Actual, $Expected) {
    New-Finding $Rule $Severity $Message @{ Actual = $Actual; Seen = $null -ne $Actual; Expected = $Expected }
}

function Test-WindowsBuild($Rule, $Windows) {
    $check = $Rule.check
    if ($null -eq $Windows) { return New-BuildFinding $Rule 'warning' (Get-Text 'finding.windows-unseen') $null $check.minimum }
    $words = @{ product = $Windows.Name; build = $Windows.Build; minimum = $check.minimum }
    if ((Compare-Build $Windows.Build $check.minimum) -lt 0) {
        return New-BuildFinding $Rule 'error' (Get-Text 'finding.build-too-old' $words) $Windows.Build $check.minimum
    }
    if ($null -eq $Windows.Release -or $null -eq $check.updates[$Windows.Release]) { return }
    $words.updates = $check.updates[$Windows.Release] -join ', '
    New-BuildFinding $Rule 'info' (Get-Text 'finding.updates-needed' $words) $Windows.Build $null
}

# A product that is absent is not judged; one that cannot be seen is said to be so.
function Test-ExchangeBuild($Rule, $Exchange) {
    if ($Exchange -is [string]) {
        if ($Exchange -eq 'absent') { return }
        return New-BuildFinding $Rule 'info' (Get-Text 'finding.exchange-unseen') $null $null
    }
    $build = $Exchange.Build
    $words = @{ product = $Exchange.Name; build = $build }
    $line = $null
    foreach ($candidate in $Rule.check.lines) {
        if ("$build.".StartsWith($candidate.line + '.', [StringComparison]::Ordinal)) { $line = $candidate; break }
    }
    if ($null -eq $line) { return New-BuildFinding $Rule 'warning' (Get-Text 'finding.build-line-unknown' $words) $build $null }
    $words.product = $line.name
    if ($line.minimum -eq 'unknown') {
        $words.update = $line.update
        return New-BuildFinding $Rule 'warning' (Get-Text 'finding.build-minimum-unknown' $words) $build $null
    }
    if ($null -eq $line.minimum) { return New-BuildFinding $Rule 'error' (Get-Text 'finding.build-unsupported' $words) $build $null }
    if ((Compare-Build $build $line.minimum) -ge 0) { return }
    $words.minimum = '{0} ({1})' -f $line.minimum, $line.update
    New-BuildFinding $Rule 'error' (Get-Text 'finding.build-too-old' $words) $build $line.minimum
}
