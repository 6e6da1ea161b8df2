# Non-delivery reports, as saved mails (RFC 5322, MIME, RFC 3464) or as copied text. A mail is held as a text with a character
# for each of its bytes.

$script:Latin1 = [Text.Encoding]::GetEncoding(28591)
$script:ReportHeader = New-Object regex ('^(?:Content-Type:[^\n]{0,200}multipart/report' +
    '(?![^\n]{0,200}(?:disposition-notification|feedback-report))' +
    '|Content-Type:[^\n]{0,20}message/delivery-status|X-MS-Exchange-Message-Is-Ndr:|X-Failed-Recipients:|Reporting-MTA:)'),
    'IgnoreCase, Multiline, CultureInvariant'
$script:ReportText = New-Object regex ('Diagnostic information for administrators:|did not reach the following recipient\(s\)' +
    '|Delivery has failed to these recipients'), 'IgnoreCase, CultureInvariant'
$script:MailHeader = New-Object regex '^(?:Return-Path|Received|MIME-Version|Message-ID|From|Date|Subject):',
    'IgnoreCase, Multiline, CultureInvariant'

# What the other end answered, without the type of the code: `smtp;550 ...`.
$script:DiagnosticCode = New-Object regex '(?im)^Diagnostic-Code:[ \t]*(?:[\w-]{1,30}[ \t]*;)?([^\r\n]*)'

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
    $heading = [regex]::Match($body, '(?im)^[ \t>]*Original message headers:?[ \t]*\r?$')
    if ($heading.Success) { $body = $body.Substring(0, $heading.Index) }
    $said = @(
        foreach ($status in $parts.Statuses) {
            foreach ($code in $script:DiagnosticCode.Matches((Join-Folded $status))) { (Join-Line @($code.Groups[1].Value)).Text }
        }
        (Join-Line (Split-Line $body)).Text
    ) -join "`n"
    foreach ($match in Select-FirstOfEach (Find-Signature $said)) { New-Match $match $said $Path $null }
}

function Join-Folded([string]$Headers) { [regex]::Replace($Headers, '\r?\n[ \t]+', ' ') }

# The parts of a mail that tell of its delivery. What is no mail is all text.
function Split-Mail([string]$Mail) {
    $parts = @{ IsReport = $false; Texts = New-Object Collections.ArrayList; Html = New-Object Collections.ArrayList
        Statuses = New-Object Collections.ArrayList; Attached = New-Object Collections.ArrayList; Count = 0 }
    if ($Mail -match '\A\s{0,1024}(?!Reporting-MTA:)(?:From [^\n]*\n)?[!-9;-~]{1,76}:') {
        Add-MimePart $Mail.TrimStart() $parts 0
        $parts.IsReport = $script:ReportHeader.IsMatch((Join-Folded (Get-MailHead $Mail.TrimStart())))
    }
    $parts.Text = $parts.Texts -join "`n"
    if (-not $script:NotBlank.IsMatch($parts.Text)) { $parts.Text = ConvertFrom-Html ($parts.Html -join "`n") }
    # Lines such as `Error: 421 ...` look like headers, and a text without a blank line is then nothing else.
    if (-not $script:NotBlank.IsMatch($parts.Text) -and $parts.Statuses.Count + $parts.Attached.Count -eq 0) {
        $parts.Text = ConvertFrom-Charset $Mail 'utf-8'
        if ($script:ReportHeader.IsMatch($Mail)) { $null = $parts.Statuses.Add($parts.Text) }
    }
    $parts
}

# Everything before the first blank line.
function Get-MailHead([string]$Mail) {
    $blank = [regex]::Match($Mail, '\r?\n\r?\n')
    if ($blank.Success) { return $Mail.Substring(0, $blank.Index) }
    $Mail
}

function Add-MimePart([string]$Part, $Parts, [int]$Depth) {
    $Parts.Count++
    if ($Parts.Count -gt 1000 -or $Depth -gt 32) { return }
    # A part without headers begins with the blank line.
    $head = ''
    $body = $Part
    if ($Part -match '\A\r?\n') { $body = $Part.Substring($Matches[0].Length) }
    else {
        $head = Get-MailHead $Part
        $body = $Part.Substring($head.Length)
    }
    $headers = Join-Folded $head
    $type = Get-HeaderValue $headers 'Content-Type'
    if ($type -match '\A\s*multipart/') {
        $boundary = Get-Parameter $type 'boundary'
        if ($boundary -ne '') { foreach ($inner in Split-Multipart $body $boundary) { Add-MimePart $inner $Parts ($Depth + 1) } }
        return
    }
    $content = ConvertFrom-TransferEncoding $body (Get-HeaderValue $headers 'Content-Transfer-Encoding')
    $charset = Get-Parameter $type 'charset'
    if ($type -match '\A\s*message/(?:global-)?delivery-status') {
        $null = $Parts.Statuses.Add((ConvertFrom-Charset $content $charset))
    }
    elseif ($type -match '\A\s*message/(?:rfc822|global)(?![\w-])') { $null = $Parts.Attached.Add($content.TrimStart()) }
    elseif ((Get-HeaderValue $headers 'Content-Disposition') -match '\A\s*attachment') { return }
    elseif ($type -match '\A\s*text/html') { $null = $Parts.Html.Add((ConvertFrom-Charset $content $charset)) }
    elseif ($type -eq '' -or $type -match '\A\s*text/plain') { $null = $Parts.Texts.Add((ConvertFrom-Charset $content $charset)) }
}

function Get-HeaderValue([string]$Headers, [string]$Name) {
    [regex]::Match($Headers, "(?im)^$Name[ \t]*:[ \t]*([^\r\n]*)").Groups[1].Value
}

function Get-Parameter([string]$Value, [string]$Name) {
    $found = [regex]::Match($Value, "(?i);\s*$Name\s*=\s*(?:""([^""]*)""|([^;\s]+))")
    $found.Groups[1].Value + $found.Groups[2].Value
}

# The parts between lines that begin with two hyphens and the boundary.
function Split-Multipart([string]$Body, [string]$Boundary) {
    $delimiter = "`n--" + $Boundary
    $text = "`n" + $Body
    $start = -1
    $at = 0
    while ($at -ge 0) {
        $at = $text.IndexOf($delimiter, $at, [StringComparison]::Ordinal)
        if ($at -lt 0) { break }
        $after = $at + $delimiter.Length
        $isClose = $after + 1 -lt $text.Length -and $text[$after] -eq '-' -and $text[$after + 1] -eq '-'
        if (-not $isClose -and $after -lt $text.Length -and " `t`r`n".IndexOf($text[$after]) -lt 0) { $at = $after; continue }
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
            $joined = [regex]::Replace($Content, '=[ \t]*\r?\n', '').Replace('\', '\\')
            return [regex]::Unescape([regex]::Replace($joined, '=([0-9A-Fa-f]{2})', '\x$1'))
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
    $text = [regex]::Replace($Html, '(?i)<(?:br|/?(?:p|div|tr|table|li|h[0-9]|pre|hr))\b[^<>]*>', "`n")
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
