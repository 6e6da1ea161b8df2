# JSON as journals are written in. PowerShell's own cmdlets do not serve: 7's takes texts that look like times for dates, and
# Windows PowerShell's lays out and escapes in another way.

function ConvertTo-JournalJson($Value, [string]$Indent = '') {
    if ($null -eq $Value) { return 'null' }
    if ($Value -is [string]) { return ConvertTo-JsonString $Value }
    $inner = $Indent + '  '
    if ($Value -is [Collections.IDictionary]) {
        $lines = foreach ($name in $Value.Keys) {
            $inner + (ConvertTo-JsonString $name) + ': ' + (ConvertTo-JournalJson $Value[$name] $inner)
        }
        return "{`n" + (@($lines) -join ",`n") + "`n$Indent}"
    }
    if ($Value -is [Collections.IList]) {
        if ($Value.Count -eq 0) { return '[]' }
        $lines = @(foreach ($item in $Value) { $inner + (ConvertTo-JournalJson $item $inner) })
        return "[`n" + ($lines -join ",`n") + "`n$Indent]"
    }
    [string]$Value
}

# All but ASCII in escapes, so that no half of a character is lost on the way.
function ConvertTo-JsonString([string]$Text) {
    $json = New-Object Text.StringBuilder
    $end = 0
    foreach ($place in [regex]::Matches($Text, '[^ !#-\[\]-~]')) {
        $null = $json.Append($Text, $end, $place.Index - $end)
        if ($place.Value -eq '"' -or $place.Value -eq '\') { $null = $json.Append('\').Append($place.Value) }
        else { $null = $json.AppendFormat('\u{0:x4}', [int]$place.Value[0]) }
        $end = $place.Index + 1
    }
    '"' + $json.Append($Text, $end, $Text.Length - $end).ToString() + '"'
}

$script:JsonToken = New-Object regex ('\G[ \t\r\n]*(?:(?<mark>[{}\[\],:])' +
    '|"(?<text>(?>[^"\\\x00-\x1f]+|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*)"|(?<number>-?[0-9]+)|(?<word>true|false|null)|(?<end>\z))')

# Objects are tables in their order, lists are ArrayLists, numbers whole.
function ConvertFrom-JournalJson([string]$Json) {
    $at = @{ Json = $Json; Next = 0 }
    $value = Read-JsonValue $at (Read-JsonToken $at)
    if (-not (Read-JsonToken $at).Groups['end'].Success) { throw New-Object FormatException 'more than one value' }
    , $value
}

function Read-JsonToken($At) {
    $token = $script:JsonToken.Match($At.Json, $At.Next)
    if (-not $token.Success) { throw New-Object FormatException ('no JSON at character {0}' -f $At.Next) }
    $At.Next = $token.Index + $token.Length
    $token
}

function Read-JsonValue($At, $Token) {
    if ($Token.Groups['text'].Success) { return [regex]::Unescape($Token.Groups['text'].Value) }
    if ($Token.Groups['number'].Success) { return [long]$Token.Groups['number'].Value }
    if ($Token.Groups['word'].Success) {
        if ($Token.Groups['word'].Value -eq 'null') { return }
        return $Token.Groups['word'].Value -eq 'true'
    }
    $mark = $Token.Groups['mark'].Value
    if ($mark -eq '{') { $value = New-Object Collections.Specialized.OrderedDictionary ([StringComparer]::Ordinal) }
    elseif ($mark -eq '[') { $value = New-Object Collections.ArrayList }
    else { throw New-Object FormatException ('no value before character {0}' -f $At.Next) }
    $isFirst = $true
    for (;;) {
        $next = Read-JsonToken $At
        if ($next.Groups['mark'].Value -eq '}]'['{['.IndexOf($mark)]) { return , $value }
        if (-not $isFirst) {
            if ($next.Groups['mark'].Value -ne ',') {
                throw New-Object FormatException ('no comma before character {0}' -f $At.Next)
            }
            $next = Read-JsonToken $At
        }
        $isFirst = $false
        if ($mark -eq '[') { $null = $value.Add((Read-JsonValue $At $next)); continue }
        if (-not $next.Groups['text'].Success -or (Read-JsonToken $At).Groups['mark'].Value -ne ':') {
            throw New-Object FormatException ('no name before character {0}' -f $At.Next)
        }
        $value[[regex]::Unescape($next.Groups['text'].Value)] = Read-JsonValue $At (Read-JsonToken $At)
    }
}
