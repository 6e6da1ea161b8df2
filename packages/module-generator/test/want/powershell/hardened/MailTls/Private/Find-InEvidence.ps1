# Evidence of any kind: finds out what it is, and reads it in parts, so that memory is bounded.

# As much as it takes to know what a text is; how much is read at a time; and of a mail at all, as a report stands at its start.
$script:HeadLength = 64KB
$script:PartLength = 4MB
$script:MailLength = 8MB

# Queues, their messages and traces, shown as lists: each paragraph is a record.
$script:QueueTelltale = New-Object regex ('\b(?:LastError|NextHopDomain|NextHopConnector|RecipientStatus)\b' +
    '|\{LED=|\};\{(?:MSG|FQDN|IP|LRT)=')

# A text being read. Line counts those before the part that comes next.
function New-Reading([string]$Head, $Path, [string]$Name) {
    $reading = @{ Kind = 'text'; Path = $Path; Line = 0; Layout = $null; IsRecords = $false }
    $reading.Layout = Get-LogLayout (Split-Line $Head)[0..69] $Name
    if ($null -ne $reading.Layout) { $reading.Kind = 'log' }
    elseif (Test-Mail $Head $Name) { $reading.Kind = 'mail' }
    else { $reading.IsRecords = $script:QueueTelltale.IsMatch($Head) }
    $reading
}

# The matches in the next part of it: whole lines, but for the very last.
function Find-InPart($Reading, [string]$Text) {
    switch ($Reading.Kind) {
        'log' { Find-InLog $Reading $Text }
        'text' { Find-InParagraph $Text $Reading.Path $Reading.Line $Reading.IsRecords }
        'mail' { Find-InMail $Text $Reading.Path }
    }
    $Reading.Line += $Text.Split([char]10).Length - 1
}

function Find-InFile([string]$File) {
    # Exchange has its newest log open.
    $stream = [IO.File]::Open($File, 'Open', 'Read', 'ReadWrite, Delete')
    try {
        $bytes = New-Object byte[] $script:HeadLength
        $length = $stream.Read($bytes, 0, $bytes.Length)
        if ($length -eq 0) { return }
        $encoding = Get-TextEncoding $bytes $length
        if ($null -eq $encoding) {
            Write-Failure 'binary' @{ path = $File } 'InvalidData' $File
            return
        }
        $reading = New-Reading $encoding.GetString($bytes, 0, $length).TrimStart([char]0xfeff) $File $File
        $isMail = $reading.Kind -eq 'mail'
        # A mail is bytes of ASCII and the encodings of its parts; one that was saved through a console is so again.
        if ($isMail -and $encoding -is [Text.UTF8Encoding]) { $encoding = $script:Latin1 }
        $stream.Position = 0
        $reader = New-Object IO.StreamReader $stream, $encoding, (-not $isMail)
        if ($isMail) {
            $mail = Read-Part $reader $script:MailLength
            if ($encoding -ne $script:Latin1) { $mail = $script:Latin1.GetString([Text.Encoding]::UTF8.GetBytes($mail)) }
            return Find-InPart $reading $mail.TrimStart([char]0xfeff, [char]0xef, [char]0xbb, [char]0xbf)
        }
        $rest = ''
        for (;;) {
            $part = Read-Part $reader $script:PartLength
            $text = $rest + $part
            if ($part.Length -lt $script:PartLength) {
                if ($text -ne '') { Find-InPart $reading $text }
                return
            }
            $end = $text.LastIndexOf([char]10) + 1
            if ($end -eq 0) { $end = $text.Length }
            Find-InPart $reading $text.Substring(0, $end)
            $rest = $text.Substring($end)
        }
    } finally {
        $stream.Close()
    }
}

function Read-Part($Reader, [int]$Length) {
    $buffer = New-Object char[] $Length
    $read = $Reader.ReadBlock($buffer, 0, $Length)
    (New-Object Text.StringBuilder).Append($buffer, 0, $read).ToString()
}

# $null for what is no text. A code page is taken for UTF-8, in which the errors are the same.
function Get-TextEncoding([byte[]]$Bytes, [int]$Length) {
    if ($Length -ge 2 -and $Bytes[0] -eq 0xff -and $Bytes[1] -eq 0xfe) { return [Text.Encoding]::Unicode }
    if ($Length -ge 2 -and $Bytes[0] -eq 0xfe -and $Bytes[1] -eq 0xff) { return [Text.Encoding]::BigEndianUnicode }
    $sample = $script:Latin1.GetString($Bytes, 0, [Math]::Min($Length, 4096))
    $zeros = [regex]::Matches($sample, '\0')
    $even = 0
    foreach ($zero in $zeros) { if ($zero.Index % 2 -eq 0) { $even++ } }
    $odd = $zeros.Count - $even
    $half = $sample.Length / 2
    if ($odd -gt $half * 0.6 -and $even -lt $half * 0.1) { return [Text.Encoding]::Unicode }
    if ($even -gt $half * 0.6 -and $odd -lt $half * 0.1) { return [Text.Encoding]::BigEndianUnicode }
    # A log that a power failure filled up with zeros still begins as text.
    $textLength = $sample.Length
    if ($zeros.Count -gt 0) { $textLength = $zeros[0].Index }
    # Tab, line ends, form feed and escape are met in text.
    $controls = [regex]::Matches($sample, '[\x01-\x08\x0e-\x1a\x1c-\x1f]').Count
    $isOnlyZerosAfter = $textLength + $zeros.Count -eq $sample.Length
    if ($textLength -gt 0 -and $isOnlyZerosAfter -and $controls -le $textLength / 20) { return [Text.Encoding]::UTF8 }
}

# The properties that hold an error: of queues and messages, of tracked messages, of Exchange Online's traces, of events.
$script:ErrorProperties = 'LastError', 'RecipientStatus', 'Recipients', 'Reason', 'Detail', 'Details', 'Message'

# The matches in an object of Get-Queue, Get-Message, Get-MessageTrackingLog, Get-WinEvent or the like.
function Find-InObject($Object) {
    $texts = @(
        foreach ($name in $script:ErrorProperties) {
            $property = $Object.PSObject.Properties[$name]
            if ($null -eq $property) { continue }
            foreach ($text in $property.Value) { (Join-Line (Split-Line ([string]$text))).Text }
        }
        Get-EventSentence $Object
    )
    if ($texts.Count -eq 0) {
        Write-Failure 'no-text' @{ type = $Object.PSObject.TypeNames[0] } 'InvalidArgument' $Object
        return
    }
    $said = $texts -join "`n"
    foreach ($match in Select-FirstOfEach (Find-Signature $said)) { New-Match $match $said ([string]$Object.Identity) $null }
}

# A file, and what is wrong with it as an error that the others go on after.
function Search-File([string]$File) {
    try {
        Find-InFile $File
    } catch {
        if ($_.FullyQualifiedErrorId -like 'MailTls.*') { throw }
        Write-Unreadable $File $_
    }
}

function Write-Unreadable([string]$Path, $Cause) {
    Write-Failure 'unreadable' @{ path = $Path; detail = (Get-Detail $Cause) } 'ReadError' $Path
}
