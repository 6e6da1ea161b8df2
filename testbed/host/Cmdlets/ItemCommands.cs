using System.Management.Automation;
using Mailtls.Testbed;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "Item", DefaultParameterSetName = "Path")]
public sealed class GetItemCommand : FilteredCommand
{
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[]? Path { get; set; }

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true), Alias("PSPath", "LP")]
    public string[]? LiteralPath { get => Path; set => (Path, Literal) = (value, true); }

    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool Forced => Force;

    protected override void ProcessRecord() =>
        ForEach(Path, (path, context) => EngineInternals.Get(InvokeProvider.Item, path, context));
}

[Cmdlet(VerbsCommon.New, "Item", DefaultParameterSetName = "pathSet", SupportsShouldProcess = true)]
public sealed class NewItemCommand : ProviderCommand
{
    [Parameter(Position = 0, ParameterSetName = "pathSet", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = "nameSet", ValueFromPipelineByPropertyName = true)]
    public string[]? Path { get; set; }

    [Parameter(ParameterSetName = "nameSet", Mandatory = true, ValueFromPipelineByPropertyName = true), AllowNull, AllowEmptyString]
    public string? Name { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true), Alias("Type")]
    public string? ItemType { get; set; }

    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true), Alias("Target")]
    public object? Value { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool Forced => Force;

    private protected override object? ProviderParameters(object context)
    {
        var first = Path is [var path, ..] ? path : ".";
        // A path is a pattern only where a name goes with it.
        if (string.IsNullOrEmpty(Name)) first = WildcardPattern.Escape(first);
        return EngineInternals.NewItemDynamicParameters(InvokeProvider.Item, first, ItemType, Value, context);
    }

    protected override void ProcessRecord() =>
        ForEach(Path, (path, context) => EngineInternals.New(InvokeProvider.Item, path, Name, ItemType, Value, context));
}

[Cmdlet(VerbsCommon.Remove, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class RemoveItemCommand : FilteredCommand
{
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[]? Path { get; set; }

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true), Alias("PSPath", "LP")]
    public string[]? LiteralPath { get => Path; set => (Path, Literal) = (value, true); }

    [Parameter]
    public SwitchParameter Recurse { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool Forced => Force;

    protected override void ProcessRecord() => ForEach(Path, (path, context) =>
    {
        // Where there are children the real cmdlet asks, and a session that cannot ask fails, so does this one.
        if (!Recurse && !WhatIf && EngineInternals.HasChild(InvokeProvider.ChildItem, path, context)
            && !ShouldContinue($"The item at {path} has children and -Recurse was not given. Remove it with its children?", "Confirm"))
            return;
        EngineInternals.Remove(InvokeProvider.Item, path, Recurse, context);
    });

    bool WhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var value) && LanguagePrimitives.IsTrue(value);
}

[Cmdlet(VerbsDiagnostic.Test, "Path", DefaultParameterSetName = "Path")]
[OutputType(typeof(bool))]
public sealed class TestPathCommand : FilteredCommand
{
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull, AllowEmptyCollection, AllowEmptyString]
    public string?[]? Path { get; set; }

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true), Alias("PSPath", "LP")]
    [AllowNull, AllowEmptyCollection, AllowEmptyString]
    public string?[]? LiteralPath { get => Path; set => (Path, Literal) = (value, true); }

    [Parameter, Alias("Type")]
    public TestPathType PathType { get; set; } = TestPathType.Any;

    [Parameter]
    public SwitchParameter IsValid { get; set; }

    protected override void ProcessRecord()
    {
        if (Path is null or [])
        {
            WriteNullPath();
            return;
        }
        foreach (var path in Path)
        {
            if (path is null) WriteNullPath();
            else if (string.IsNullOrWhiteSpace(path)) WriteObject(false);
            else WriteObject(Test(path));
        }
    }

    bool Test(string path)
    {
        var found = false;
        try
        {
            if (IsValid) return SessionState.Path.IsValid(path);
            var context = NewContext(passThrough: false);
            var container = PathType != TestPathType.Any && EngineInternals.IsContainer(InvokeProvider.Item, path, context);
            found = PathType == TestPathType.Container
                ? container
                : !container && EngineInternals.Exists(InvokeProvider.Item, path, context);
        }
        catch (Exception e) when (IsPathError(e))
        {
            // A path on no drive or provider is a path that is not there.
        }
        return found;
    }

    void WriteNullPath() =>
        WriteError(new ErrorRecord(new ArgumentNullException(nameof(Path)), "NullPathNotPermitted", ErrorCategory.InvalidArgument, Path));
}

/// <summary>What Test-Path looks for.</summary>
public enum TestPathType
{
    Any,
    Container,
    Leaf,
}

[Cmdlet(VerbsCommon.Get, "ChildItem", DefaultParameterSetName = "Items")]
public sealed class GetChildItemCommand : FilteredCommand
{
    uint depth = uint.MaxValue;

    [Parameter(Position = 0, ParameterSetName = "Items", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[]? Path { get; set; }

    [Parameter(ParameterSetName = "LiteralItems", Mandatory = true, ValueFromPipelineByPropertyName = true), Alias("PSPath", "LP")]
    public string[]? LiteralPath { get => Path; set => (Path, Literal) = (value, true); }

    [Parameter(Position = 1)]
    public override string? Filter { get; set; }

    [Parameter, Alias("s")]
    public SwitchParameter Recurse { get; set; }

    [Parameter]
    public uint Depth { get => depth; set => (depth, Recurse) = (value, true); }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter Name { get; set; }

    private protected override bool Forced => Force;

    protected override void ProcessRecord() => ForEach(Path, (path, context) =>
    {
        if (Name)
            EngineInternals.GetNames(InvokeProvider.ChildItem, path, ReturnContainers.ReturnMatchingContainers, Recurse, Depth, context);
        else
            EngineInternals.Get(InvokeProvider.ChildItem, path, Recurse, Depth, context);
    });
}
