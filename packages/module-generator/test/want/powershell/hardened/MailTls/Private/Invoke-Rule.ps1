# Judges the machine by rules. Rules are data (Data\Rules.psd1): nothing here knows one of them.

# Findings are tables; what would mend one is its Edit. The names and orders are those of `mailtls check`.
function Invoke-Rule($Rules, [string]$AssumeOs) {
    # Whatever the caller wants of errors: a value that could not be read must not be taken for one that is absent.
    $ErrorActionPreference = 'Stop'
    $facts = Get-MachineFact $AssumeOs
    $release = $null
    if ($null -ne $facts.Windows) { $release = $facts.Windows.Release }
    $states = @(foreach ($protocol in $script:Windows.protocols) { Get-ProtocolState $protocol $release })
    $findings = @(
        foreach ($rule in $Rules) {
            switch ($rule.check.type) {
                'schannel-protocol' { Test-Protocol $rule $facts $states }
                'dword' { Test-DWord $rule }
                'dword-bits' { Test-Bit $rule $facts.Windows }
                'misplaced-values' { Test-Misplaced $rule }
                'windows-build' { Test-WindowsBuild $rule $facts.Windows }
                'exchange-build' { Test-ExchangeBuild $rule $facts.Exchange }
                'restart' { if ($facts.Restart -eq 'needed') { New-Finding $rule 'warning' (Get-Text 'finding.restart-needed') } }
            }
        }
        Test-ProtocolKey $Rules $states
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
