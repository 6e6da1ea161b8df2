// Made of the files in powershell by `npm run embed`.
/** The hand-written part of the PowerShell module: its files by their paths. */
export const moduleSources: Readonly<Record<string, string>> = {
  'MailTls.format.ps1xml': `<?xml version="1.0" encoding="utf-8"?>
<!-- How the module's objects show: a report as a page, all else as tables and lists of what matters of them. -->
<Configuration>
  <ViewDefinitions>
    <View>
      <Name>MailTls.Report</Name>
      <ViewSelectedBy><TypeName>MailTls.Report</TypeName></ViewSelectedBy>
      <CustomControl>
        <CustomEntries>
          <CustomEntry>
            <CustomItem>
              <ExpressionBinding><PropertyName>Machine</PropertyName></ExpressionBinding>
              <ExpressionBinding>
                <ScriptBlock>if ($_.Os) { ', {0} ({1})' -f $_.Os.Name, $_.Os.Build }</ScriptBlock>
              </ExpressionBinding>
              <ExpressionBinding>
                <ScriptBlock>if ($_.Exchange) { ', {0} ({1})' -f $_.Exchange.Name, $_.Exchange.Build }</ScriptBlock>
              </ExpressionBinding>
              <NewLine />
              <NewLine />
              <ExpressionBinding>
                <PropertyName>Protocols</PropertyName>
                <EnumerateCollection />
                <CustomControl>
                  <CustomEntries>
                    <CustomEntry>
                      <CustomItem>
                        <Frame>
                          <LeftIndent>2</LeftIndent>
                          <CustomItem>
                            <ExpressionBinding>
                              <ScriptBlock>'{0,-9}{1,-8}{2,-21}{3}' -f $_.Protocol, $_.Role, $_.Effective, $_.Basis</ScriptBlock>
                            </ExpressionBinding>
                            <NewLine />
                          </CustomItem>
                        </Frame>
                      </CustomItem>
                    </CustomEntry>
                  </CustomEntries>
                </CustomControl>
              </ExpressionBinding>
              <NewLine />
              <ExpressionBinding>
                <PropertyName>Findings</PropertyName>
                <EnumerateCollection />
                <CustomControl>
                  <CustomEntries>
                    <CustomEntry>
                      <CustomItem>
                        <Frame>
                          <LeftIndent>2</LeftIndent>
                          <FirstLineHanging>9</FirstLineHanging>
                          <CustomItem>
                            <ExpressionBinding>
                              <ScriptBlock>'{0,-9}{1} [{2}]' -f $_.Severity, $_.Message, $_.Rule</ScriptBlock>
                            </ExpressionBinding>
                            <NewLine />
                          </CustomItem>
                        </Frame>
                      </CustomItem>
                    </CustomEntry>
                  </CustomEntries>
                </CustomControl>
              </ExpressionBinding>
            </CustomItem>
          </CustomEntry>
        </CustomEntries>
      </CustomControl>
    </View>
    <View>
      <Name>MailTls.Finding</Name>
      <ViewSelectedBy><TypeName>MailTls.Finding</TypeName></ViewSelectedBy>
      <TableControl>
        <TableHeaders>
          <TableColumnHeader><Label>Severity</Label><Width>8</Width></TableColumnHeader>
          <TableColumnHeader><Label>Rule</Label><Width>32</Width></TableColumnHeader>
          <TableColumnHeader><Label>Message</Label></TableColumnHeader>
        </TableHeaders>
        <TableRowEntries>
          <TableRowEntry>
            <Wrap />
            <TableColumnItems>
              <TableColumnItem><PropertyName>Severity</PropertyName></TableColumnItem>
              <TableColumnItem><PropertyName>Rule</PropertyName></TableColumnItem>
              <TableColumnItem><PropertyName>Message</PropertyName></TableColumnItem>
            </TableColumnItems>
          </TableRowEntry>
        </TableRowEntries>
      </TableControl>
    </View>
    <View>
      <Name>MailTls.Product</Name>
      <ViewSelectedBy><TypeName>MailTls.Product</TypeName></ViewSelectedBy>
      <TableControl>
        <TableHeaders>
          <TableColumnHeader />
          <TableColumnHeader />
        </TableHeaders>
        <TableRowEntries>
          <TableRowEntry>
            <TableColumnItems>
              <TableColumnItem><PropertyName>Name</PropertyName></TableColumnItem>
              <TableColumnItem><PropertyName>Build</PropertyName></TableColumnItem>
            </TableColumnItems>
          </TableRowEntry>
        </TableRowEntries>
      </TableControl>
    </View>
    <View>
      <Name>MailTls.Edits</Name>
      <ViewSelectedBy>
        <TypeName>MailTls.Repair</TypeName>
        <TypeName>MailTls.Undo</TypeName>
      </ViewSelectedBy>
      <CustomControl>
        <CustomEntries>
          <CustomEntry>
            <CustomItem>
              <ExpressionBinding>
                <PropertyName>Edits</PropertyName>
                <EnumerateCollection />
                <CustomControl>
                  <CustomEntries>
                    <CustomEntry>
                      <CustomItem>
                        <ExpressionBinding>
                          <ScriptBlock>'{0,-12}{1}\\{2} = {3}' -f $_.Outcome, $_.Path, $_.Name, $(if ($null -eq $_.To) { '-' } else { $_.To -join ', ' })</ScriptBlock>
                        </ExpressionBinding>
                        <NewLine />
                      </CustomItem>
                    </CustomEntry>
                  </CustomEntries>
                </CustomControl>
              </ExpressionBinding>
              <ExpressionBinding><PropertyName>Journal</PropertyName></ExpressionBinding>
            </CustomItem>
          </CustomEntry>
        </CustomEntries>
      </CustomControl>
    </View>
    <View>
      <Name>MailTls.Match</Name>
      <ViewSelectedBy><TypeName>MailTls.Match</TypeName></ViewSelectedBy>
      <ListControl>
        <ListEntries>
          <ListEntry>
            <ListItems>
              <ListItem><PropertyName>Title</PropertyName></ListItem>
              <ListItem><PropertyName>Signature</PropertyName></ListItem>
              <ListItem>
                <ItemSelectionCondition><ScriptBlock>$_.Path</ScriptBlock></ItemSelectionCondition>
                <Label>Place</Label>
                <ScriptBlock>if ($_.Line) { '{0}:{1}' -f $_.Path, $_.Line } else { $_.Path }</ScriptBlock>
              </ListItem>
              <ListItem><PropertyName>Text</PropertyName></ListItem>
              <ListItem><PropertyName>Cause</PropertyName></ListItem>
              <ListItem><PropertyName>Meaning</PropertyName></ListItem>
              <ListItem><PropertyName>Settle</PropertyName></ListItem>
            </ListItems>
          </ListEntry>
        </ListEntries>
      </ListControl>
    </View>
    <View>
      <Name>MailTls.Rule</Name>
      <ViewSelectedBy><TypeName>MailTls.Rule</TypeName></ViewSelectedBy>
      <TableControl>
        <TableHeaders>
          <TableColumnHeader><Label>Profile</Label><Width>9</Width></TableColumnHeader>
          <TableColumnHeader><Label>Id</Label><Width>32</Width></TableColumnHeader>
          <TableColumnHeader><Label>Title</Label></TableColumnHeader>
        </TableHeaders>
        <TableRowEntries>
          <TableRowEntry>
            <Wrap />
            <TableColumnItems>
              <TableColumnItem><PropertyName>Profile</PropertyName></TableColumnItem>
              <TableColumnItem><PropertyName>Id</PropertyName></TableColumnItem>
              <TableColumnItem><PropertyName>Title</PropertyName></TableColumnItem>
            </TableColumnItems>
          </TableRowEntry>
        </TableRowEntries>
      </TableControl>
    </View>
  </ViewDefinitions>
</Configuration>
`,
  'MailTls.psm1': `# Loads the module: data, words, functions. Its language is that of Windows, or the argument's:
# Import-Module MailTls -ArgumentList ro-RO
param([string]$UICulture = $PSUICulture)

function Import-Data([string]$Folder, [string]$Name) {
    Import-LocalizedData -BaseDirectory ([IO.Path]::Combine($PSScriptRoot, $Folder)) -FileName $Name -ErrorAction Stop
}

$script:Rules = Import-Data 'Data' 'Rules.psd1'
$script:Windows = Import-Data 'Data' 'Windows.psd1'
$script:Signatures = Import-Data 'Data' 'Signatures.psd1'
# The module's version is that of the catalogue that it was made from.
$script:Version = $script:Rules.catalogueVersion

# A country of its own makes no other language: Windows in Romanian of Moldova speaks Romanian too.
$language = 'en-US'
if ($UICulture -match '^ro(-|$)') { $language = 'ro-RO' }
$script:Strings = Import-Data $language 'MailTls.Strings.psd1'

foreach ($folder in 'Private', 'Public') {
    foreach ($file in [IO.Directory]::GetFiles([IO.Path]::Combine($PSScriptRoot, $folder), '*.ps1')) { . $file }
}
`,
  'Private/Enter-Lock.ps1': `# Who writes holds the machine's mutex, as \`mailtls fix\` does, so that two never write at once.

function Enter-Lock {
    try {
        $mutex = New-Object Threading.Mutex $false, 'Global\\mailtls'
        try {
            $isOurs = $mutex.WaitOne(10000)
        } catch [Threading.AbandonedMutexException] {
            # Its owner died; the journal says how far it came.
            $isOurs = $true
        }
    } catch {
        $isOurs = $false
    }
    if ($isOurs) { return $mutex }
    throw New-Failure 'locked' @{} 'ResourceBusy' $null
}

function Exit-Lock($Mutex) {
    $Mutex.ReleaseMutex()
    $Mutex.Close()
}

# Only an administrator may write, and only a PowerShell of Windows' own bitness reaches the right keys.
function Assert-CanWrite {
    if ([Environment]::Is64BitOperatingSystem -and -not [Environment]::Is64BitProcess) {
        throw New-Failure 'not-64-bit' @{} 'InvalidOperation' $null
    }
    $principal = New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())
    if (-not $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {
        throw New-Failure 'not-elevated' @{} 'PermissionDenied' $null
    }
}
`,
  'Private/Find-InEvidence.ps1': `# Evidence of any kind: finds out what it is, and reads it in parts, so that memory is bounded.

# As much as it takes to know what a text is; how much is read at a time; and of a mail at all, as a report stands at its start.
$script:HeadLength = 64KB
$script:PartLength = 4MB
$script:MailLength = 8MB

# Queues, their messages and traces, shown as lists: each paragraph is a record.
$script:QueueTelltale = New-Object regex ('\\b(?:LastError|NextHopDomain|NextHopConnector|RecipientStatus)\\b' +
    '|\\{LED=|\\};\\{(?:MSG|FQDN|IP|LRT)=')

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
    $zeros = [regex]::Matches($sample, '\\0')
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
    $controls = [regex]::Matches($sample, '[\\x01-\\x08\\x0e-\\x1a\\x1c-\\x1f]').Count
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
    $said = $texts -join "\`n"
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
`,
  'Private/Find-InLog.ps1': `# Exchange's logs: comma-separated lines, and lines with # that say what they are.

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
            if ($Name -match '(?:^|[\\\\/])RECV[0-9][^\\\\/]*\\z|[\\\\/]SmtpReceive[\\\\/]') { $title = 'smtp receive protocol log' }
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
        $text = @($said) -join "\`n"
    }
    foreach ($match in Select-FirstOfEach (Find-Signature $text)) { New-Match $match $text $Path $Number }
}

# The matches in whole lines of a log. Only lines that hold a text that any match must have are looked at one by one.
function Find-InLog($Reading, [string]$Text) {
    $block = "\`n" + $Text
    $starts = @{}
    foreach ($anchor in @($script:Anchors.Keys) + "\`n#") {
        $at = 0
        while ($at -ge 0 -and $at -lt $block.Length) {
            $at = $block.IndexOf($anchor, $at, [StringComparison]::Ordinal)
            if ($at -lt 0) { break }
            if ($anchor -eq "\`n#") { $at++ }
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
`,
  'Private/Find-InMail.ps1': `# Non-delivery reports, as saved mails (RFC 5322, MIME, RFC 3464) or as copied text. A mail is held as a text with a character
# for each of its bytes.

$script:Latin1 = [Text.Encoding]::GetEncoding(28591)
$script:ReportHeader = New-Object regex ('^(?:Content-Type:[^\\n]{0,200}multipart/report' +
    '(?![^\\n]{0,200}(?:disposition-notification|feedback-report))' +
    '|Content-Type:[^\\n]{0,20}message/delivery-status|X-MS-Exchange-Message-Is-Ndr:|X-Failed-Recipients:|Reporting-MTA:)'),
    'IgnoreCase, Multiline, CultureInvariant'
$script:ReportText = New-Object regex ('Diagnostic information for administrators:|did not reach the following recipient\\(s\\)' +
    '|Delivery has failed to these recipients'), 'IgnoreCase, CultureInvariant'
$script:MailHeader = New-Object regex '^(?:Return-Path|Received|MIME-Version|Message-ID|From|Date|Subject):',
    'IgnoreCase, Multiline, CultureInvariant'

# What the other end answered, without the type of the code: \`smtp;550 ...\`.
$script:DiagnosticCode = New-Object regex '(?im)^Diagnostic-Code:[ \\t]*(?:[\\w-]{1,30}[ \\t]*;)?([^\\r\\n]*)'

# Whether a text is a report or another saved mail, or the text of a report that was copied.
function Test-Mail([string]$Head, [string]$Name) {
    if ($script:ReportHeader.IsMatch($Head) -or $script:ReportText.IsMatch($Head)) { return $true }
    if (-not $Name.EndsWith('.eml', [StringComparison]::OrdinalIgnoreCase)) { return $false }
    $script:MailHeader.IsMatch($Head.Substring(0, [Math]::Min($Head.Length, 8192)))
}

# All that a report says is matched at once, so that a wrapper counts only where nothing else is said, and each signature once:
# text, fields and recipients repeat it.
function Find-InMail([string]$Mail, $Path, [int]$Depth = 1) {
    $parts = Split-Mail $Mail
    $isReport = $parts.IsReport -or $parts.Statuses.Count -gt 0 -or $script:ReportText.IsMatch($parts.Text)
    if (-not $isReport -and $Depth -lt 3) {
        foreach ($attached in $parts.Attached) {
            $inner = @(Find-InMail $attached $Path ($Depth + 1))
            if ($inner.Count -gt 0) { return $inner }
        }
    }
    # Exchange lists the headers of the returned mail at the end. They are no part of what it says.
    $body = $parts.Text
    $heading = [regex]::Match($body, '(?im)^[ \\t>]*Original message headers:?[ \\t]*\\r?$')
    if ($heading.Success) { $body = $body.Substring(0, $heading.Index) }
    $said = @(
        foreach ($status in $parts.Statuses) {
            foreach ($code in $script:DiagnosticCode.Matches((Join-Folded $status))) { (Join-Line @($code.Groups[1].Value)).Text }
        }
        (Join-Line (Split-Line $body)).Text
    ) -join "\`n"
    foreach ($match in Select-FirstOfEach (Find-Signature $said)) { New-Match $match $said $Path $null }
}

function Join-Folded([string]$Headers) { [regex]::Replace($Headers, '\\r?\\n[ \\t]+', ' ') }

# The parts of a mail that tell of its delivery. What is no mail is all text.
function Split-Mail([string]$Mail) {
    $parts = @{ IsReport = $false; Texts = New-Object Collections.ArrayList; Html = New-Object Collections.ArrayList
        Statuses = New-Object Collections.ArrayList; Attached = New-Object Collections.ArrayList; Count = 0 }
    if ($Mail -match '\\A\\s{0,1024}(?!Reporting-MTA:)(?:From [^\\n]*\\n)?[!-9;-~]{1,76}:') {
        Add-MimePart $Mail.TrimStart() $parts 0
        $parts.IsReport = $script:ReportHeader.IsMatch((Join-Folded (Get-MailHead $Mail.TrimStart())))
    }
    $parts.Text = $parts.Texts -join "\`n"
    if (-not $script:NotBlank.IsMatch($parts.Text)) { $parts.Text = ConvertFrom-Html ($parts.Html -join "\`n") }
    # Lines such as \`Error: 421 ...\` look like headers, and a text without a blank line is then nothing else.
    if (-not $script:NotBlank.IsMatch($parts.Text) -and $parts.Statuses.Count + $parts.Attached.Count -eq 0) {
        $parts.Text = ConvertFrom-Charset $Mail 'utf-8'
        if ($script:ReportHeader.IsMatch($Mail)) { $null = $parts.Statuses.Add($parts.Text) }
    }
    $parts
}

# Everything before the first blank line.
function Get-MailHead([string]$Mail) {
    $blank = [regex]::Match($Mail, '\\r?\\n\\r?\\n')
    if ($blank.Success) { return $Mail.Substring(0, $blank.Index) }
    $Mail
}

function Add-MimePart([string]$Part, $Parts, [int]$Depth) {
    $Parts.Count++
    if ($Parts.Count -gt 1000 -or $Depth -gt 32) { return }
    # A part without headers begins with the blank line.
    $head = ''
    $body = $Part
    if ($Part -match '\\A\\r?\\n') { $body = $Part.Substring($Matches[0].Length) }
    else {
        $head = Get-MailHead $Part
        $body = $Part.Substring($head.Length)
    }
    $headers = Join-Folded $head
    $type = Get-HeaderValue $headers 'Content-Type'
    if ($type -match '\\A\\s*multipart/') {
        $boundary = Get-Parameter $type 'boundary'
        if ($boundary -ne '') { foreach ($inner in Split-Multipart $body $boundary) { Add-MimePart $inner $Parts ($Depth + 1) } }
        return
    }
    $content = ConvertFrom-TransferEncoding $body (Get-HeaderValue $headers 'Content-Transfer-Encoding')
    $charset = Get-Parameter $type 'charset'
    if ($type -match '\\A\\s*message/(?:global-)?delivery-status') {
        $null = $Parts.Statuses.Add((ConvertFrom-Charset $content $charset))
    }
    elseif ($type -match '\\A\\s*message/(?:rfc822|global)(?![\\w-])') { $null = $Parts.Attached.Add($content.TrimStart()) }
    elseif ((Get-HeaderValue $headers 'Content-Disposition') -match '\\A\\s*attachment') { return }
    elseif ($type -match '\\A\\s*text/html') { $null = $Parts.Html.Add((ConvertFrom-Charset $content $charset)) }
    elseif ($type -eq '' -or $type -match '\\A\\s*text/plain') { $null = $Parts.Texts.Add((ConvertFrom-Charset $content $charset)) }
}

function Get-HeaderValue([string]$Headers, [string]$Name) {
    [regex]::Match($Headers, "(?im)^$Name[ \\t]*:[ \\t]*([^\\r\\n]*)").Groups[1].Value
}

function Get-Parameter([string]$Value, [string]$Name) {
    $found = [regex]::Match($Value, "(?i);\\s*$Name\\s*=\\s*(?:""([^""]*)""|([^;\\s]+))")
    $found.Groups[1].Value + $found.Groups[2].Value
}

# The parts between lines that begin with two hyphens and the boundary.
function Split-Multipart([string]$Body, [string]$Boundary) {
    $delimiter = "\`n--" + $Boundary
    $text = "\`n" + $Body
    $start = -1
    $at = 0
    while ($at -ge 0) {
        $at = $text.IndexOf($delimiter, $at, [StringComparison]::Ordinal)
        if ($at -lt 0) { break }
        $after = $at + $delimiter.Length
        $isClose = $after + 1 -lt $text.Length -and $text[$after] -eq '-' -and $text[$after + 1] -eq '-'
        if (-not $isClose -and $after -lt $text.Length -and " \`t\`r\`n".IndexOf($text[$after]) -lt 0) { $at = $after; continue }
        if ($start -ge 0) { $text.Substring($start, $at - $start) }
        $start = -1
        if ($isClose) { return }
        $next = $text.IndexOf([char]10, $after)
        if ($next -lt 0) { return }
        $start = $next + 1
        $at = $next
    }
    if ($start -ge 0) { $text.Substring($start) }
}

function ConvertFrom-TransferEncoding([string]$Content, [string]$Encoding) {
    switch ($Encoding.Trim()) {
        'quoted-printable' {
            # Only lines that end in = go on; the rest is undone as an escape that .NET knows.
            $joined = [regex]::Replace($Content, '=[ \\t]*\\r?\\n', '').Replace('\\', '\\\\')
            return [regex]::Unescape([regex]::Replace($joined, '=([0-9A-Fa-f]{2})', '\\x$1'))
        }
        'base64' {
            $digits = [regex]::Replace($Content, '[^A-Za-z0-9+/]', '')
            $digits = $digits.Substring(0, $digits.Length - [int]($digits.Length % 4 -eq 1))
            $padded = $digits.PadRight([int][Math]::Ceiling($digits.Length / 4) * 4, [char]'=')
            return $script:Latin1.GetString([Convert]::FromBase64String($padded))
        }
    }
    $Content
}

# What is not in the character set that it says is taken byte by byte.
function ConvertFrom-Charset([string]$Content, [string]$Charset) {
    if ($Charset -eq '') { $Charset = 'utf-8' }
    try {
        $strict = [Text.DecoderFallback]::ExceptionFallback
        $encoding = [Text.Encoding]::GetEncoding($Charset, [Text.EncoderFallback]::ReplacementFallback, $strict)
        $encoding.GetString($script:Latin1.GetBytes($Content))
    } catch [ArgumentException] {
        $Content
    }
}

$script:HtmlEntities = @{ lt = '<'; gt = '>'; amp = '&'; quot = '"'; apos = "'"; nbsp = ' ' }

# The words of an HTML text: a line for each block, tags away.
function ConvertFrom-Html([string]$Html) {
    $text = [regex]::Replace($Html, '(?i)<(?:br|/?(?:p|div|tr|table|li|h[0-9]|pre|hr))\\b[^<>]*>', "\`n")
    $text = [regex]::Replace($text, '<[^<>]*>', '')
    $words = New-Object Text.StringBuilder
    $end = 0
    foreach ($entity in [regex]::Matches($text, '(?i)&(?:#([0-9]{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));')) {
        $null = $words.Append($text, $end, $entity.Index - $end)
        $code = 0
        if ($entity.Groups[1].Success) { $code = [int]$entity.Groups[1].Value }
        if ($entity.Groups[2].Success) { $code = [Convert]::ToInt32($entity.Groups[2].Value, 16) }
        $named = $script:HtmlEntities[$entity.Groups[3].Value]
        if ($null -ne $named) { $null = $words.Append($named) }
        elseif (Test-CodePoint $code) { $null = $words.Append([char]::ConvertFromUtf32($code)) }
        else { $null = $words.Append($entity.Value) }
        $end = $entity.Index + $entity.Length
    }
    $words.Append($text, $end, $text.Length - $end).ToString()
}

function Test-CodePoint([int]$Code) { $Code -gt 0 -and $Code -le 0x10ffff -and ($Code -lt 0xd800 -or $Code -gt 0xdfff) }
`,
  'Private/Find-InParagraph.ps1': `# Text whose lines a console, an editor or a mail program wrapped.

# White space, as JavaScript has it.
$script:Blank = '[\\t-\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]'
$script:Blanks = New-Object regex "$script:Blank+"
$script:NotBlank = New-Object regex ('[^' + $script:Blank.Substring(1))
$script:QuoteMarks = New-Object regex "^(?:$script:Blank{0,8}>){1,16}"
$script:LineEnd = New-Object regex '\\r\\n|\\r|\\n'

function Split-Line([string]$Text) { , $script:LineEnd.Split($Text) }

# Lines as one, every run of white space a single blank: its Text, and where each line Starts in it.
function Join-Line($Lines) {
    $text = New-Object Text.StringBuilder
    $starts = New-Object Collections.Generic.List[int]
    foreach ($line in $Lines) {
        $part = $script:Blanks.Replace($script:QuoteMarks.Replace($line, ''), ' ').Trim([char]' ')
        if ($part -ne '' -and $text.Length -gt 0) { $null = $text.Append(' ') }
        $starts.Add($text.Length)
        $null = $text.Append($part)
    }
    @{ Text = $text.ToString(); Starts = $starts }
}

# Which of the lines holds a character of the joined text, from 0.
function Get-LineAt($Starts, [int]$Index) {
    $low = 0
    $high = $Starts.Count - 1
    while ($low -lt $high) {
        $middle = [int][Math]::Floor(($low + $high + 1) / 2)
        if ($Starts[$middle] -le $Index) { $low = $middle } else { $high = $middle - 1 }
    }
    $low
}

# The matches in each paragraph: what is wrapped stays within one. $LinesBefore counts those of the file before this text.
# With $Once, each signature counts once in a paragraph, which then is a record of an
# export and stands on its first line.
function Find-InParagraph([string]$Text, $Path, [int]$LinesBefore, [bool]$Once) {
    $paragraph = New-Object Collections.ArrayList
    $number = $LinesBefore
    foreach ($line in (Split-Line $Text) + '') {
        $number++
        if ($script:NotBlank.IsMatch($line)) { $null = $paragraph.Add($line); continue }
        if ($paragraph.Count -eq 0) { continue }
        $joined = Join-Line $paragraph
        $found = Find-Signature $joined.Text
        if ($Once) {
            # A console breaks lines after a hyphen too.
            $asWritten = $joined.Text + "\`n" + $joined.Text.Replace('- ', '-')
            $found = Select-FirstOfEach (Find-Signature $asWritten)
        } else { $asWritten = $joined.Text }
        foreach ($match in $found) {
            $at = $number - $paragraph.Count
            if (-not $Once) { $at += Get-LineAt $joined.Starts $match.Index }
            New-Match $match $asWritten $Path $at
        }
        $paragraph.Clear()
    }
}
`,
  'Private/Find-Signature.ps1': `# Finds the catalogue's error texts, as \`mailtls diagnose\` does.

# Every pattern of every signature, with the text that any match must hold: looking for that first is what makes it quick.
$script:Patterns = @(
    foreach ($signature in $script:Signatures.signatures) {
        foreach ($pattern in $signature.patterns) {
            @{
                Signature = $signature.id
                IsWrapper = $signature.wrapper
                Anchor    = $pattern.anchor
                Regex     = New-Object regex $pattern.regex, ([Text.RegularExpressions.RegexOptions]::CultureInvariant)
            }
        }
    }
)

# The texts without any of which there is no match.
$script:Anchors = New-Object Collections.Hashtable ([StringComparer]::Ordinal)
foreach ($pattern in $script:Patterns) { $script:Anchors[$pattern.Anchor] = $true }

$script:SignaturesById = @{}
foreach ($signature in $script:Signatures.signatures) { $script:SignaturesById[$signature.id] = $signature }

# The signatures in a text, by place. Where one lies wholly inside another, the longer one counts; a wrapper counts only alone.
function Find-Signature([string]$Text) {
    $found = New-Object Collections.ArrayList
    $isMeant = $false
    foreach ($pattern in $script:Patterns) {
        if ($Text.IndexOf($pattern.Anchor, [StringComparison]::Ordinal) -lt 0) { continue }
        foreach ($place in $pattern.Regex.Matches($Text)) {
            if (-not $pattern.IsWrapper) { $isMeant = $true }
            $null = $found.Add(@{
                    Signature = $pattern.Signature; IsWrapper = $pattern.IsWrapper; Index = $place.Index; Length = $place.Length
                })
        }
    }
    if ($found.Count -eq 0) { return }
    $counting = @(foreach ($match in $found) { if (-not ($isMeant -and $match.IsWrapper)) { $match } })
    # By place, an outer one before what lies inside it, else in the catalogue's order.
    $order = [string[]]@(
        for ($i = 0; $i -lt $counting.Count; $i++) {
            '{0:d10} {1:d10} {2:d10}' -f $counting[$i].Index, ([int]::MaxValue - $counting[$i].Length), $i
        }
    )
    [Array]::Sort($order, [StringComparer]::Ordinal)
    $end = -1
    foreach ($key in $order) {
        $match = $counting[[int]$key.Substring(22)]
        if ($match.Index + $match.Length -le $end) { continue }
        $end = $match.Index + $match.Length
        $match
    }
}

# Of matches, the first of each signature: a text of several parts that say the same tells of one error.
function Select-FirstOfEach($Found) {
    $seen = @{}
    foreach ($match in $Found) {
        if ($seen.ContainsKey($match.Signature)) { continue }
        $seen[$match.Signature] = $true
        $match
    }
}

# A match as the module gives it.
function New-Match($Match, [string]$Text, $Path, $Line) {
    $signature = $script:SignaturesById[$Match.Signature]
    $cause = $null
    if ($null -ne $signature.cause) { $cause = Get-Text ('cause.' + $signature.cause) }
    New-Record 'MailTls.Match' ([ordered]@{
            Signature  = $signature.id
            Title      = Get-Text "signature.$($signature.id).title"
            Path       = $Path
            Line       = $Line
            Text       = ConvertTo-InertText (Get-Excerpt $Text $Match.Index $Match.Length)
            Cause      = $cause
            Meaning    = Get-Text "signature.$($signature.id).meaning"
            Settle     = Get-Text "signature.$($signature.id).settle"
            References = @($signature.references | ForEach-Object { Format-Reference $_ })
        })
}

# A match with as much as may be of what stands around it on its line.
function Get-Excerpt([string]$Text, [int]$Index, [int]$Length) {
    $longest = 500
    $start = 0
    if ($Index -gt 0) { $start = $Text.LastIndexOf([char]10, $Index - 1) + 1 }
    $end = $Text.IndexOf([char]10, $Index)
    if ($end -lt 0) { $end = $Text.Length }
    $before = [Math]::Floor([Math]::Max(0, $longest - $Length) / 2)
    $from = [int][Math]::Max($start, [Math]::Min($Index - $before, $end - $longest))
    $Text.Substring($from, [Math]::Min($end, $from + $longest) - $from).Trim()
}

function Format-Reference($Reference) {
    if ($null -eq $Reference.url) { $Reference.title } else { '{0}: {1}' -f $Reference.title, $Reference.url }
}
`,
  'Private/Format-Text.ps1': `# The words of the module, in the language it was loaded in.

# A message, its {placeholders} filled in one pass: what is put in is never looked at again.
function Get-Text([string]$Id, [hashtable]$Arguments = @{}) {
    $template = $script:Strings[$Id]
    $text = New-Object Text.StringBuilder
    $end = 0
    foreach ($place in [regex]::Matches($template, '\\{([a-zA-Z]+)\\}')) {
        $null = $text.Append($template, $end, $place.Index - $end)
        $name = $place.Groups[1].Value
        $said = $place.Value
        if ($Arguments.ContainsKey($name)) { $said = [string]$Arguments[$name] }
        $null = $text.Append($said)
        $end = $place.Index + $place.Length
    }
    $text.Append($template, $end, $template.Length - $end).ToString()
}

# The kind of a value as Windows' own tools print it, such as REG_DWORD.
function Get-KindName($Value) {
    if ($Value.Kind -eq 'Unknown') { return 'REG type ' + $Value.Type }
    $script:Windows.kinds[$Value.Kind]
}

# A value as a message says it: 1, 0xffffffff, "1" (REG_SZ), or the word for absent.
function Format-RegistryValue($Value) {
    if ($null -eq $Value) { return Get-Text 'value.absent' }
    if ($Value.Kind -eq 'DWord') {
        if ($Value.Data -lt 10) { return [string]$Value.Data }
        return '0x{0:x}' -f $Value.Data
    }
    '"{0}" ({1})' -f ($Value.Data -join ', '), (Get-KindName $Value)
}

# Text from outside, in which nothing acts on a terminal or misleads a reader: controls, those of writing direction, invisible
# characters and lone halves of characters show as \\x1b or \\u202e.
$script:Harmful = New-Object regex ('[\\x00-\\x1f\\x7f-\\x9f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff' +
    '\\ufff9-\\ufffb]' +
    '|\\udb40[\\udc00-\\udc7f]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]')

function ConvertTo-InertText([string]$Text) {
    if (-not $script:Harmful.IsMatch($Text)) { return $Text }
    $inert = New-Object Text.StringBuilder
    $end = 0
    foreach ($place in $script:Harmful.Matches($Text)) {
        $null = $inert.Append($Text, $end, $place.Index - $end)
        $code = [int]$place.Value[0]
        if ($place.Length -eq 2) { $code = [char]::ConvertToUtf32($Text, $place.Index) }
        if ($code -eq 9) { $null = $inert.Append(' ') }
        elseif ($code -lt 0x100) { $null = $inert.AppendFormat('\\x{0:x2}', $code) }
        elseif ($code -lt 0x10000) { $null = $inert.AppendFormat('\\u{0:x4}', $code) }
        else { $null = $inert.AppendFormat('\\u{{{0:x}}}', $code) }
        $end = $place.Index + $place.Length
    }
    $inert.Append($Text, $end, $Text.Length - $end).ToString()
}

# An object with a type's name, by which its view is found.
function New-Record([string]$TypeName, $Fields) {
    $record = [pscustomobject]$Fields
    $record.PSObject.TypeNames.Insert(0, $TypeName)
    $record
}
`,
  'Private/Get-EventSentence.ps1': `# What an event of the Windows event log says in English: its own text is in the language of the machine.

# $null for an object that is none, or an event that no sentence is known for.
function Get-EventSentence($Object) {
    $provider = Get-FirstValue $Object 'ProviderName', 'Source'
    $id = Get-FirstValue $Object 'Id', 'EventID', 'InstanceId'
    if ($null -eq $provider -or $null -eq $id) { return }
    foreach ($sentence in $script:Signatures.eventSentences) {
        if ($sentence.id -ne ([long]$id -band 0xffff) -or $provider -notmatch $sentence.provider) { continue }
        $data = Get-EventData $Object
        if ($data.Values.Count -eq 0) { return }
        $text = New-Object Text.StringBuilder
        $end = 0
        foreach ($place in [regex]::Matches($sentence.text, '\\{([A-Za-z]*)\\|([0-9])\\}')) {
            $null = $text.Append($sentence.text, $end, $place.Index - $end)
            $datum = $data.Named[$place.Groups[1].Value]
            if ($null -eq $datum) { $datum = [string]$data.Values[[int]$place.Groups[2].Value - 1] }
            $null = $text.Append($datum, 0, [Math]::Min($datum.Length, 100))
            $end = $place.Index + $place.Length
        }
        return $text.Append($sentence.text, $end, $sentence.text.Length - $end).ToString()
    }
}

# What an event is logged with: its Values in order, and Named as far as their names are told.
function Get-EventData($Object) {
    $values = New-Object Collections.ArrayList
    $named = @{}
    if ($null -ne $Object.PSObject.Methods['ToXml']) {
        $xml = New-Object Xml.XmlDocument
        $xml.XmlResolver = $null
        $xml.LoadXml($Object.ToXml())
        foreach ($node in $xml.SelectNodes("//*[local-name() = 'Data' or local-name(..) = 'EventXML']")) {
            $name = $node.GetAttribute('Name')
            if ($name -eq '' -and $node.LocalName -ne 'Data') { $name = $node.LocalName }
            if ($name -ne '') { $named[$name] = $node.InnerText }
            $null = $values.Add($node.InnerText)
        }
    } else {
        foreach ($property in Get-FirstValue $Object 'Properties') { $null = $values.Add([string]$property.Value) }
        foreach ($text in Get-FirstValue $Object 'ReplacementStrings') { $null = $values.Add([string]$text) }
    }
    @{ Values = $values; Named = $named }
}

# The value of the first of these properties that an object has.
function Get-FirstValue($Object, [string[]]$Names) {
    foreach ($name in $Names) {
        $property = $Object.PSObject.Properties[$name]
        if ($null -ne $property) { return $property.Value }
    }
}
`,
  'Private/Get-MachineFact.ps1': `# What the registry says of the machine beside its TLS settings.

$script:ComputerNameKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName'
$script:WindowsKey = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'
$script:ExchangeKeys = 'HKLM\\SOFTWARE\\Microsoft\\ExchangeServer\\v15\\Setup', 'HKLM\\SOFTWARE\\Microsoft\\ExchangeServer\\v14\\Setup'

function Get-MachineFact([string]$AssumeOs) {
    @{
        Name     = Get-MachineName
        Windows  = Get-WindowsFact $AssumeOs
        Exchange = Get-ExchangeFact
        Restart  = Get-RestartState
    }
}

function Get-MachineName {
    $name = Read-Text $script:ComputerNameKey 'ComputerName'
    if ($null -eq $name) { $name = [Environment]::MachineName }
    $name
}

# $null where the build is unknown.
function Get-WindowsFact([string]$AssumeOs) {
    $build = Get-WindowsBuild
    if ($null -eq $build -and $AssumeOs -ne '') { $build = (Get-Release $AssumeOs).builds[-1] }
    if ($null -eq $build) { return }
    $number = @(Split-Build $build)[0..2] -join '.'
    $release = $null
    foreach ($candidate in $script:Windows.releases) { if ($candidate.builds -contains $number) { $release = $candidate.id } }
    $name = Read-Text $script:WindowsKey 'ProductName'
    if ($null -eq $name) {
        if ($null -eq $release) { $name = 'Windows' } else { $name = (Get-Release $release).name }
    }
    @{ Name = $name; Build = $build; Release = $release }
}

function Get-Release([string]$Id) {
    foreach ($release in $script:Windows.releases) { if ($release.id -eq $Id) { return $release } }
}

# Windows 10 and Server 2016 and newer keep "6.3" in CurrentVersion and their own number in two DWords beside it.
function Get-WindowsBuild {
    $build = Read-Text $script:WindowsKey 'CurrentBuild'
    if ([string]$build -notmatch '\\A[0-9]{4,6}\\z') { return }
    $major = Read-Number $script:WindowsKey 'CurrentMajorVersionNumber'
    if ($null -eq $major) {
        $version = Read-Text $script:WindowsKey 'CurrentVersion'
    } else {
        $minor = Read-Number $script:WindowsKey 'CurrentMinorVersionNumber'
        $version = '{0}.{1}' -f $major, [uint32]$minor
    }
    if ([string]$version -notmatch '\\A[0-9]{1,2}\\.[0-9]{1,2}\\z') { return }
    $revision = Read-Number $script:WindowsKey 'UBR'
    if ($null -eq $revision) { "$version.$build" } else { "$version.$build.$revision" }
}

# 'absent', 'unknown', or a table of Name and Build. The version of ExSetup.exe counts before what Setup noted, as security
# updates change it too.
function Get-ExchangeFact {
    $build = Get-ExSetupVersion
    foreach ($key in $script:ExchangeKeys) {
        $names = 'MsiProductMajor', 'MsiProductMinor', 'MsiBuildMajor', 'MsiBuildMinor'
        $parts = @(foreach ($name in $names) { Read-Number $key $name })
        if ($null -eq $build -and $parts.Count -eq 4) { $build = $parts -join '.' }
    }
    if ($null -ne $build) { return @{ Name = Get-ExchangeName $build; Build = $build } }
    foreach ($key in $script:ExchangeKeys) { if ((Get-RegistryKeyState $key) -ne 'absent') { return 'unknown' } }
    'absent'
}

function Get-ExSetupVersion {
    foreach ($key in $script:ExchangeKeys) {
        $folder = Read-Text $key 'MsiInstallPath'
        if ($null -eq $folder) { continue }
        $file = [IO.Path]::Combine($folder, 'bin', 'ExSetup.exe')
        if (-not [IO.File]::Exists($file)) { continue }
        $info = [Diagnostics.FileVersionInfo]::GetVersionInfo($file)
        $version = '{0}.{1}.{2}.{3}' -f $info.FileMajorPart, $info.FileMinorPart, $info.FileBuildPart, $info.FilePrivatePart
        if ($version -ne '0.0.0.0') { return $version }
    }
}

function Get-ExchangeName([string]$Build) {
    foreach ($product in $script:Windows.exchangeProducts) {
        $isOfLine = "$Build.".StartsWith($product.line + '.', [StringComparison]::Ordinal)
        if ($isOfLine -and (Compare-Build $Build $product.from) -ge 0) { return $product.name }
    }
    'Exchange Server'
}

function Read-Text([string]$Path, [string]$Name) {
    $found = Read-RegistryValue $Path $Name
    if ($found.State -eq 'present' -and $found.Value.Kind -eq 'String') { $found.Value.Data }
}

function Read-Number([string]$Path, [string]$Name) {
    $found = Read-RegistryValue $Path $Name
    if ($found.State -eq 'present' -and $found.Value.Kind -eq 'DWord') { $found.Value.Data }
}

function Split-Build([string]$Build) { foreach ($part in $Build.Split([char]'.')) { [long]$part } }

# Negative when A is older than B, 0 when they are the same build, a missing part counting as 0.
function Compare-Build([string]$A, [string]$B) {
    $left = @(Split-Build $A)
    $right = @(Split-Build $B)
    for ($i = 0; $i -lt 4; $i++) {
        $difference = [long]$left[$i] - [long]$right[$i]
        if ($difference -ne 0) { return $difference }
    }
    0
}
`,
  'Private/Invoke-Repair.ps1': `# The writes that would mend what was found: those of errors and warnings, and with $Explicit also those that only spell out a
# default or a form. Only those of these rules, never two for one value, none of a rule that must wait for another one, and none
# that is in $Others.
function Select-Edit($Findings, $Rules, [bool]$Explicit, $Others) {
    $unmet = @(foreach ($finding in $Findings) { if ($finding.Severity -ne 'info') { $finding.Rule } })
    $allowed = @{}
    foreach ($rule in $Rules) { if ($unmet -notcontains $rule.after) { $allowed[$rule.id] = $true } }
    $places = @{}
    foreach ($edit in $Others) { $places[$edit.Path + '\\\\' + $edit.Name] = $true }
    foreach ($finding in $Findings) {
        $edit = $finding.Edit
        if ($null -eq $edit -or -not $allowed.ContainsKey($edit.Rule)) { continue }
        if ($finding.Severity -eq 'info' -and -not $Explicit) { continue }
        $place = $edit.Path + '\\\\' + $edit.Name
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
    $Cmdlet.ShouldProcess(($Edit.Path + '\\' + $Edit.Name), (ConvertTo-InertText (Get-Text 'module.write' $words)))
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
        if ($created -contains $key.Substring(0, $key.LastIndexOf([char]'\\'))) { continue }
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
        if ($edit['name'] -ne '') { $name = '"{0}"' -f $edit['name'].Replace('\\', '\\\\').Replace('"', '\\"') }
        $null = $lines.Add($name + '=' + (ConvertTo-RegData (ConvertFrom-JournalValue $edit['from'])))
    }
    $text = ($lines -join "\`r\`n") + "\`r\`n"
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
`,
  'Private/Invoke-Rule.ps1': `# Judges the machine by rules. Rules are data (Data\\Rules.psd1): nothing here knows one of them.

# Findings are tables; what would mend one is its Edit. The names and orders are those of \`mailtls check\`.
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
`,
  'Private/Invoke-Undo.ps1': `# The journal that is meant.
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
`,
  'Private/Journal.ps1': `# The journal of a repair: docs/journal.md of mailtls says what it means. Each file is one repair of this machine, and mailtls
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
    Save-File $Journal.File ([Text.Encoding]::ASCII.GetBytes((ConvertTo-JournalJson $Journal.Content) + "\`n"))
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
    foreach ($key in $script:Rules.editable) { foreach ($name in $key.names) { $known[$key.path + '\\\\' + $name] = $true } }
    foreach ($edit in $Content['edits']) {
        $place = '{0}\\\\{1}' -f $edit['path'], $edit['name']
        Assert-Field (Get-Text 'module.unknown-place' @{ path = $place }) $known.ContainsKey($place)
    }
    foreach ($key in $Content['createdKeys']) {
        $isKnown = $false
        foreach ($one in $script:Rules.editable) {
            if (($one.path + '\\').StartsWith("$key\\", [StringComparison]::OrdinalIgnoreCase)) { $isKnown = $true }
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
$script:JournalName = New-Object regex '\\A([0-9]{8}T[0-9]{6}\\.[0-9]{3}Z)-[0-9a-f]{6}\\.json\\z'

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
`,
  'Private/JournalJson.ps1': `# JSON as journals are written in. PowerShell's own cmdlets do not serve: 7's takes texts that look like times for dates, and
# Windows PowerShell's lays out and escapes in another way.

function ConvertTo-JournalJson($Value, [string]$Indent = '') {
    if ($null -eq $Value) { return 'null' }
    if ($Value -is [string]) { return ConvertTo-JsonString $Value }
    $inner = $Indent + '  '
    if ($Value -is [Collections.IDictionary]) {
        $lines = foreach ($name in $Value.Keys) {
            $inner + (ConvertTo-JsonString $name) + ': ' + (ConvertTo-JournalJson $Value[$name] $inner)
        }
        return "{\`n" + (@($lines) -join ",\`n") + "\`n$Indent}"
    }
    if ($Value -is [Collections.IList]) {
        if ($Value.Count -eq 0) { return '[]' }
        $lines = @(foreach ($item in $Value) { $inner + (ConvertTo-JournalJson $item $inner) })
        return "[\`n" + ($lines -join ",\`n") + "\`n$Indent]"
    }
    [string]$Value
}

# All but ASCII in escapes, so that no half of a character is lost on the way.
$script:JsonEscaped = New-Object regex '[^ !#-\\[\\]-~]'

function ConvertTo-JsonString([string]$Text) {
    if (-not $script:JsonEscaped.IsMatch($Text)) { return '"' + $Text + '"' }
    $json = New-Object Text.StringBuilder
    $end = 0
    foreach ($place in $script:JsonEscaped.Matches($Text)) {
        $null = $json.Append($Text, $end, $place.Index - $end)
        if ($place.Value -eq '"' -or $place.Value -eq '\\') { $null = $json.Append('\\').Append($place.Value) }
        else { $null = $json.AppendFormat('\\u{0:x4}', [int]$place.Value[0]) }
        $end = $place.Index + 1
    }
    '"' + $json.Append($Text, $end, $Text.Length - $end).ToString() + '"'
}

$script:JsonToken = New-Object regex ('\\G[ \\t\\r\\n]*([{}\\[\\],:]|"(?>[^"\\\\\\x00-\\x1f]+|\\\\(?:["\\\\/bfnrt]|u[0-9A-Fa-f]{4}))*"' +
    '|-?[0-9]+|true|false|null|\\z)')

# Objects are tables in their order, lists are ArrayLists, numbers whole. One loop and no function for each token, as calls are
# what takes time in PowerShell: a journal has a thousand tokens.
function ConvertFrom-JournalJson([string]$Json) {
    $beginsValue = '{["-0123456789tfn'
    $outer = New-Object Collections.Stack
    $root = New-Object Collections.ArrayList
    $into = $root
    $name = $null
    # What the next token may begin with; nothing once the value is whole.
    $allowed = $beginsValue
    for ($token = $script:JsonToken.Match($Json); $token.Success; $token = $token.NextMatch()) {
        $text = $token.Groups[1].Value
        if ($text -eq '' -and $allowed -eq '') { return , $root[0] }
        if ($text -eq '' -or $allowed.IndexOf($text[0]) -lt 0) { break }
        $first = $text[0]
        $isList = $into -is [Collections.ArrayList]
        if ($first -eq ',') {
            if ($isList) { $allowed = $beginsValue } else { $allowed = '"' }
            continue
        }
        if ($first -eq ':') { $allowed = $beginsValue; continue }
        if ($first -eq '}' -or $first -eq ']') { $into = $outer.Pop() }
        else {
            if ($first -eq '"') {
                $value = $text.Substring(1, $text.Length - 2)
                if ($value.IndexOf([char]'\\') -ge 0) { $value = [regex]::Unescape($value) }
                if (-not $isList -and $null -eq $name) { $name = $value; $allowed = ':'; continue }
            }
            elseif ($first -eq '{') { $value = New-Object Collections.Specialized.OrderedDictionary ([StringComparer]::Ordinal) }
            elseif ($first -eq '[') { $value = New-Object Collections.ArrayList }
            elseif ($text -eq 'null') { $value = $null }
            elseif ($first -eq 't' -or $first -eq 'f') { $value = $first -eq 't' }
            else { $value = [long]$text }
            if ($isList) { $null = $into.Add($value) } else { $into[$name] = $value; $name = $null }
            if ($first -eq '{' -or $first -eq '[') {
                $outer.Push($into)
                $into = $value
                if ($first -eq '{') { $allowed = '"}' } else { $allowed = $beginsValue + ']' }
                continue
            }
        }
        if ($outer.Count -eq 0) { $allowed = '' }
        elseif ($into -is [Collections.ArrayList]) { $allowed = ',]' }
        else { $allowed = ',}' }
    }
    $at = $Json.Length
    if ($token.Success) { $at = $token.Index }
    throw New-Object FormatException ('no JSON at character {0}' -f $at)
}
`,
  'Private/Protect-Folder.ps1': `# Where journals lie. Whoever can write there can have an administrator write what he likes, by undoing a journal or importing a
# .reg file; and every user can make folders in C:\\ProgramData, and owns what he made.

function Get-OwnFolder {
    [IO.Path]::Combine([Environment]::GetFolderPath([Environment+SpecialFolder]::CommonApplicationData), 'mailtls')
}

# Refuses a folder that anyone but administrators and Windows may have put something into. With $Make it is made where it is
# absent: with its access list, not given it afterwards. A folder that the caller named is taken as it is.
function Assert-OwnFolder([string]$JournalPath, [bool]$Make) {
    if ($JournalPath -ne '') { return }
    $path = Get-OwnFolder
    if ($Make) { New-ProtectedFolder $path }
    if (Test-OpenFolder $path) { throw New-Failure 'untrusted' @{ path = $path } 'SecurityError' $path }
}

# Administrators and Windows do anything, users read, nothing is inherited from above.
function New-ProtectedFolder([string]$Path) {
    $access = New-Object Security.AccessControl.DirectorySecurity
    $access.SetSecurityDescriptorSddlForm('O:BAD:PAI(A;OICI;FA;;;BA)(A;OICI;FA;;;SY)(A;OICI;0x1200a9;;;BU)')
    # PowerShell 7 has the means of .NET Framework elsewhere.
    $extensions = 'IO.FileSystemAclExtensions' -as [type]
    if ($null -eq $extensions) { $null = [IO.Directory]::CreateDirectory($Path, $access) }
    else { $null = $extensions::Create((New-Object IO.DirectoryInfo $Path), $access) }
}

# Whether anyone else may have put something into it. An owner can always change the list, and a link leads elsewhere.
function Test-OpenFolder([string]$Path) {
    $folder = New-Object IO.DirectoryInfo $Path
    if (-not $folder.Exists) { return $false }
    if ($folder.Attributes -band [IO.FileAttributes]::ReparsePoint) { return $true }
    $sections = [Security.AccessControl.AccessControlSections]'Owner, Access'
    $extensions = 'IO.FileSystemAclExtensions' -as [type]
    if ($null -eq $extensions) { $access = $folder.GetAccessControl($sections) }
    else { $access = $extensions::GetAccessControl($folder, $sections) }
    $kind = [Security.Principal.SecurityIdentifier]
    $trusted = 'S-1-5-32-544', 'S-1-5-18', [Security.Principal.WindowsIdentity]::GetCurrent().User.Value
    if ($trusted -notcontains $access.GetOwner($kind).Value) { return $true }
    # To write or make files and folders, to delete, to change the list or the owner, and the generic rights that hold these.
    $writing = 0x500D0156
    foreach ($rule in $access.GetAccessRules($true, $true, $kind)) {
        $isAllowed = $rule.AccessControlType -eq 'Allow' -and ([int]$rule.FileSystemRights -band $writing)
        if ($isAllowed -and $trusted -notcontains $rule.IdentityReference.Value) { return $true }
    }
    $false
}
`,
  'Private/Read-Registry.ps1': `# The registry as rules look at it: in its 64-bit view, whatever PowerShell this is, and with absent and unseen kept apart.
# A value is a table of Kind and Data: a DWord is a [uint32], a QWord decimal text, Binary lower-case hexadecimal.

$script:Hives = @{
    HKLM = [Microsoft.Win32.RegistryHive]::LocalMachine
    HKCU = [Microsoft.Win32.RegistryHive]::CurrentUser
    HKU  = [Microsoft.Win32.RegistryHive]::Users
}

# $null where the key is absent. Throws where it may not be opened.
function Open-RegistryKey([string]$Path, [bool]$Writable = $false) {
    $hive, $subkey = $Path.Split([char[]]'\\', 2)
    $root = [Microsoft.Win32.RegistryKey]::OpenBaseKey($script:Hives[$hive], [Microsoft.Win32.RegistryView]::Registry64)
    try { $root.OpenSubKey($subkey, $Writable) } finally { $root.Close() }
}

# 'present', 'absent', or 'unknown' where the key may not be read.
function Get-RegistryKeyState([string]$Path) {
    try {
        $key = Open-RegistryKey $Path
    } catch [Security.SecurityException], [UnauthorizedAccessException] {
        return 'unknown'
    }
    if ($null -eq $key) { return 'absent' }
    $key.Close()
    'present'
}

# What a value is: a table of State, and of Value where it is present.
function Read-RegistryValue([string]$Path, [string]$Name) {
    try {
        $key = Open-RegistryKey $Path
    } catch [Security.SecurityException], [UnauthorizedAccessException] {
        return @{ State = 'unknown' }
    }
    if ($null -eq $key) { return @{ State = 'absent' } }
    try {
        $data = $key.GetValue($Name, $null, [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames)
        if ($null -ne $data) {
            $value = ConvertFrom-RegistryData $key.GetValueKind($Name) $data
            if ($null -eq $value) { return @{ State = 'unknown' } }
            return @{ State = 'present'; Value = $value }
        }
        # Absent, or of a kind that .NET gives no data of.
        foreach ($there in $key.GetValueNames()) {
            if ([string]::Equals($there, $Name, [StringComparison]::OrdinalIgnoreCase)) { return @{ State = 'unknown' } }
        }
        @{ State = 'absent' }
    } finally {
        $key.Close()
    }
}

# $null for what .NET could not take for the kind that it says it is, such as a DWord of five bytes.
function ConvertFrom-RegistryData($Kind, $Data) {
    switch ([string]$Kind) {
        'String' { return @{ Kind = 'String'; Data = [string]$Data } }
        'ExpandString' { return @{ Kind = 'ExpandString'; Data = [string]$Data } }
        'MultiString' { return @{ Kind = 'MultiString'; Data = [string[]]$Data } }
        'DWord' { if ($Data -is [int]) { return New-DWord ([BitConverter]::ToUInt32([BitConverter]::GetBytes($Data), 0)) } }
        'QWord' {
            if ($Data -is [long]) {
                $unsigned = [BitConverter]::ToUInt64([BitConverter]::GetBytes($Data), 0)
                return @{ Kind = 'QWord'; Data = $unsigned.ToString([Globalization.CultureInfo]::InvariantCulture) }
            }
        }
        'Binary' { if ($Data -is [byte[]]) { return @{ Kind = 'Binary'; Data = ConvertTo-Hex $Data } } }
        'None' { if ($Data -is [byte[]]) { return @{ Kind = 'Unknown'; Type = 0; Data = ConvertTo-Hex $Data } } }
    }
}

function New-DWord($Number) { @{ Kind = 'DWord'; Data = [uint32]$Number } }

function ConvertTo-Hex([byte[]]$Bytes) { [BitConverter]::ToString($Bytes).Replace('-', '').ToLowerInvariant() }

# Whether two values are the same to the bit. $null is "absent".
function Test-SameValue($A, $B) {
    if ($null -eq $A -or $null -eq $B) { return $null -eq $A -and $null -eq $B }
    if ($A.Kind -ne $B.Kind) { return $false }
    if ($A.Kind -eq 'Unknown' -and $A.Type -ne $B.Type) { return $false }
    $left = @($A.Data)
    $right = @($B.Data)
    if ($left.Count -ne $right.Count) { return $false }
    for ($i = 0; $i -lt $left.Count; $i++) {
        # Not -ceq, which takes invisible characters for nothing.
        if (-not [string]::Equals([string]$left[$i], [string]$right[$i], [StringComparison]::Ordinal)) { return $false }
    }
    $true
}
`,
  'Private/Select-Rule.ps1': `# The rules of a profile, those of the smaller profiles included; with ids, those rules, whatever their profile. An id that
# names none is refused: that nothing was found would otherwise read as if nothing were wrong.
function Select-Rule([string]$Profile, [Collections.IList]$Ids) {
    foreach ($id in $Ids) {
        if (-not (Test-RuleName $id)) { throw New-Failure 'no-rule' @{ id = $id } 'ObjectNotFound' $id }
    }
    $names = $script:Rules.profiles
    $reach = 0
    for ($i = 0; $i -lt $names.Count; $i++) { if ($names[$i] -eq $Profile) { $reach = $i } }
    foreach ($rule in $script:Rules.rules) {
        if ($Ids.Count -eq 0) {
            if ([Array]::IndexOf($names, $rule.profile) -le $reach) { $rule }
        } else {
            foreach ($id in $Ids) { if ($rule.id -like $id) { $rule; break } }
        }
    }
}

# Whether an id, or a pattern of ids, names a rule of the catalogue.
function Test-RuleName([string]$Id) { @($script:Rules.rules | Where-Object { $_.id -like $Id }).Count -gt 0 }

# A registry value as a finding gives it, or the build that it is.
function Get-Data($Value) {
    if ($Value -is [hashtable]) { return , $Value.Data }
    $Value
}

# A product with its build; $null for one that is not there, or not known.
function New-Product($Fact) {
    if ($Fact -isnot [hashtable]) { return $null }
    New-Record 'MailTls.Product' ([ordered]@{ Name = $Fact.Name; Build = $Fact.Build })
}
`,
  'Private/Test-Build.ps1': `# Judges the builds of Windows and Exchange.

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
`,
  'Private/Test-Protocol.ps1': `# Judges SCHANNEL's protocols by what Windows makes of their values.

$script:EffectiveOfDefault = @{
    on = 'enabled'; off = 'disabled-by-default'; none = 'disabled'; unsafe = 'disabled'; unknown = 'unknown'
}

# Windows' truth table: any number but 0 counts as set. Where only one of the two values is there, only what holds under every
# reading is said.
function Get-ProtocolState($Protocol, $Release) {
    $enabled = Get-Half $Protocol.key 'Enabled'
    $byDefault = Get-Half $Protocol.key 'DisabledByDefault'
    $fallback = Get-ProtocolDefault $Protocol $Release
    $halves = $enabled, $byDefault
    if ($halves -contains 'absent' -or $halves -contains 'unseen') { $basis = 'mixed' } else { $basis = 'registry' }
    if ($fallback -eq 'none') { $effective = 'disabled'; $basis = 'os-default' }
    elseif ($enabled -eq 'zero') { $effective = 'disabled'; $basis = 'registry' }
    elseif ($enabled -eq 'absent' -and $byDefault -eq 'absent') {
        $effective = $script:EffectiveOfDefault[$fallback]
        $basis = 'os-default'
    }
    elseif ($halves -contains 'unseen' -or $halves -contains 'other-kind') { $effective = 'unknown' }
    elseif ($byDefault -eq 'non-zero') { $effective = 'disabled-by-default' }
    elseif ($fallback -eq 'on' -or ($basis -eq 'registry' -and $fallback -ne 'unsafe')) { $effective = 'enabled' }
    else { $effective = 'unknown' }
    @{
        Protocol = $Protocol.protocol; Role = $Protocol.role; Effective = $effective; Basis = $basis
        Default = $fallback; Definition = $Protocol
    }
}

# No source says how SCHANNEL reads a value of another kind than DWord.
function Get-Half([string]$Path, [string]$Name) {
    $found = Read-RegistryValue $Path $Name
    if ($found.State -eq 'unknown') { return 'unseen' }
    if ($found.State -eq 'absent') { return 'absent' }
    if ($found.Value.Kind -ne 'DWord') { return 'other-kind' }
    if ($found.Value.Data -eq 0) { 'zero' } else { 'non-zero' }
}

function Get-ProtocolDefault($Protocol, $Release) {
    if ($null -eq $Release) { return 'unknown' }
    $Protocol.defaults[$Release]
}

function Select-ProtocolState($States, $Check) {
    foreach ($state in $States) { if ($state.Protocol -eq $Check.protocol -and $state.Role -eq $Check.role) { return $state } }
}

function Get-ProtocolSeverity([string]$Effective, [string]$Want) {
    if ($Effective -eq 'unknown') { return 'warning' }
    if (($Effective -eq 'enabled') -eq ($Want -eq 'enabled')) { 'info' } else { 'error' }
}

# While the state is wrong, each value that is not as wanted is an error; while it is unknown, a warning; while it is right,
# information: a default can change with Windows, and other tools mistake an absent value or another number than 1.
function Test-Protocol($Rule, $Facts, $States) {
    $check = $Rule.check
    if (Test-Exempt $check $Facts) { return }
    $state = Select-ProtocolState $States $check
    $path = $state.Definition.key
    $role = Get-Text ('role.' + $check.role)
    if ($check.want -eq 'enabled' -and $state.Default -eq 'none') {
        $text = Get-Text 'finding.protocol-missing' @{ protocol = $check.protocol; role = $role }
        return New-Finding $Rule 'error' $text @{ Path = $path }
    }
    $severity = Get-ProtocolSeverity $state.Effective $check.want
    # Where Windows does not have a protocol, nothing needs to be said of what is not set.
    $isQuiet = $severity -eq 'info' -and 'none', 'unsafe' -contains $state.Default
    foreach ($wanted in $script:Windows.schannelValues[$check.want]) {
        $found = Read-RegistryValue $path $wanted.name
        $actual = $found.Value
        if ($null -eq $actual) { if ($isQuiet) { continue } }
        elseif ($actual.Kind -eq 'DWord' -and $actual.Data -eq $wanted.number) { continue }
        $about = New-ValueSubject $Rule $path $wanted.name $found (New-DWord $wanted.number)
        $words = @{
            name = $wanted.name; protocol = $check.protocol; role = $role; expected = $wanted.number
            actual = Format-RegistryValue $actual; state = Get-Text ('state.' + $state.Effective)
        }
        $level = $severity
        if (-not $about.Seen) {
            if ($severity -ne 'info') { $level = 'warning' }
            $id = 'finding.protocol-unseen'
        } elseif ($null -ne $actual -and $actual.Kind -ne 'DWord') {
            $id = 'finding.value-kind'
        } elseif ($wanted.number -eq 1 -and $null -ne $actual -and $actual.Data -ne 0) {
            # A number other than 1 where 1 is wanted is not what makes the state wrong.
            $level = 'info'
            $id = 'finding.not-one'
        } elseif ($severity -ne 'info') { $id = "finding.protocol-$severity" }
        elseif ($null -eq $actual) { $id = 'finding.protocol-by-default' }
        else { $id = 'finding.protocol-differs' }
        New-Finding $Rule $level (Get-Text $id $words) $about
    }
}

# A demand that holds for older builds only is not put to a machine of which neither build is known to be older.
function Test-Exempt($Check, $Facts) {
    if ($null -eq $Check.unless) { return $false }
    if ($null -ne $Facts.Windows -and (Compare-Build $Facts.Windows.Build $Check.unless.windows) -lt 0) { return $false }
    if ($Facts.Exchange -is [hashtable] -and (Compare-Build $Facts.Exchange.Build $Check.unless.exchange) -lt 0) { return $false }
    $true
}

# The missing keys of the protocols that must be on, the topmost of each once. The edits of the values create them.
function Test-ProtocolKey($Rules, $States) {
    $seen = @{}
    foreach ($rule in $Rules) {
        $check = $rule.check
        if ($check.type -ne 'schannel-protocol' -or $check.want -ne 'enabled') { continue }
        $state = Select-ProtocolState $States $check
        if ($state.Default -eq 'none') { continue }
        foreach ($path in $state.Definition.protocolKey, $state.Definition.key) {
            if ((Get-RegistryKeyState $path) -ne 'absent') { continue }
            if (-not $seen.ContainsKey($path)) {
                $seen[$path] = $true
                $severity = Get-ProtocolSeverity $state.Effective $check.want
                New-Finding $rule $severity (Get-Text 'finding.key-absent' @{ path = $path }) @{ Path = $path }
            }
            break
        }
    }
}
`,
  'Private/Test-Value.ps1': `# Judges single values.

# What all rules on one DWord have in common: out of sight and of another kind it is a warning, as nobody can tell what then
# holds. $null where the rule itself must say what it means.
function Test-OneValue($Rule, $About) {
    $actual = $About.Actual
    $words = @{ name = $About.Name; expected = Format-RegistryValue $About.Expected; actual = Format-RegistryValue $actual }
    if (-not $About.Seen) { return New-Finding $Rule 'warning' (Get-Text 'finding.value-unseen' $words) $About }
    if ($null -eq $actual -or $actual.Kind -eq 'DWord') { return }
    New-Finding $Rule 'warning' (Get-Text 'finding.value-kind' $words) $About
}

# A DWord that must be exactly one number. Absent is a warning: what then happens depends on the program that reads it.
function Test-DWord($Rule) {
    $check = $Rule.check
    $about = New-ValueSubject $Rule $check.path $check.name (Read-RegistryValue $check.path $check.name) (New-DWord $check.want)
    $finding = Test-OneValue $Rule $about
    if ($null -ne $finding) { return $finding }
    $actual = $about.Actual
    $words = @{ name = $check.name; expected = $check.want; actual = Format-RegistryValue $actual }
    if ($null -eq $actual) { return New-Finding $Rule 'warning' (Get-Text 'finding.value-unset' $words) $about }
    if ($actual.Data -eq $check.want) { return }
    # Only 0 is documented as off; how a program reads a further number is not.
    if ($actual.Data -eq 0) { $severity = 'error' } else { $severity = 'warning' }
    New-Finding $Rule $severity (Get-Text 'finding.value-wrong' $words) $about
}

# A DWord of flags that must have certain bits; other bits are left as they are.
function Test-Bit($Rule, $Windows) {
    $check = $Rule.check
    $release, $number = $null, $check.write
    # A Windows that is not known is taken for older.
    if ($null -ne $Windows) {
        $release = $Windows.Release
        if ((Compare-Build $Windows.Build $check.writeFrom.windows) -ge 0) { $number = $check.writeFrom.write }
    }
    $found = Read-RegistryValue $check.path $check.name
    if ($found.State -eq 'present' -and $found.Value.Kind -eq 'DWord') { $number = $found.Value.Data -bor $check.bits }
    $about = New-ValueSubject $Rule $check.path $check.name $found (New-DWord $number)
    $finding = Test-OneValue $Rule $about
    if ($null -ne $finding) { return $finding }
    $actual = $about.Actual
    $words = @{ name = $check.name; expected = Format-RegistryValue $about.Expected; actual = Format-RegistryValue $actual }
    if ($null -ne $actual) {
        if (($actual.Data -band $check.bits) -eq $check.bits) { return }
        return New-Finding $Rule 'error' (Get-Text 'finding.bits-missing' $words) $about
    }
    if ($null -ne $release) { $words.windows = (Get-Release $release).name }
    $severity, $id = 'warning', 'finding.value-unset'
    if ($check.absentHasThem -contains $release) { $severity, $id = 'info', 'finding.bits-by-default' }
    if ($check.absentLacksThem -contains $release) { $severity, $id = 'error', 'finding.bits-absent' }
    New-Finding $Rule $severity (Get-Text $id $words) $about
}

# Values that stand a key too high. They are reported and never counted; removing them is left to the admin.
function Test-Misplaced($Rule) {
    $path = $Rule.check.path
    foreach ($name in $Rule.check.names) {
        $found = Read-RegistryValue $path $name
        if ($found.State -ne 'present') { continue }
        $words = @{ name = $name; path = $path; actual = Format-RegistryValue $found.Value }
        New-Finding $Rule 'warning' (Get-Text 'finding.misplaced' $words) @{ Path = $path; Name = $name; Actual = $found.Value }
    }
}
`,
  'Private/Write-Failure.ps1': `# Errors of the module: the id is MailTls.<reason>, and the text is the one of that name.

function New-Failure([string]$Reason, [hashtable]$Words, [Management.Automation.ErrorCategory]$Category, $Target) {
    $exception = New-Object InvalidOperationException (ConvertTo-InertText (Get-Text "module.$Reason" $Words))
    New-Object Management.Automation.ErrorRecord $exception, "MailTls.$Reason", $Category, $Target
}

# One that the rest goes on after.
function Write-Failure([string]$Reason, [hashtable]$Words, [Management.Automation.ErrorCategory]$Category, $Target) {
    Write-Error -ErrorRecord (New-Failure $Reason $Words $Category $Target)
}

# What went wrong beneath it all, in its own words.
function Get-Detail($Failure) { $Failure.Exception.GetBaseException().Message }
`,
  'Private/Write-Registry.ps1': `# Writing to the registry, exactly: kinds and all bits.

# Makes a value what it is to be; $null removes it. Its key must be there.
function Write-RegistryValue([string]$Path, [string]$Name, $Value) {
    $place = @{ LiteralPath = Get-ProviderPath $Path; Name = $Name; ErrorAction = 'Stop'; Confirm = $false; WhatIf = $false }
    if ($Name -eq '') { $place.Name = '(default)' }
    if ($null -eq $Value) { Remove-ItemProperty @place; return }
    $kind = $Value.Kind
    if ($kind -eq 'Unknown') { $kind = 'None' }
    Set-ItemProperty @place -Value (ConvertTo-RegistryData $Value) -Type $kind
}

function Get-ProviderPath([string]$Path) { 'Microsoft.PowerShell.Core\\Registry::' + (Get-LongPath $Path) }

function Get-LongPath([string]$Path) {
    $hive, $subkey = $Path.Split([char[]]'\\', 2)
    '{0}\\{1}' -f @{ HKLM = 'HKEY_LOCAL_MACHINE'; HKCU = 'HKEY_CURRENT_USER'; HKU = 'HKEY_USERS' }[$hive], $subkey
}

# What .NET takes for a value's data.
function ConvertTo-RegistryData($Value) {
    if ($null -eq $Value) { return }
    switch ($Value.Kind) {
        'DWord' { return [BitConverter]::ToInt32([BitConverter]::GetBytes([uint32]$Value.Data), 0) }
        'QWord' { return [BitConverter]::ToInt64([BitConverter]::GetBytes([uint64]$Value.Data), 0) }
        'MultiString' { return , [string[]]@($Value.Data) }
        'Binary' { return , (ConvertFrom-Hex $Value.Data) }
        'Unknown' { return , (ConvertFrom-Hex $Value.Data) }
    }
    [string]$Value.Data
}

function ConvertFrom-Hex([string]$Hex) {
    $bytes = New-Object byte[] ($Hex.Length / 2)
    for ($i = 0; $i -lt $bytes.Length; $i++) { $bytes[$i] = [Convert]::ToByte($Hex.Substring(2 * $i, 2), 16) }
    , $bytes
}

# The keys that are missing on the way to some, those above first.
function Get-MissingKey($Paths) {
    $missing = New-Object Collections.ArrayList
    foreach ($path in $Paths) {
        $at = ''
        foreach ($name in $path.Split([char]'\\')) {
            if ($at -eq '') { $at = $name; continue }
            $at += '\\' + $name
            if ($missing -notcontains $at -and (Get-RegistryKeyState $at) -eq 'absent') { $null = $missing.Add($at) }
        }
    }
    $missing
}

# Makes a key under one that is there. One that is there already stays as it is: New-Item -Force would empty it.
function New-RegistryKey([string]$Path) {
    $cut = $Path.LastIndexOf([char]'\\')
    $above = Open-RegistryKey $Path.Substring(0, $cut) $true
    try { $above.CreateSubKey($Path.Substring($cut + 1)).Close() } finally { $above.Close() }
}

# Removes a key, unless something has come into it.
function Remove-EmptyKey([string]$Path) {
    $key = Open-RegistryKey $Path
    if ($null -eq $key) { return }
    $isEmpty = $key.ValueCount -eq 0 -and $key.SubKeyCount -eq 0
    $key.Close()
    if (-not $isEmpty) { return }
    $cut = $Path.LastIndexOf([char]'\\')
    $above = Open-RegistryKey $Path.Substring(0, $cut) $true
    try { $above.DeleteSubKey($Path.Substring($cut + 1)) } finally { $above.Close() }
}
`,
  'Public/Find-MailTlsError.ps1': `function Find-MailTlsError {
    <#
    .SYNOPSIS
    Recognises the errors of mail that TLS is the cause of, in logs, queues, events and non-delivery reports.

    .DESCRIPTION
    Reads protocol, connectivity and message tracking logs of Exchange, non-delivery reports as .eml files or as copied text,
    and any other text; from the pipeline also what Get-Queue, Get-Message, Get-MessageTrackingLog and Get-WinEvent give. Each
    error that the catalogue knows comes out with what it means and what would settle its cause. It finds what
    \`mailtls diagnose\` finds, which goes on to weigh it; mails saved by Outlook (.msg) and archives only the latter reads.

    .PARAMETER Path
    Files to read. Wildcards are allowed.

    .PARAMETER LiteralPath
    Files to read, their names as they are.

    .PARAMETER InputObject
    Text, files as Get-ChildItem gives them, or objects with an error in a property: LastError, RecipientStatus, Message and
    the like.

    .OUTPUTS
    MailTls.Match: the signature, where it stands, and what it means. Text from the evidence has its control characters
    replaced.

    .EXAMPLE
    Get-Queue | Find-MailTlsError

    Looks at the last errors of this server's queues.

    .EXAMPLE
    Get-ChildItem $env:ExchangeInstallPath\\TransportRoles\\Logs -Recurse -Include SEND*.LOG | Find-MailTlsError

    Searches all protocol logs of sending.

    .EXAMPLE
    Get-WinEvent -FilterHashtable @{ LogName = 'System'; ProviderName = 'Schannel' } | Find-MailTlsError

    Looks at what SCHANNEL wrote to the event log, in whatever language.

    .LINK
    Test-MailTls
    #>
    [CmdletBinding(DefaultParameterSetName = 'Object')]
    [OutputType('MailTls.Match')]
    param(
        [Parameter(ParameterSetName = 'Path', Mandatory = $true, Position = 0)]
        [string[]]$Path,

        [Parameter(ParameterSetName = 'LiteralPath', Mandatory = $true)]
        [string[]]$LiteralPath,

        [Parameter(ParameterSetName = 'Object', Mandatory = $true, ValueFromPipeline = $true)]
        [AllowNull()]
        [AllowEmptyString()]
        $InputObject
    )

    begin {
        # Text comes line by line, and what it is takes many lines to know.
        $text = New-Object Text.StringBuilder
        $reading = $null
    }
    process {
        if ($PSCmdlet.ParameterSetName -ne 'Object') {
            foreach ($given in @($Path) + @($LiteralPath)) {
                if ([string]::IsNullOrEmpty($given)) { continue }
                try {
                    $provider = $null
                    $isLiteral = $PSCmdlet.ParameterSetName -eq 'LiteralPath'
                    if ($isLiteral) { $files = @($PSCmdlet.GetUnresolvedProviderPathFromPSPath($given)) }
                    else { $files = @($PSCmdlet.GetResolvedProviderPathFromPSPath($given, [ref]$provider)) }
                } catch {
                    Write-Unreadable $given $_
                    continue
                }
                foreach ($file in $files) { if (-not [IO.Directory]::Exists($file)) { Search-File $file } }
            }
            return
        }
        if ($InputObject -is [IO.FileInfo]) { Search-File $InputObject.FullName }
        elseif ($InputObject -is [string]) {
            $null = $text.Append($InputObject).Append("\`n")
            if ($text.Length -ge $script:PartLength) {
                if ($null -eq $reading) { $reading = New-Reading $text.ToString(0, $script:HeadLength) $null '' }
                if ($reading.Kind -ne 'mail') { Find-InPart $reading $text.ToString(); $text.Length = 0 }
                elseif ($text.Length -gt $script:MailLength) { $text.Length = $script:MailLength }
            }
        } elseif ($null -ne $InputObject -and $InputObject -isnot [IO.DirectoryInfo]) { Find-InObject $InputObject }
    }
    end {
        if ($text.Length -eq 0) { return }
        $rest = $text.ToString()
        $head = $rest.Substring(0, [Math]::Min($rest.Length, $script:HeadLength))
        if ($null -eq $reading) { $reading = New-Reading $head $null '' }
        if ($reading.Kind -eq 'mail') { $rest = $script:Latin1.GetString([Text.Encoding]::UTF8.GetBytes($rest)) }
        Find-InPart $reading $rest
    }
}
`,
  'Public/Get-MailTlsRule.ps1': `function Get-MailTlsRule {
    <#
    .SYNOPSIS
    Lists the rules that Test-MailTls judges by.

    .PARAMETER Id
    Only the rules with these ids. Wildcards are allowed.

    .PARAMETER Profile
    Only the rules of this profile, those of the smaller ones included.

    .OUTPUTS
    MailTls.Rule: id, the smallest profile that has it, what it demands, why, and pages about it.

    .EXAMPLE
    Get-MailTlsRule dotnet4-*

    The rules on .NET Framework 4.

    .LINK
    Test-MailTls
    #>
    [CmdletBinding()]
    [OutputType('MailTls.Rule')]
    param(
        [Parameter(Position = 0, ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('Rule')]
        [string[]]$Id = '*',

        [ValidateSet('mailflow', 'exchange', 'hardened')]
        [string]$Profile = 'hardened'
    )

    process {
        foreach ($pattern in $Id) {
            if ([Management.Automation.WildcardPattern]::ContainsWildcardCharacters($pattern)) { continue }
            if (-not (Test-RuleName $pattern)) { Write-Failure 'no-rule' @{ id = $pattern } 'ObjectNotFound' $pattern }
        }
        foreach ($rule in Select-Rule $Profile @()) {
            foreach ($pattern in $Id) {
                if ($rule.id -notlike $pattern) { continue }
                New-Record 'MailTls.Rule' ([ordered]@{
                        Id         = $rule.id
                        Profile    = $rule.profile
                        Title      = Get-Text "rule.$($rule.id).title"
                        Why        = Get-Text $rule.why
                        References = @($rule.references | ForEach-Object { Format-Reference $_ })
                    })
                break
            }
        }
    }
}
`,
  'Public/Repair-MailTls.ps1': `function Repair-MailTls {
    <#
    .SYNOPSIS
    Repairs this machine's TLS settings, with an exact way back.

    .DESCRIPTION
    Plans the registry values that would mend what Test-MailTls finds, asks for each, writes down what was there in a journal,
    writes, and reads back. Nothing is restarted: the settings take effect when the server is. Undo-MailTls puts everything
    back as it was; so does \`mailtls undo\`. The values and the journal are those of \`mailtls fix\`. A repair that was cut off is
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
    The folder above that of this machine's journals, instead of %ProgramData%\\mailtls\\journal.

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
`,
  'Public/Test-MailTls.ps1': `function Test-MailTls {
    <#
    .SYNOPSIS
    Judges this machine's TLS settings for mail between Exchange and Office 365.

    .DESCRIPTION
    Reads the registry, works out what SCHANNEL does with each protocol, and judges it by the rules of a profile. Nothing is
    changed. The verdicts are those of \`mailtls check\`.

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
`,
  'Public/Undo-MailTls.ps1': `function Undo-MailTls {
    <#
    .SYNOPSIS
    Puts back exactly what a repair changed.

    .DESCRIPTION
    Takes the journal of a repair, of Repair-MailTls or of \`mailtls fix\`, and puts each value back as it was, kind included;
    values and keys that the repair made are removed. Where something else has changed one of the values since, nothing is
    written at all, unless -Force is given. A journal that names anything but what the rules write is refused.

    .PARAMETER Path
    The journal. Without it, this machine's newest one that is not undone yet. What Repair-MailTls gave can be piped; one that
    wrote nothing has no journal, and is refused.

    .PARAMETER JournalPath
    The folder above that of this machine's journals, instead of %ProgramData%\\mailtls\\journal.

    .PARAMETER Force
    Also puts back values that something else has changed since.

    .OUTPUTS
    MailTls.Undo: what was done with each value.

    .EXAMPLE
    Undo-MailTls -WhatIf

    Shows what would be put back.

    .EXAMPLE
    Get-ChildItem $env:ProgramData\\mailtls\\journal\\$env:COMPUTERNAME\\*.json | Select-Object -Last 1 | Undo-MailTls

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
`,
  'en-US/about_MailTls.help.txt': `TOPIC
    about_MailTls

SHORT DESCRIPTION
    Mail between Exchange servers and Office 365 that fails because one side is
    held at TLS 1.0 or 1.1: finding the error, its cause, and the way out.

LONG DESCRIPTION
    An error in a queue, a log or a non-delivery report that TLS can be the
    cause of is recognised by Find-MailTlsError. It says what the error means,
    which causes it has beside TLS, and what would settle it:

        Get-Queue | Find-MailTlsError

    Test-MailTls judges the server. What Windows does with a protocol follows
    from two registry values for each of its roles, client and server, and
    where they are absent from a default that depends on the Windows. So an
    absent value is neither on nor off, and each finding says which it is:

        error      wrong
        warning    cannot be known
        info       right, but only by a default, or in a form that other
                   tools mistake

    Repair-MailTls writes what mends errors and warnings, with -Explicit also
    what is information. Profiles say how much, each holding the ones before:

        mailflow   SCHANNEL's TLS 1.2
        exchange   .NET, WinHTTP and the builds of Windows and Exchange too
        hardened   old protocols off as well, which can cut connections

    Without -Profile, Test-MailTls looks at exchange and Repair-MailTls writes
    mailflow: to look at more than is written harms nobody. Name the same
    profile for both to see that a repair did its work.

    The values take effect when the server is restarted. Nothing here restarts
    it.

    Before its first write a repair puts a journal of what was there on the
    disk, in %ProgramData%\\mailtls\\journal\\<computer>. Undo-MailTls puts back
    exactly that. A repair that was cut off is undone in the same way.

EXAMPLES
        Test-MailTls -Profile exchange
        Repair-MailTls -Profile exchange -WhatIf
        Repair-MailTls -Profile exchange
        Restart-Computer
        Test-MailTls -Profile exchange

SEE ALSO
    Test-MailTls
    Repair-MailTls
    Undo-MailTls
    Find-MailTlsError
    Get-MailTlsRule
`,
  'ro-RO/about_MailTls.help.txt': `SUBIECT
    about_MailTls

DESCRIERE SCURTĂ
    Corespondența dintre serverele Exchange și Office 365 care eșuează pentru
    că una dintre părți este ținută la TLS 1.0 sau 1.1: găsirea erorii, cauza
    ei și ieșirea din situație.

DESCRIERE LUNGĂ
    O eroare dintr-o coadă, un jurnal sau un raport de nelivrare a cărei cauză
    poate fi TLS este recunoscută de Find-MailTlsError. Comanda spune ce
    înseamnă eroarea, ce alte cauze are în afară de TLS și ce ar lămuri-o:

        Get-Queue | Find-MailTlsError

    Test-MailTls judecă serverul. Ce face Windows cu un protocol rezultă din
    două valori din registru pentru fiecare dintre rolurile sale, client și
    server, iar unde lipsesc, dintr-o valoare implicită care depinde de
    Windows. O valoare absentă nu înseamnă deci nici pornit, nici oprit, iar
    fiecare constatare spune ce este:

        error      greșit
        warning    nu se poate ști
        info       corect, dar numai printr-o valoare implicită sau într-o
                   formă pe care alte unelte o înțeleg greșit

    Repair-MailTls scrie ce repară erorile și avertismentele, cu -Explicit și
    ce este doar informație. Profilurile spun cât, fiecare cuprinzându-le pe
    cele dinainte:

        mailflow   TLS 1.2 din SCHANNEL
        exchange   și .NET, WinHTTP, versiunile de Windows și Exchange
        hardened   și protocoalele vechi oprite, ceea ce poate întrerupe
                   conexiuni

    Fără -Profile, Test-MailTls se uită la exchange, iar Repair-MailTls scrie
    mailflow: a privi mai mult decât se scrie nu strică nimănui. Numiți la
    amândouă același profil ca să vedeți că reparația a reușit.

    Valorile intră în vigoare la repornirea serverului. Nimic de aici nu îl
    repornește.

    Înainte de prima scriere, o reparație pune pe disc un jurnal cu ce era
    acolo, în %ProgramData%\\mailtls\\journal\\<calculator>. Undo-MailTls repune
    exact acele valori. La fel se anulează și o reparație întreruptă.

EXEMPLE
        Test-MailTls -Profile exchange
        Repair-MailTls -Profile exchange -WhatIf
        Repair-MailTls -Profile exchange
        Restart-Computer
        Test-MailTls -Profile exchange

VEZI ȘI
    Test-MailTls
    Repair-MailTls
    Undo-MailTls
    Find-MailTlsError
    Get-MailTlsRule
`,
};
