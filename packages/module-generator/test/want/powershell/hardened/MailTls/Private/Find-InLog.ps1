# Exchange's logs: comma-separated lines, and lines with # that say what they are.

$script:ProtocolFields = 'date-time', 'connector-id', 'session-id', 'sequence-number', 'local-endpoint', 'remote-endpoint',
    'event', 'data', 'context'
$script:ProtocolNeeds = 'connector-id', 'session-id', 'remote-endpoint', 'event', 'data', 'context'
$script:ConnectivityFields = 'date-time', 'session', 'source', 'destination', 'direction', 'description'

# Needed: the fields without which a line cannot be read. Searched: those that can hold an error. Command: who is quoted in the
# event field where a client speaks, whose words report no error.
$script:LogForms = @{
    'smtp send protocol log'     = @{
        Fields = $script:ProtocolFields; Needed = $script:ProtocolNeeds; Searched = 'data', 'context'; Command = '>'
    }
    'smtp receive protocol log'  = @{
        Fields = $script:ProtocolFields; Needed = $script:ProtocolNeeds; Searched = 'data', 'context'; Command = '<'
    }
    'transport connectivity log' = @{
        Fields = $script:ConnectivityFields; Needed = , 'description'; Searched = , 'description'; Command = $null
    }
    'message tracking log'       = @{
        Fields   = 'date-time', 'client-ip', 'client-hostname', 'server-ip', 'server-hostname', 'source-context', 'connector-id',
        'source', 'event-id', 'internal-message-id', 'message-id', 'network-message-id', 'recipient-address',
        'recipient-status', 'total-bytes', 'recipient-count', 'related-recipient-address', 'reference', 'message-subject',
        'sender-address', 'return-path', 'message-info', 'directionality', 'tenant-id', 'original-client-ip',
        'original-server-ip', 'custom-data', 'transport-traffic-type', 'log-id', 'schema-version'
        Needed   = , 'event-id'
        Searched = 'source-context', 'recipient-status', 'reference', 'custom-data'
        Command  = $null
    }
}
$script:LogHeader = New-Object regex '^#([A-Za-z-]+):(.*)$'

# The layout of a log that begins with these lines; $null for a text that is none.
function Get-LogLayout($Lines, [string]$Name) {
    $title = $null
    $fields = $null
    $headers = @(foreach ($line in $Lines) { if ($line.StartsWith('#', [StringComparison]::Ordinal)) { $line } })
    foreach ($line in $headers) {
        $header = $script:LogHeader.Match($line)
        if ($header.Groups[1].Value -eq 'log-type' -and $null -eq $title) { $title = $header.Groups[2].Value.Trim() }
        if ($header.Groups[1].Value -eq 'fields' -and $null -eq $fields) { $fields = @(Split-FieldName $header.Groups[2].Value) }
    }
    if ($null -eq $title) {
        if ($fields -contains 'session-id' -and $fields -contains 'event') {
            $title = 'smtp send protocol log'
            if ($Name -match '(?:^|[\\/])RECV[0-9][^\\/]*\z|[\\/]SmtpReceive[\\/]') { $title = 'smtp receive protocol log' }
        } elseif ($fields -contains 'event-id') { $title = 'message tracking log' }
        elseif ($fields -contains 'description' -and $fields -contains 'destination') { $title = 'transport connectivity log' }
    }
    if ($null -eq $title -or -not $script:LogForms.ContainsKey($title)) { return }
    $layout = New-LogLayout $title $null
    foreach ($line in $headers) { $layout = Update-LogLayout $layout $line }
    $layout
}

function New-LogLayout([string]$Title, $Fields) {
    $form = $script:LogForms[$Title]
    if ($null -eq $Fields) { $Fields = $form.Fields }
    $names = [string[]]$Fields
    $searched = foreach ($name in $form.Searched) { [Array]::IndexOf($names, $name) }
    @{
        Title    = $Title
        Fields   = $names
        Searched = @($searched | Where-Object { $_ -ge 0 })
        Event    = [Array]::IndexOf($names, 'event')
        Command  = $form.Command
    }
}

