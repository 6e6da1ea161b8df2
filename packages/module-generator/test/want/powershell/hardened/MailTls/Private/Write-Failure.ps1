# Errors of the module: the id is MailTls.<reason>, and the text is the one of that name.

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
