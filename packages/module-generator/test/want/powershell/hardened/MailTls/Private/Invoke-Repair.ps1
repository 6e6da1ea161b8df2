# The writes that would mend what was found: those of errors and warnings, and with $Explicit also those that only spell out a
# default or a form. Only those of these rules, never two for one value, none of a rule that must wait for another one, and none
# that is in $Others.
function Select-Edit($Findings, $Rules, [bool]$Explicit, $Others) {
    $unmet = @(foreach ($finding in $Findings) { if ($finding.Severity -ne 'info') { $finding.Rule } })
    $allowed = @{}
    foreach ($rule in $Rules) { if ($unmet -notcontains $rule.after) { $allowed[$rule.id] = $true } }
    $places = @{}
    foreach ($edit in $Others) { $places[$edit.Path + '\\' + $edit.Name] = $true }
    foreach ($finding in $Findings) {
        $edit = $finding.Edit
        if ($null -eq $edit -or -not $allowed.ContainsKey($edit.Rule)) { continue }
        if ($finding.Severity -eq 'info' -and -not $Explicit) { continue }
        $place = $edit.Path + '\\' + $edit.Name
        if ($places.ContainsKey($place)) { continue }
        $places[$place] = $true
        if (-not $edit.FromSeen) {
            throw New-Failure 'unseen' @{ path = $edit.Path; name = $edit.Name } 'ReadError' $edit.Path
        }
        $edit.Outcome = 'not-written'
        $edit
    }
}

