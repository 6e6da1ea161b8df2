# Errors of the module: their id is MailTls.<reason>.

function New-Failure([string]$Reason, [string]$Message, [Management.Automation.ErrorCategory]$Category, $Target) {
    $exception = New-Object InvalidOperationException $Message
    New-Object Management.Automation.ErrorRecord $exception, "MailTls.$Reason", $Category, $Target
}

# One that the rest goes on after.
function Write-Failure([string]$Reason, [string]$Message, [Management.Automation.ErrorCategory]$Category, $Target) {
    Write-Error -ErrorRecord (New-Failure $Reason $Message $Category $Target)
}
