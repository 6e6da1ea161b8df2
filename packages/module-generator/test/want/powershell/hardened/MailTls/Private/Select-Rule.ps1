# The rules of a profile, those of the smaller profiles included; with ids, those rules, whatever their profile. An id that
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