# Whether an edit is to be made: -WhatIf and -Confirm are the caller's.
function Confirm-Edit($Cmdlet, $Edit) {
    $words = @{ to = Format-RegistryValue $Edit.To; from = Format-RegistryValue $Edit.From }
    $Cmdlet.ShouldProcess(($Edit.Path + '\' + $Edit.Name), (ConvertTo-InertText (Get-Text 'module.write' $words)))
}

# An edit as the module gives it.
function New-EditRecord($Edit) {
    New-Record 'MailTls.Edit' ([ordered]@{
            Path    = $Edit.Path
            Name    = $Edit.Name
            Kind    = $Edit.To.Kind
            From    = Get-Data $Edit.From
            To      = Get-Data $Edit.To
            Rule    = $Edit.Rule
            Outcome = $Edit.Outcome
        })
}

# How far a repair has come, as the machine itself shows it: its edits that were not made yet. What someone else has changed
# since stays as it is.
function Get-RemainingEdit($Journal) {
    foreach ($entry in $Journal.Content['edits']) {
        $edit = @{
            Path = $entry['path']; Name = $entry['name']; Rule = $entry['rule']; Outcome = 'not-written'
            From = ConvertFrom-JournalValue $entry['from']; To = ConvertFrom-JournalValue $entry['to']
        }
        if ((Test-CurrentValue $edit $edit.From) -and -not (Test-CurrentValue $edit $edit.To)) { $edit }
    }
}

# Begins a repair: looks whether all is as planned, puts the journal on the disk, then writes.
function Start-Repair($Edits, [string]$Machine, [string]$Profile, [string]$JournalPath) {
    foreach ($edit in $Edits) { Assert-Unchanged $edit }
    Assert-OwnFolder $JournalPath $true
    $journal = New-Journal $JournalPath $Machine $Profile $Edits
    $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($journal.File))
    Save-File ([IO.Path]::ChangeExtension($journal.File, '.reg')) (ConvertTo-RegFile $journal.Content)
    Save-Journal $journal
    Write-Edit $journal $Edits
}

# Goes on with one that was cut off.
function Resume-Repair($Journal, $Edits) {
    Assert-SameJournal $Journal
    foreach ($edit in $Edits) { Assert-Unchanged $edit }
    if (@($Edits).Count -gt 0) {
        $Journal.Content['changedAt'] = Get-Now
        Save-Journal $Journal
    }
    Write-Edit $Journal $Edits
}

# A failure leaves the journal open: what it names is finished or undone by the next run.
function Write-Edit($Journal, $Edits) {
    try {
        foreach ($key in @(Get-MissingKey @($Edits | ForEach-Object { $_.Path }))) { New-RegistryKey $key }
        foreach ($edit in $Edits) {
            Assert-Unchanged $edit
            Write-RegistryValue $edit.Path $edit.Name $edit.To
            Assert-Written $edit
            $edit.Outcome = 'written'
        }
    } catch {
        $words = @{ detail = (Get-Detail $_); journal = $Journal.File }
        throw New-Failure 'write-failed' $words 'WriteError' $Journal.File
    }
    if (@($Edits).Count -gt 0) { $Journal.Content['changedAt'] = Get-Now }
    $Journal.Content['status'] = 'applied'
    Save-Journal $Journal
    $Journal.File
}

# Whether the value of an edit is a certain one now; what cannot be read is none.
function Test-CurrentValue($Edit, $Value) {
    $found = Read-RegistryValue $Edit.Path $Edit.Name
    $found.State -ne 'unknown' -and (Test-SameValue $found.Value $Value)
}

function Assert-Unchanged($Edit) {
    if (Test-CurrentValue $Edit $Edit.From) { return }
    $now = (Read-RegistryValue $Edit.Path $Edit.Name).Value
    $words = @{ path = $Edit.Path; name = $Edit.Name; actual = Format-RegistryValue $now }
    throw New-Failure 'changed-meanwhile' $words 'InvalidOperation' $Edit.Path
}

function Assert-Written($Edit) {
    if (Test-CurrentValue $Edit $Edit.To) { return }
    throw New-Failure 'not-written' @{ path = $Edit.Path; name = $Edit.Name } 'WriteError' $Edit.Path
}

# Reports and findings of another machine must not be taken for this one's.
function Assert-ThisMachine([string]$Machine) {
    $name = Get-MachineName
    if ($Machine -eq $name -or $Machine.Split([char]'.')[0] -eq $name -or $Machine -eq 'localhost') { return }
    throw New-Failure 'other-machine' @{ machine = $Machine; name = $name } 'InvalidArgument' $Machine
}

# A folder that may not be there yet, as PowerShell understands its name.
function Resolve-Folder([string]$Path) {
    if ($Path -eq '') { return '' }
    $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
}

# The .reg file that puts back by hand what was there.
function ConvertTo-RegFile($Content) {
    $lines = New-Object Collections.ArrayList
    $null = $lines.Add('Windows Registry Editor Version 5.00')
    $created = @($Content['createdKeys'])
    foreach ($key in $created) {
        if ($created -contains $key.Substring(0, $key.LastIndexOf([char]'\'))) { continue }
        $null = $lines.Add('')
        $null = $lines.Add('[-{0}]' -f (Get-LongPath $key))
    }
    $path = $null
    foreach ($edit in $Content['edits']) {
        if ($created -contains $edit['path']) { continue }
        if ($edit['path'] -ne $path) {
            $path = $edit['path']
            $null = $lines.Add('')
            $null = $lines.Add('[{0}]' -f (Get-LongPath $path))
        }
        $name = '@'
        if ($edit['name'] -ne '') { $name = '"{0}"' -f $edit['name'].Replace('\', '\\').Replace('"', '\"') }
        $null = $lines.Add($name + '=' + (ConvertTo-RegData (ConvertFrom-JournalValue $edit['from'])))
    }
    $text = ($lines -join "`r`n") + "`r`n"
    , [byte[]]([Text.Encoding]::Unicode.GetPreamble() + [Text.Encoding]::Unicode.GetBytes($text))
}

$script:RegTypes = @{ String = 1; ExpandString = 2; Binary = 3; MultiString = 7; QWord = 11 }

function ConvertTo-RegData($Value) {
    if ($null -eq $Value) { return '-' }
    if ($Value.Kind -eq 'DWord') { return 'dword:{0:x8}' -f $Value.Data }
    $type = $script:RegTypes[$Value.Kind]
    if ($Value.Kind -eq 'Unknown') { $type = $Value.Type }
    switch ($Value.Kind) {
        'MultiString' {
            $ended = @($Value.Data | ForEach-Object { $_ + [char]0 }) -join ''
            $bytes = [Text.Encoding]::Unicode.GetBytes($ended + [char]0)
        }
        'QWord' { $bytes = [BitConverter]::GetBytes([uint64]$Value.Data) }
        { 'Binary', 'Unknown' -contains $_ } { $bytes = ConvertFrom-Hex $Value.Data }
        { 'String', 'ExpandString' -contains $_ } { $bytes = [Text.Encoding]::Unicode.GetBytes($Value.Data + [char]0) }
    }
    'hex({0:x}):{1}' -f $type, [BitConverter]::ToString($bytes).Replace('-', ',').ToLowerInvariant()
}
