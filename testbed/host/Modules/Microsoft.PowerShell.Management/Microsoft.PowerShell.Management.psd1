# The test host's stand-in for a module that is not on NuGet. It is never shipped.
@{
    GUID = 'eefcb906-b326-4e99-9f54-8b4bb6ef3c6d'
    ModuleVersion = '7.0.0.0'
    NestedModules = '../../pwsh.dll'
    CmdletsToExport = @(
        'Get-ChildItem', 'Get-Item', 'Get-ItemProperty', 'New-Item', 'New-ItemProperty',
        'Remove-Item', 'Remove-ItemProperty', 'Set-ItemProperty', 'Test-Path'
    )
    FunctionsToExport = @()
    AliasesToExport = @()
}
