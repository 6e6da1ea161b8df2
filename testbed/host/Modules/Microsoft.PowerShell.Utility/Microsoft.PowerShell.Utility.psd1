# The test host's stand-in for a module that is not on NuGet. It is never shipped.
@{
    GUID = '1da87e53-152b-403e-98dc-74d7b4d63d59'
    ModuleVersion = '7.0.0.0'
    NestedModules = '../../pwsh.dll'
    CmdletsToExport = @(
        'Import-LocalizedData', 'New-Object', 'Start-Sleep', 'Write-Debug', 'Write-Error', 'Write-Host', 'Write-Information',
        'Write-Output', 'Write-Progress', 'Write-Verbose', 'Write-Warning'
    )
    FunctionsToExport = @()
    AliasesToExport = @()
}
