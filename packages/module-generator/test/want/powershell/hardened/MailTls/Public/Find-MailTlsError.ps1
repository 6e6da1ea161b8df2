function Find-MailTlsError {
    <#
    .SYNOPSIS
    Recognises the errors of mail that TLS is the cause of, in logs, queues, events and non-delivery reports.

    .DESCRIPTION
    Reads protocol, connectivity and message tracking logs of Exchange, non-delivery reports as .eml files or as copied text,
    and any other text; from the pipeline also what Get-Queue, Get-Message, Get-MessageTrackingLog and Get-WinEvent give. Each
    error that the catalogue knows comes out with what it means and what would settle its cause. It finds what
    `mailtls diagnose` finds, which goes on to weigh it; mails saved by Outlook (.msg) and archives only the latter reads.

    .PARAMETER Path
    Files to read. Wildcards are allowed.

    .PARAMETER LiteralPath
    Files to read, their names as they are.

    .PARAMETER InputObject
    Text, files as Get-ChildItem gives them, or objects with an error in a property: LastError, RecipientStatus, Message and
    the like.

    .OUTPUTS
    MailTls.Match: the signature, where it stands, and what it means. Text from the evidence has its control characters
    replaced.

    .EXAMPLE
    Get-Queue | Find-MailTlsError

    Looks at the last errors of this server's queues.

    .EXAMPLE
    Get-ChildItem $env:ExchangeInstallPath\TransportRoles\Logs -Recurse -Include SEND*.LOG | Find-MailTlsError

    Searches all protocol logs of sending.

    .EXAMPLE
    Get-WinEvent -FilterHashtable @{ LogName = 'System'; ProviderName = 'Schannel' } | Find-MailTlsError

    Looks at what SCHANNEL wrote to the event log, in whatever language.

    .LINK
    Test-MailTls
    #>
    [CmdletBinding(DefaultParameterSetName = 'Object')]
    [OutputType('MailTls.Match')]
    param(
        [Parameter(ParameterSetName = 'Path', Mandatory = $true, Position = 0)]
        [string[]]$Path,

        [Parameter(ParameterSetName = 'LiteralPath', Mandatory = $true)]
        [string[]]$LiteralPath,

        [Parameter(ParameterSetName = 'Object', Mandatory = $true, ValueFromPipeline = $true)]
        [AllowNull()]
        [AllowEmptyString()]
        $InputObject
    )

    begin {
        # Text comes line by line, and what it is takes many lines to know.
        $text = New-Object Text.StringBuilder
        $reading = $null
    }
    process {
        if ($PSCmdlet.ParameterSetName -ne 'Object') {
            foreach ($given in @($Path) + @($LiteralPath)) {
                if ([string]::IsNullOrEmpty($given)) { continue }
                try {
                    $provider = $null
                    $isLiteral = $PSCmdlet.ParameterSetName -eq 'LiteralPath'
                    if ($isLiteral) { $files = @($PSCmdlet.GetUnresolvedProviderPathFromPSPath($given)) }
                    else { $files = @($PSCmdlet.GetResolvedProviderPathFromPSPath($given, [ref]$provider)) }
                } catch {
                    Write-Unreadable $given $_
                    continue
                }
                foreach ($file in $files) { if (-not [IO.Directory]::Exists($file)) { Search-File $file } }
            }
            return
        }
        if ($InputObject -is [IO.FileInfo]) { Search-File $InputObject.FullName }
        elseif ($InputObject -is [string]) {
            $null = $text.Append($InputObject).Append("`n")
            if ($text.Length -ge $script:PartLength) {
                if ($null -eq $reading) { $reading = New-Reading $text.ToString(0, $script:HeadLength) $null '' }
                if ($reading.Kind -ne 'mail') { Find-InPart $reading $text.ToString(); $text.Length = 0 }
                elseif ($text.Length -gt $script:MailLength) { $text.Length = $script:MailLength }
            }
        } elseif ($null -ne $InputObject -and $InputObject -isnot [IO.DirectoryInfo]) { Find-InObject $InputObject }
    }
    end {
        if ($text.Length -eq 0) { return }
        $rest = $text.ToString()
        $head = $rest.Substring(0, [Math]::Min($rest.Length, $script:HeadLength))
        if ($null -eq $reading) { $reading = New-Reading $head $null '' }
        if ($reading.Kind -eq 'mail') { $rest = $script:Latin1.GetString([Text.Encoding]::UTF8.GetBytes($rest)) }
        Find-InPart $reading $rest
    }
}
