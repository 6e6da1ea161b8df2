# Text whose lines a console, an editor or a mail program wrapped.

# White space, as JavaScript has it.
$script:Blank = '[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]'
$script:Blanks = New-Object regex "$script:Blank+"
$script:NotBlank = New-Object regex ('[^' + $script:Blank.Substring(1))
$script:QuoteMarks = New-Object regex "^(?:$script:Blank{0,8}>){1,16}"
$script:LineEnd = New-Object regex '\r\n|\r|\n'

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
            $asWritten = $joined.Text + "`n" + $joined.Text.Replace('- ', '-')
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
