# What an event of the Windows event log says in English: its own text is in the language of the machine.

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
        foreach ($place in [regex]::Matches($sentence.text, '\{([A-Za-z]*)\|([0-9])\}')) {
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
