function Get-MailTlsRule {
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
