function Undo-MailTls {
    <#
    .SYNOPSIS
    Puts back exactly what a repair changed.

    .DESCRIPTION
    Takes the journal of a repair, of Repair-MailTls or of `mailtls fix`, and puts each value back as it was, kind included;
    values and keys that the repair made are removed. Where something else has changed one of the values since, nothing is
    written at all, unless -Force is given. A journal that names anything but what the rules write is refused.

    .PARAMETER Path
    The journal. Without it, this machine's newest one that is not undone yet. What Repair-MailTls gave can be piped; one that
    wrote nothing has no journal, and is refused.

    .PARAMETER JournalPath
    The folder above that of this machine's journals, instead of %ProgramData%\mailtls\journal.

    .PARAMETER Force
    Also puts back values that something else has changed since.

    .OUTPUTS
    MailTls.Undo: what was done with each value.

    .EXAMPLE
    Undo-MailTls -WhatIf

    Shows what would be put back.

    .EXAMPLE
    Get-ChildItem $env:ProgramData\mailtls\journal\$env:COMPUTERNAME\*.json | Select-Object -Last 1 | Undo-MailTls

    Undoes the newest repair.

    .LINK
    Repair-MailTls
    #>
    [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]
    [OutputType('MailTls.Undo')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName = $true)]
        [Alias('Journal', 'FullName')]
        [string]$Path,

        [string]$JournalPath,

        [switch]$Force
    )

    process {
        $ErrorActionPreference = 'Stop'
        try {
            # A repair that wrote nothing has no journal: that must not be taken for the newest one, which is another repair's.
            if ($Path -eq '' -and $PSBoundParameters.ContainsKey('Path')) {
                throw New-Failure 'wrote-nothing' @{} 'ObjectNotFound' $null
            }
            $name = Get-MachineName
            $folder = Resolve-Folder $JournalPath
            if ($Path -eq '') { Assert-OwnFolder $folder $false }
            $journal = Find-Journal $Path $folder
            $edits = @(Get-UndoEdit $journal $Force)
            $approved = @($edits | Where-Object { Confirm-Edit $PSCmdlet $_ })
            $isWhole = $approved.Count -eq $edits.Count -and -not $WhatIfPreference
            if ($isWhole -or $approved.Count -gt 0) {
                Assert-CanWrite
                $lock = Enter-Lock
                try { Invoke-Undo $journal $approved $isWhole } finally { Exit-Lock $lock }
                if ($approved.Count -gt 0) { Write-Warning (Get-Text 'module.restart' @{ machine = $name }) }
            }
            New-Record 'MailTls.Undo' ([ordered]@{
                    Machine = $name
                    Edits   = @(foreach ($edit in $edits) { New-EditRecord $edit })
                    Journal = $journal.File
                })
        } catch {
            $PSCmdlet.ThrowTerminatingError($_)
        }
    }
}
