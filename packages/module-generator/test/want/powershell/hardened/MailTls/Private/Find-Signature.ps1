# Finds the catalogue's error texts, as `mailtls diagnose` does.

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
