# The journal that is meant.
function Find-Journal([string]$Path, [string]$JournalPath) {
    if ($Path -ne '') {
        $journal = Read-Journal (Resolve-Folder $Path)
        Assert-ThisMachine $journal.Content['machine']
        if ($journal.Content['status'] -ne 'undone') { return $journal }
        throw New-Failure 'already-undone' @{ path = $journal.File } 'InvalidOperation' $journal.File
    }
    $found = $null
    foreach ($journal in Get-Journal $JournalPath) {
        if ($null -ne $journal.Error -or $journal.Content['status'] -ne 'undone') { $found = $journal }
    }
    # One that cannot be read could be a newer repair than the newest.
    if ($null -ne $found.Error) { throw $found.Error }
    if ($null -ne $found) { return $found }
    throw New-Failure 'nothing-to-undo' @{} 'ObjectNotFound' $null
}

# What is to be put back, the last written first. A value that is neither as it was nor as it was written was changed by someone
# else since.
function Get-UndoEdit($Journal, [bool]$Force) {
    $entries = @($Journal.Content['edits'])
    for ($i = $entries.Count - 1; $i -ge 0; $i--) {
        $entry = $entries[$i]
        $edit = @{
            Path = $entry['path']; Name = $entry['name']; Rule = $entry['rule']; Outcome = 'not-written'
            To = ConvertFrom-JournalValue $entry['from']
        }
        $found = Read-RegistryValue $edit.Path $edit.Name
        if ($found.State -eq 'unknown') {
            throw New-Failure 'unseen' @{ path = $edit.Path; name = $edit.Name } 'ReadError' $edit.Path
        }
        $edit.From = $found.Value
        if (Test-SameValue $edit.From $edit.To) { continue }
        $written = ConvertFrom-JournalValue $entry['to']
        if (-not $Force -and -not (Test-SameValue $edit.From $written)) {
            $words = @{
                path = $edit.Path; name = $edit.Name
                actual = Format-RegistryValue $edit.From; to = Format-RegistryValue $written
            }
            throw New-Failure 'changed-since' $words 'InvalidOperation' $Journal.File
        }
        $edit
    }
}

# Puts back, then takes away the keys that were made, each only if nothing has come into it. Where some were declined, the
# journal stays open.
function Invoke-Undo($Journal, $Edits, [bool]$IsWhole) {
    Assert-SameJournal $Journal
    foreach ($edit in $Edits) { Assert-Unchanged $edit }
    $content = $Journal.Content
    $isWriting = @($Edits).Count -gt 0
    $content['status'] = 'undoing'
    if ($isWriting) { $content['changedAt'] = Get-Now }
    Save-Journal $Journal
    try {
        foreach ($edit in $Edits) {
            Assert-Unchanged $edit
            if ($null -ne $edit.To) { foreach ($key in @(Get-MissingKey @($edit.Path))) { New-RegistryKey $key } }
            Write-RegistryValue $edit.Path $edit.Name $edit.To
            Assert-Written $edit
            $edit.Outcome = 'written'
        }
        if ($IsWhole) {
            for ($i = $content['createdKeys'].Count - 1; $i -ge 0; $i--) { Remove-EmptyKey $content['createdKeys'][$i] }
        }
    } catch {
        $words = @{ detail = (Get-Detail $_); journal = $Journal.File }
        throw New-Failure 'undo-failed' $words 'WriteError' $Journal.File
    }
    if ($IsWhole) { $content['status'] = 'undone' }
    if ($isWriting) { $content['changedAt'] = Get-Now }
    Save-Journal $Journal
}
