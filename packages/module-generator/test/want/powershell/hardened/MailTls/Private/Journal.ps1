# The journal of a repair: docs/journal.md of mailtls says what it means. Each file is one repair of this machine, and mailtls
# and this module can undo what the other did.

# The folder of this machine's journals. Its name comes from the machine, and could be '..'.
function Get-JournalFolder([string]$JournalPath, [string]$Machine) {
    if ($JournalPath -eq '') { $JournalPath = [IO.Path]::Combine((Get-OwnFolder), 'journal') }
    $name = [regex]::Replace($Machine.ToUpperInvariant(), '[^A-Z0-9._-]', '_')
    if ($name.Trim([char]'.') -eq '') { $name = '_' }
    [IO.Path]::Combine($JournalPath, $name)
}

# By the machine's clock, to the millisecond, UTC.
function Get-Now { Format-Time ([DateTime]::UtcNow) }

function Format-Time([DateTime]$Time) {
    $Time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", [Globalization.CultureInfo]::InvariantCulture)
}

# A time that sorts behind the names that there are, also where the clock was put back since: undoing begins with the newest.
function Get-TimeAfter($Names, [string]$Now) {
    $format = "yyyyMMdd'T'HHmmss.fff'Z'"
    $culture = [Globalization.CultureInfo]::InvariantCulture
    $time = $Now.Replace('-', '').Replace(':', '')
    if (@($Names).Count -eq 0) { return $time }
    $newest = $script:JournalName.Match(@($Names)[-1]).Groups[1].Value
    if ([string]::CompareOrdinal($newest, $time) -lt 0) { return $time }
    [DateTime]::ParseExact($newest, $format, $culture).AddMilliseconds(1).ToString($format, $culture)
}

# The tables of a journal that is about to begin, and its file.
function New-Journal([string]$JournalPath, [string]$Machine, [string]$Profile, $Edits) {
    $now = Get-Now
    $folder = Get-JournalFolder $JournalPath $Machine
    $name = (Get-TimeAfter @(Get-JournalName $folder) $now) + '-' + [Guid]::NewGuid().ToString('n').Substring(0, 6)
    @{
        File    = [IO.Path]::Combine($folder, "$name.json")
        Content = [ordered]@{
            format      = 'mailtls-journal'
            version     = [long]1
            tool        = [ordered]@{ name = 'MailTls'; version = $script:Version }
            catalogue   = [ordered]@{ version = $script:Version }
            machine     = $Machine
            profile     = $Profile
            status      = 'applying'
            startedAt   = $now
            changedAt   = $now
            createdKeys = @(Get-MissingKey @($Edits | ForEach-Object { $_.Path }))
            edits       = @(foreach ($edit in $Edits) {
                    [ordered]@{
                        path = $edit.Path; name = $edit.Name
                        from = ConvertTo-JournalValue $edit.From; to = ConvertTo-JournalValue $edit.To; rule = $edit.Rule
                    }
                })
        }
    }
}

function ConvertTo-JournalValue($Value) {
    if ($null -eq $Value) { return }
    $fields = [ordered]@{ kind = $Value.Kind }
    if ($Value.Kind -eq 'Unknown') { $fields.type = $Value.Type }
    $fields.data = $Value.Data
    $fields
}

# Replaces the file as a whole by one that is on the disk, so that no reader sees half of one.
function Save-Journal($Journal) {
    Save-File $Journal.File ([Text.Encoding]::ASCII.GetBytes((ConvertTo-JournalJson $Journal.Content) + "`n"))
}

function Save-File([string]$File, [byte[]]$Bytes) {
    $new = "$File.new"
    $stream = [IO.File]::Open($new, [IO.FileMode]::Create, [IO.FileAccess]::Write)
    try {
        $stream.Write($Bytes, 0, $Bytes.Length)
        $stream.Flush($true)
    } finally {
        $stream.Close()
    }
    if ([IO.File]::Exists($File)) { [IO.File]::Replace($new, $File, [NullString]::Value) } else { [IO.File]::Move($new, $File) }
}

# A journal that was written before, with its Text. Throws for a file that is none.
function Read-Journal([string]$File) {
    try {
        $text = [IO.File]::ReadAllText($File)
        $content = ConvertFrom-JournalJson $text
        Assert-Journal $content
    } catch {
        $words = @{ path = $File; detail = Get-Detail $_ }
        throw New-Failure 'no-journal' $words 'InvalidData' $File
    }
    @{ File = $File; Text = $text; Content = $content }
}

