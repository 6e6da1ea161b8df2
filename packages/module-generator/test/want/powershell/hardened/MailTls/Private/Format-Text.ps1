# The words of the module, in the language it was loaded in.

# A message, its {placeholders} filled in one pass: what is put in is never looked at again.
function Get-Text([string]$Id, [hashtable]$Arguments = @{}) {
    $template = $script:Strings[$Id]
    $text = New-Object Text.StringBuilder
    $end = 0
    foreach ($place in [regex]::Matches($template, '\{([a-zA-Z]+)\}')) {
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
# characters and lone halves of characters show as \x1b or \u202e.
$script:Harmful = New-Object regex ('[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff' +
    '\ufff9-\ufffb]' +
    '|\udb40[\udc00-\udc7f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]')

function ConvertTo-InertText([string]$Text) {
    if (-not $script:Harmful.IsMatch($Text)) { return $Text }
    $inert = New-Object Text.StringBuilder
    $end = 0
    foreach ($place in $script:Harmful.Matches($Text)) {
        $null = $inert.Append($Text, $end, $place.Index - $end)
        $code = [int]$place.Value[0]
        if ($place.Length -eq 2) { $code = [char]::ConvertToUtf32($Text, $place.Index) }
        if ($code -eq 9) { $null = $inert.Append(' ') }
        elseif ($code -lt 0x100) { $null = $inert.AppendFormat('\x{0:x2}', $code) }
        elseif ($code -lt 0x10000) { $null = $inert.AppendFormat('\u{0:x4}', $code) }
        else { $null = $inert.AppendFormat('\u{{{0:x}}}', $code) }
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
