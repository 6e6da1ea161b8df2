using System.Collections.ObjectModel;
using System.Management.Automation;
using Mailtls.Testbed;
using DriveNotFoundException = System.Management.Automation.DriveNotFoundException;

// The names of namespace and classes are those of the real cmdlets, because the engine ends an error's fully
// qualified id with the class that wrote it: `PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand`.
namespace Microsoft.PowerShell.Commands;

/// <summary>What the item cmdlets have in common: the provider is called once per path, and each path fails alone.</summary>
public abstract class ProviderCommand : PSCmdlet, IDynamicParameters
{
    object? dynamicParameters;

    [Parameter(ValueFromPipelineByPropertyName = true), Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Whether the paths came as -LiteralPath, so that no wildcard in them is expanded.</summary>
    private protected bool Literal { get; set; }

    private protected virtual bool Forced => false;

    /// <summary>Whether what the provider made or changed is written out too.</summary>
    private protected virtual bool PassedThrough => true;

    /// <summary>The parameters that the provider behind the cmdlet's first path adds, such as the registry's -Type.</summary>
    private protected virtual object? ProviderParameters(object context) => null;

    private protected virtual void SetFilters(object context) { }

    object? IDynamicParameters.GetDynamicParameters()
    {
        try
        {
            dynamicParameters = ProviderParameters(NewContext(passThrough: false));
        }
        catch (Exception e) when (IsPathError(e))
        {
            // It is told when the path is used; for now the cmdlet has no more parameters than its own.
            dynamicParameters = null;
        }
        return dynamicParameters;
    }

    private protected void ForEach(string[]? paths, Action<string, object> call)
    {
        foreach (var path in paths is null or [] ? [""] : paths)
        {
            try
            {
                call(path, NewContext(PassedThrough));
            }
            catch (Exception e) when (IsPathError(e))
            {
                WriteError(new ErrorRecord(((IContainsErrorRecord)e).ErrorRecord, e));
            }
        }
    }

    private protected static bool IsPathError(Exception e) =>
        e is PSNotSupportedException or DriveNotFoundException or ProviderNotFoundException or ItemNotFoundException;

    private protected object NewContext(bool passThrough)
    {
        var context = EngineInternals.NewContext(this, Credential);
        EngineInternals.SetForce(context, Forced);
        EngineInternals.SetPassThru(context, passThrough);
        EngineInternals.SetLiteral(context, Literal);
        EngineInternals.SetDynamicParameters(context, dynamicParameters);
        SetFilters(context);
        return context;
    }
}

/// <summary>Cmdlets whose paths can be filtered.</summary>
public abstract class FilteredCommand : ProviderCommand
{
    [Parameter]
    public virtual string? Filter { get; set; }

    [Parameter]
    public string[]? Include { get; set; }

    [Parameter]
    public string[]? Exclude { get; set; }

    private protected override void SetFilters(object context) =>
        EngineInternals.SetFilters(context, new Collection<string>(Include ?? []), new Collection<string>(Exclude ?? []), Filter);
}
