using System.Collections.ObjectModel;
using System.Management.Automation;
using Mailtls.Testbed;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "ItemProperty", DefaultParameterSetName = "Path")]
public sealed class GetItemPropertyCommand : FilteredCommand
{
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[]? Path { get; set; }

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true), Alias("PSPath", "LP")]
    public string[]? LiteralPath { get => Path; set => (Path, Literal) = (value, true); }

    [Parameter(Position = 1), Alias("PSProperty")]
    public string[]? Name { get; set; }

    protected override void ProcessRecord() =>
        ForEach(Path, (path, context) => EngineInternals.Get(InvokeProvider.Property, path, Name is null ? null : new Collection<string>(Name), context));
}

[Cmdlet(VerbsCommon.Set, "ItemProperty", DefaultParameterSetName = "propertyValuePathSet", SupportsShouldProcess = true)]
public sealed class SetItemPropertyCommand : FilteredCommand
{
    [Parameter(Position = 0, ParameterSetName = "propertyPSObjectPathSet", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = "propertyValuePathSet", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string[]? Path { get; set; }

    [Parameter(ParameterSetName = "propertyValueLiteralPathSet", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = "propertyPSObjectLiteralPathSet", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[]? LiteralPath { get => Path; set => (Path, Literal) = (value, true); }

    [Parameter(Position = 1, ParameterSetName = "propertyValuePathSet", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 1, ParameterSetName = "propertyValueLiteralPathSet", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSProperty")]
    public string Name { get; set; } = "";

    [Parameter(Position = 2, ParameterSetName = "propertyValuePathSet", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 2, ParameterSetName = "propertyValueLiteralPathSet", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    public object? Value { get; set; }

    [Parameter(ParameterSetName = "propertyPSObjectPathSet", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = "propertyPSObjectLiteralPathSet", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public PSObject? InputObject { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool Forced => Force;

    private protected override bool PassedThrough => PassThru;

    private protected override object? ProviderParameters(object context) =>
        EngineInternals.SetPropertyDynamicParameters(
            InvokeProvider.Property, Path is [var first, ..] ? first : ".", Name == "" ? InputObject : Properties(), context);

    protected override void ProcessRecord() =>
        ForEach(Path, (path, context) => EngineInternals.Set(InvokeProvider.Property, path, Properties(), context));

    PSObject Properties()
    {
        if (InputObject is not null) return InputObject;
        var properties = new PSObject();
        properties.Properties.Add(new PSNoteProperty(Name, Value));
        return properties;
    }
}

[Cmdlet(VerbsCommon.New, "ItemProperty", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class NewItemPropertyCommand : FilteredCommand
{
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true)]
    public string[]? Path { get; set; }

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true), Alias("PSPath", "LP")]
    public string[]? LiteralPath { get => Path; set => (Path, Literal) = (value, true); }

    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true), Alias("PSProperty")]
    public string Name { get; set; } = "";

    [Parameter(ValueFromPipelineByPropertyName = true), Alias("Type")]
    public string? PropertyType { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? Value { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool Forced => Force;

    protected override void ProcessRecord() =>
        ForEach(Path, (path, context) => EngineInternals.New(InvokeProvider.Property, path, Name, PropertyType, Value, context));
}

[Cmdlet(VerbsCommon.Remove, "ItemProperty", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class RemoveItemPropertyCommand : FilteredCommand
{
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[]? Path { get; set; }

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true), Alias("PSPath", "LP")]
    public string[]? LiteralPath { get => Path; set => (Path, Literal) = (value, true); }

    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true), Alias("PSProperty")]
    public string[] Name { get; set; } = [];

    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool Forced => Force;

    protected override void ProcessRecord()
    {
        foreach (var name in Name)
            ForEach(Path, (path, context) => EngineInternals.Remove(InvokeProvider.Property, path, name, context));
    }
}
