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
$script:JsonEscaped = New-Object regex '[^ !#-\[\]-~]'

function ConvertTo-JsonString([string]$Text) {
    if (-not $script:JsonEscaped.IsMatch($Text)) { return '"' + $Text + '"' }
    $json = New-Object Text.StringBuilder
    $end = 0
    foreach ($place in $script:JsonEscaped.Matches($Text)) {
        $null = $json.Append($Text, $end, $place.Index - $end)
        if ($place.Value -eq '"' -or $place.Value -eq '\') { $null = $json.Append('\').Append($place.Value) }
        else { $null = $json.AppendFormat('\u{0:x4}', [int]$place.Value[0]) }
        $end = $place.Index + 1
    }
    '"' + $json.Append($Text, $end, $Text.Length - $end).ToString() + '"'
}

$script:JsonToken = New-Object regex ('\G[ \t\r\n]*([{}\[\],:]|"(?>[^"\\\x00-\x1f]+|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"' +
    '|-?[0-9]+|true|false|null|\z)')

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
                if ($value.IndexOf([char]'\') -ge 0) { $value = [regex]::Unescape($value) }
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
