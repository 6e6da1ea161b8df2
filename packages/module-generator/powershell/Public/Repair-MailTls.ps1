function Repair-MailTls {
    <#
    .SYNOPSIS
    Repairs this machine's TLS settings, with an exact way back.

    .DESCRIPTION
    Plans the registry values that would mend what Test-MailTls finds, asks for each, writes down what was there in a journal,
    writes, and reads back. Nothing is restarted: the settings take effect when the server is. Undo-MailTls puts everything
    back as it was; so does `mailtls undo`. The values and the journal are those of `mailtls fix`. A repair that was cut off is
    finished first.

    .PARAMETER Profile
    How much is repaired, each holding the ones before it. mailflow: SCHANNEL's TLS 1.2. exchange: .NET and WinHTTP too.
    hardened: the old protocols off as well; whoever can speak nothing newer then cannot connect any more.

    .PARAMETER Rule
    Only the rules with these ids, whatever their profile. Wildcards are allowed. Findings of Test-MailTls can be piped; where
    none comes, nothing is repaired.

    .PARAMETER AssumeOs
    The Windows Server to take the defaults of where the registry does not say which one this is.

    .PARAMETER Machine
    The machine that is meant, from reports and findings in the pipeline: those of another one are refused.

    .PARAMETER Explicit
    Also writes what is right only by a default of Windows, or in a form that other tools mistake.

    .PARAMETER JournalPath
    The folder above that of this machine's journals, instead of %ProgramData%\mailtls\journal.

    .OUTPUTS
    MailTls.Repair: what was done with each value, and the journal.

    .EXAMPLE
    Repair-MailTls -Profile exchange -WhatIf

    Shows what would be written of what Test-MailTls judges without -Profile. Without it, a repair writes mailflow only.

    .EXAMPLE
    Repair-MailTls -Profile exchange -Confirm:$false

    Repairs all that Exchange needs without asking.

    .EXAMPLE
    (Test-MailTls).Findings | Where-Object { $_.Rule -like 'dotnet4-*' } | Repair-MailTls

    Repairs what was found of .NET Framework 4 and nothing else.

    .LINK
    Undo-MailTls
    #>
    [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]
    [OutputType('MailTls.Repair')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName = $true)]
        [ValidateSet('mailflow', 'exchange', 'hardened')]
        [string]$Profile = 'mailflow',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [ValidateNotNullOrEmpty()]
        [Alias('Id')]
        [string[]]$Rule,

        [ValidateSet('2008', '2008SP2', '2008R2', '2012', '2012R2', '2016', '2019', '2022', '2025')]
        [string]$AssumeOs,

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [Alias('PSComputerName')]
        [string]$Machine,

        [switch]$Explicit,

        [string]$JournalPath
    )

    begin {
        # Whatever the caller wants of errors: with SilentlyContinue, a throw would be passed over.
        $ErrorActionPreference = 'Stop'
        $asked = New-Object Collections.ArrayList
        # Of an empty pipeline nothing is repaired, and not the whole profile.
        $isAsked = $false
    }
    process {
        $isAsked = $true
        try {
            if ($Machine -ne '') { Assert-ThisMachine $Machine }
        } catch {
            $PSCmdlet.ThrowTerminatingError($_)
        }
        if ($null -ne $Rule) { $asked.AddRange($Rule) }
    }
    end {
        if (-not $isAsked) { return }
        try {
            # Before a repair that was cut off is finished: a mistyped id stops everything.
            $rules = @(Select-Rule $Profile $asked)
            $folder = Resolve-Folder $JournalPath
            $name = Get-MachineName
            $done = New-Object Collections.ArrayList
            $file = $null
            # One that was cut off is finished first.
            Assert-OwnFolder $folder $false
            $cutOff = $null
            foreach ($journal in Get-Journal $folder) {
                if ($null -eq $journal.Error -and $journal.Content['status'] -eq 'applying') { $cutOff = $journal }
            }
            if ($null -ne $cutOff) {
                $edits = @(Get-RemainingEdit $cutOff)
                if (@($edits | Where-Object { Confirm-Edit $PSCmdlet $_ }).Count -eq $edits.Count -and -not $WhatIfPreference) {
                    Assert-CanWrite
                    $lock = Enter-Lock
                    try { $file = Resume-Repair $cutOff $edits } finally { Exit-Lock $lock }
                }
                $done.AddRange($edits)
            }
            # Single rules may have to wait for one that was not asked for.
            $judged = Invoke-Rule $(if ($asked.Count -gt 0) { $script:Rules.rules } else { $rules }) $AssumeOs
            $edits = @(Select-Edit $judged.Findings $rules $Explicit $done)
            $approved = @($edits | Where-Object { Confirm-Edit $PSCmdlet $_ })
            $done.AddRange($edits)
            if ($approved.Count -gt 0) {
                Assert-CanWrite
                $lock = Enter-Lock
                try { $file = Start-Repair $approved $name $Profile $folder } finally { Exit-Lock $lock }
            }
            if ($null -ne $file) { Write-Warning (Get-Text 'module.restart' @{ machine = $name }) }
            New-Record 'MailTls.Repair' ([ordered]@{
                    Machine = $name
                    Profile = $Profile
                    Edits   = @(foreach ($edit in $done) { New-EditRecord $edit })
                    Journal = $file
                })
        } catch {
            $PSCmdlet.ThrowTerminatingError($_)
        }
    }
}
