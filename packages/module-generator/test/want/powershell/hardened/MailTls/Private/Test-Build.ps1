# Judges the builds of Windows and Exchange.

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
    if ($null -eq $line.minimum) {
        return New-BuildFinding $Rule 'error' (Get-Text 'finding.build-unsupported' $words) $build $null
    }
    if ((Compare-Build $build $line.minimum) -ge 0) { return }
    $words.minimum = '{0} ({1})' -f $line.minimum, $line.update
    New-BuildFinding $Rule 'error' (Get-Text 'finding.build-too-old' $words) $build $line.minimum
}
