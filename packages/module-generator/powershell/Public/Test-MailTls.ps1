function Test-MailTls {
    <#
    .SYNOPSIS
    Judges this machine's TLS settings for mail between Exchange and Office 365.

    .DESCRIPTION
    Reads the registry, works out what SCHANNEL does with each protocol, and judges it by the rules of a profile. Nothing is
    changed. The verdicts are those of `mailtls check`.

    .PARAMETER Profile
    How much is judged, each holding the ones before it. mailflow: SCHANNEL's TLS 1.2. exchange: .NET, WinHTTP and the builds
    of Windows and Exchange too. hardened: the old protocols off as well.

    .PARAMETER Rule
    Only the rules with these ids, whatever their profile. Wildcards are allowed.

    .PARAMETER AssumeOs
    The Windows Server to take the defaults of where the registry does not say which one this is.

    .OUTPUTS
    MailTls.Report: the machine, its protocols by role, and the findings. Severity is error (wrong), warning (cannot be known)
    or info (right, but only by a default, or in a form that other tools mistake).

    .EXAMPLE
    Test-MailTls

    Judges this machine by the profile exchange.

    .EXAMPLE
    (Test-MailTls -Profile hardened).Findings | Where-Object { $_.Severity -eq 'error' }

    What is wrong, old protocols that are still on included.

    .EXAMPLE
    Invoke-Command -ComputerName EX01, EX02 -ScriptBlock { Import-Module MailTls; Test-MailTls }

    Judges two servers that both have the module.

    .LINK
    Repair-MailTls
    #>
    [CmdletBinding()]
    [OutputType('MailTls.Report')]
    param(
        [Parameter(Position = 0)]
        [ValidateSet('mailflow', 'exchange', 'hardened')]
        [string]$Profile = 'exchange',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [ValidateNotNullOrEmpty()]
        [Alias('Id')]
        [string[]]$Rule,

        [ValidateSet('2008', '2008SP2', '2008R2', '2012', '2012R2', '2016', '2019', '2022', '2025')]
        [string]$AssumeOs
    )

    begin {
        $asked = New-Object Collections.ArrayList
        # By an empty pipeline of rules nothing is judged, and not by the whole profile.
        $isAsked = $false
    }
    process {
        $isAsked = $true
        if ($null -ne $Rule) { $asked.AddRange($Rule) }
    }
    end {
        if (-not $isAsked) { return }
        try { $rules = @(Select-Rule $Profile $asked) } catch { $PSCmdlet.ThrowTerminatingError($_) }
        $judged = Invoke-Rule $rules $AssumeOs
        $facts = $judged.Facts
        New-Record 'MailTls.Report' ([ordered]@{
                Machine   = $facts.Name
                Os        = New-Product $facts.Windows
                Exchange  = New-Product $facts.Exchange
                Profile   = $Profile
                Protocols = @(foreach ($state in $judged.Protocols) {
                        New-Record 'MailTls.ProtocolState' ([ordered]@{
                                Protocol = $state.Protocol; Role = $state.Role; Effective = $state.Effective; Basis = $state.Basis
                            })
                    })
                Findings  = @(foreach ($finding in $judged.Findings) {
                        New-Record 'MailTls.Finding' ([ordered]@{
                                Machine  = $facts.Name
                                Rule     = $finding.Rule
                                Severity = $finding.Severity
                                Path     = $finding.Path
                                Name     = $finding.Name
                                Actual   = Get-Data $finding.Actual
                                Seen     = $finding.Seen
                                Expected = Get-Data $finding.Expected
                                Message  = ConvertTo-InertText $finding.Message
                            })
                    })
                Restart   = $facts.Restart
            })
    }
}
