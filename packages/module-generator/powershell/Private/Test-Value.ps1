# Judges single values.

# What all rules on one DWord have in common: out of sight and of another kind it is a warning, as nobody can tell what then
# holds. $null where the rule itself must say what it means.
function Test-OneValue($Rule, $About) {
    $actual = $About.Actual
    $words = @{ name = $About.Name; expected = Format-RegistryValue $About.Expected; actual = Format-RegistryValue $actual }
    if (-not $About.Seen) { return New-Finding $Rule 'warning' (Get-Text 'finding.value-unseen' $words) $About }
    if ($null -eq $actual -or $actual.Kind -eq 'DWord') { return }
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
function Test-Bit($Rule, $Windows) {
    $check = $Rule.check
    $release, $number = $null, $check.write
    # A Windows that is not known is taken for older.
    if ($null -ne $Windows) {
        $release = $Windows.Release
        if ((Compare-Build $Windows.Build $check.writeFrom.windows) -ge 0) { $number = $check.writeFrom.write }
    }
    $found = Read-RegistryValue $check.path $check.name
    if ($found.State -eq 'present' -and $found.Value.Kind -eq 'DWord') { $number = $found.Value.Data -bor $check.bits }
    $about = New-ValueSubject $Rule $check.path $check.name $found (New-DWord $number)
    $finding = Test-OneValue $Rule $about
    if ($null -ne $finding) { return $finding }
    $actual = $about.Actual
    $words = @{ name = $check.name; expected = Format-RegistryValue $about.Expected; actual = Format-RegistryValue $actual }
    if ($null -ne $actual) {
        if (($actual.Data -band $check.bits) -eq $check.bits) { return }
        return New-Finding $Rule 'error' (Get-Text 'finding.bits-missing' $words) $about
    }
    if ($null -ne $release) { $words.windows = (Get-Release $release).name }
    $severity, $id = 'warning', 'finding.value-unset'
    if ($check.absentHasThem -contains $release) { $severity, $id = 'info', 'finding.bits-by-default' }
    if ($check.absentLacksThem -contains $release) { $severity, $id = 'error', 'finding.bits-absent' }
    New-Finding $Rule $severity (Get-Text $id $words) $about
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