# The layout after a # line, which can come again in the middle of a file.
function Update-LogLayout($Layout, [string]$Line) {
    $header = $script:LogHeader.Match($Line.TrimEnd([char]13))
    $value = $header.Groups[2].Value.Trim()
    if ($header.Groups[1].Value -eq 'log-type') {
        $isOther = $value -ne $Layout.Title -and $script:LogForms.ContainsKey($value)
        if ($isOther) { return New-LogLayout $value.ToLowerInvariant() $null }
    } elseif ($header.Groups[1].Value -eq 'fields') {
        $fields = @(Split-FieldName $value)
        if ($fields.Count -gt 100) { return $Layout }
        foreach ($name in $script:LogForms[$Layout.Title].Needed) { if ($fields -notcontains $name) { return $Layout } }
        return New-LogLayout $Layout.Title $fields
    }
    $Layout
}

function Split-FieldName([string]$Value) {
    foreach ($name in $Value.Split([char[]]',', 101)) { $name.Trim().ToLowerInvariant() }
}

# The fields of a line. One in quotes may hold commas and doubled quotes; one that does not begin with a quote is as it stands.
function Split-LogLine([string]$Line, [int]$Most) {
    $at = 0
    for ($count = 0; $count -lt $Most; $count++) {
        $start = $at
        if ($at -lt $Line.Length -and $Line[$at] -eq '"') {
            $at++
            for (;;) {
                $at = $Line.IndexOf([char]'"', $at)
                if ($at -lt 0) { $at = $Line.Length; break }
                if ($at + 1 -ge $Line.Length -or $Line[$at + 1] -ne '"') { break }
                $at += 2
            }
        }
        $end = $Line.IndexOf([char]',', $at)
        $isLast = $end -lt 0
        if ($isLast) { $end = $Line.Length }
        $field = $Line.Substring($start, $end - $start)
        if ($field.StartsWith('"', [StringComparison]::Ordinal)) {
            if ($field.Length -gt 1 -and $field[$field.Length - 1] -eq '"') { $field = $field.Substring(0, $field.Length - 1) }
            $field = $field.Substring(1).Replace('""', '"')
        }
        $field
        if ($isLast) { return }
        $at = $end + 1
    }
}

# The matches of a line: in the fields that can hold an error; in the whole of one that is too short to have them.
function Find-InLogLine($Layout, [string]$Line, $Path, [int]$Number) {
    $fields = @(Split-LogLine $Line $Layout.Fields.Count)
    if ($null -ne $Layout.Command -and $Layout.Event -lt $fields.Count) {
        if ($fields[$Layout.Event].StartsWith($Layout.Command, [StringComparison]::Ordinal)) { return }
    }
    $first = [int]::MaxValue
    foreach ($at in $Layout.Searched) { $first = [Math]::Min($first, $at) }
    $text = $Line
    if ($fields.Count -gt $first) {
        $said = foreach ($at in $Layout.Searched) { if ($at -lt $fields.Count -and $fields[$at] -ne '') { $fields[$at] } }
        # A line feed between them, as no signature reaches over one.
        $text = @($said) -join "`n"
    }
    foreach ($match in Select-FirstOfEach (Find-Signature $text)) { New-Match $match $text $Path $Number }
}

# The matches in whole lines of a log. Only lines that hold a text that any match must have are looked at one by one.
function Find-InLog($Reading, [string]$Text) {
    $block = "`n" + $Text
    $starts = @{}
    foreach ($anchor in @($script:Anchors.Keys) + "`n#") {
        $at = 0
        while ($at -ge 0 -and $at -lt $block.Length) {
            $at = $block.IndexOf($anchor, $at, [StringComparison]::Ordinal)
            if ($at -lt 0) { break }
            if ($anchor -eq "`n#") { $at++ }
            $starts[$block.LastIndexOf([char]10, $at - 1) + 1] = $true
            $at = $block.IndexOf([char]10, $at)
        }
    }
    $ordered = [int[]]@($starts.Keys)
    [Array]::Sort($ordered)
    $number = $Reading.Line
    $counted = 0
    foreach ($start in $ordered) {
        $number += $block.Substring($counted, $start - $counted).Split([char]10).Length - 1
        $counted = $start
        $end = $block.IndexOf([char]10, $start)
        if ($end -lt 0) { $end = $block.Length }
        $line = $block.Substring($start, $end - $start).TrimEnd([char]13)
        if ($line.StartsWith('#', [StringComparison]::Ordinal)) { $Reading.Layout = Update-LogLayout $Reading.Layout $line }
        else { Find-InLogLine $Reading.Layout $line $Reading.Path $number }
    }
}
