using System.Globalization;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// Reads a data file in the folder of a culture, of one it belongs to, or in the folder above. As the real one, it lets the
/// file say no more than the data language can. Cultures are taken by their names, as this host knows none.
/// </summary>
[Cmdlet(VerbsData.Import, "LocalizedData")]
public sealed class ImportLocalizedDataCommand : PSCmdlet
{
    [Parameter(Position = 0), Alias("Variable"), ValidateNotNullOrEmpty]
    public string? BindingVariable { get; set; }

    [Parameter(Position = 1)]
    public string? UICulture { get; set; }

    [Parameter]
    public string? BaseDirectory { get; set; }

    [Parameter, ValidateNotNullOrEmpty]
    public string? FileName { get; set; }

    [Parameter]
    public string[] SupportedCommand { get; set; } = ["ConvertFrom-StringData"];

    protected override void ProcessRecord()
    {
        var culture = UICulture ?? CultureInfo.CurrentUICulture.Name;
        if (Find(culture) is not { } path)
        {
            var missing = new InvalidOperationException($"Cannot find the Windows PowerShell data file '{FileName}' in directory '{BaseDirectory}', or in any parent culture directories.");
            WriteError(new ErrorRecord(missing, "ImportLocalizedData", ErrorCategory.ObjectNotFound, FileName));
            return;
        }
        var script = ScriptBlock.Create(File.ReadAllText(path));
        object? data;
        try
        {
            script.CheckRestrictedLanguage(SupportedCommand, null, false);
            data = script.InvokeReturnAsIs();
        }
        catch (RuntimeException e)
        {
            throw new PSInvalidOperationException($"The data file '{path}' could not be loaded: {e.Message}", e);
        }
        if (BindingVariable is null) WriteObject(data);
        else SessionState.PSVariable.Set(BindingVariable, data);
    }

    string? Find(string culture)
    {
        var folder = GetUnresolvedProviderPathFromPSPath(BaseDirectory ?? Path.GetDirectoryName(MyInvocation.ScriptName) ?? ".");
        var name = Path.GetFileNameWithoutExtension(FileName ?? MyInvocation.ScriptName) + ".psd1";
        for (var at = culture; at != ""; at = at[..Math.Max(at.LastIndexOf('-'), 0)])
        {
            var path = Path.Combine(folder, at, name);
            if (File.Exists(path)) return path;
        }
        var fallback = Path.Combine(folder, name);
        return File.Exists(fallback) ? fallback : null;
    }
}