function Assert-Journal($Content) {
    Assert-Field 'format' ($Content -is [Collections.IDictionary] -and $Content['format'] -eq 'mailtls-journal')
    Assert-Field 'version' ($Content['version'] -eq 1)
    Assert-Field 'status' ('applying', 'applied', 'undoing', 'undone' -contains $Content['status'])
    foreach ($field in 'machine', 'startedAt', 'changedAt') { Assert-Field $field ($Content[$field] -is [string]) }
    foreach ($field in 'createdKeys', 'edits') { Assert-Field $field ($Content[$field] -is [Collections.IList]) }
    foreach ($edit in $Content['edits']) {
        Assert-Field 'to' ($null -ne (ConvertFrom-JournalValue $edit['to']))
        $null = ConvertFrom-JournalValue $edit['from']
    }
    Assert-KnownPlace $Content
}

function Assert-Field([string]$Name, [bool]$IsRight) { if (-not $IsRight) { throw New-Object FormatException $Name } }

# Undoing a journal that names anything but what rules write would be an attack.
function Assert-KnownPlace($Content) {
    $known = @{}
    foreach ($key in $script:Rules.editable) { foreach ($name in $key.names) { $known[$key.path + '\\' + $name] = $true } }
    foreach ($edit in $Content['edits']) {
        $place = '{0}\\{1}' -f $edit['path'], $edit['name']
        Assert-Field (Get-Text 'module.unknown-place' @{ path = $place }) $known.ContainsKey($place)
    }
    foreach ($key in $Content['createdKeys']) {
        $isKnown = $false
        foreach ($one in $script:Rules.editable) {
            if (($one.path + '\').StartsWith("$key\", [StringComparison]::OrdinalIgnoreCase)) { $isKnown = $true }
        }
        Assert-Field (Get-Text 'module.unknown-place' @{ path = $key }) $isKnown
    }
}

# The values of a journal as the registry is read.
function ConvertFrom-JournalValue($Value) {
    if ($null -eq $Value) { return }
    switch ($Value['kind']) {
        'DWord' { return New-DWord $Value['data'] }
        'MultiString' { return @{ Kind = 'MultiString'; Data = [string[]]@($Value['data']) } }
        'Unknown' { return @{ Kind = 'Unknown'; Type = $Value['type']; Data = [string]$Value['data'] } }
    }
    @{ Kind = $Value['kind']; Data = [string]$Value['data'] }
}

# What the files of journals are called, by the time of their start: they sort by age.
$script:JournalName = New-Object regex '\A([0-9]{8}T[0-9]{6}\.[0-9]{3}Z)-[0-9a-f]{6}\.json\z'

function Get-JournalName([string]$Folder) {
    if (-not [IO.Directory]::Exists($Folder)) { return }
    $names = [string[]]@(foreach ($file in [IO.Directory]::GetFiles($Folder, '*.json')) {
            $name = [IO.Path]::GetFileName($file)
            if ($script:JournalName.IsMatch($name)) { $name }
        })
    [Array]::Sort($names, [StringComparer]::Ordinal)
    $names
}

# The journals of this machine, the oldest first. A file that cannot be understood does not spoil the others: it has an Error.
function Get-Journal([string]$JournalPath) {
    $machine = Get-MachineName
    $folder = Get-JournalFolder $JournalPath $machine
    foreach ($name in Get-JournalName $folder) {
        $file = [IO.Path]::Combine($folder, $name)
        try {
            $journal = Read-Journal $file
            # Two machines can have one folder, as not every name can be that of a folder.
            if ($journal.Content['machine'] -eq $machine) { $journal }
        } catch {
            @{ File = $file; Error = $_ }
        }
    }
}

# What was shown and confirmed was looked at before the lock was taken.
function Assert-SameJournal($Journal) {
    if (-not [string]::Equals([IO.File]::ReadAllText($Journal.File), $Journal.Text, [StringComparison]::Ordinal)) {
        throw New-Failure 'journal-changed' @{ path = $Journal.File } 'InvalidOperation' $Journal.File
    }
}

# Whether Windows was started after the last change that a journal of this machine tells of.
function Get-RestartState([string]$JournalPath) {
    $changed = ''
    foreach ($journal in Get-Journal $JournalPath) {
        if ($null -ne $journal.Error) { Write-Warning ([string]$journal.Error); continue }
        $at = $journal.Content['changedAt']
        if ([string]::CompareOrdinal($at, $changed) -gt 0) { $changed = $at }
    }
    if ($changed -eq '') { return 'unknown' }
    $started = Get-StartTime
    if ($null -eq $started) { return 'unknown' }
    if ([string]::CompareOrdinal($changed, (Format-Time $started)) -gt 0) { 'needed' } else { 'not-needed' }
}

# In UTC; $null where Windows does not say. The .NET of Windows PowerShell has no counter of the time since the start that does
# not run over, and asks CIM, for some tenths of a second.
function Get-StartTime {
    $ticks = [Environment].GetProperty('TickCount64')
    if ($null -ne $ticks) { return [DateTime]::UtcNow.AddMilliseconds(-1 * $ticks.GetValue($null, $null)) }
    try { (Get-CimInstance -ClassName Win32_OperatingSystem -ErrorAction Stop).LastBootUpTime.ToUniversalTime() } catch { $null }
}
