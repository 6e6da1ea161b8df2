using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Mailtls.Testbed;

/// <summary>
/// The engine's non-public members that the real pwsh and the real item cmdlets are built on. The provider calls taken
/// are those with the calling cmdlet's context: through it the provider itself writes output and errors, answers
/// -WhatIf and sees its dynamic parameters, so the cmdlets here add nothing to what it does.
/// </summary>
static class EngineInternals
{
    const string Context = "System.Management.Automation.CmdletProviderContext, System.Management.Automation";
    const string Mediator = "System.Management.Automation.Remoting.Server.StdIOProcessMediator, System.Management.Automation";

    /// <summary>Serves PowerShell remoting on this process's streams, as <c>pwsh -sshs</c> does, until they close.</summary>
    public static void ServeStandardStreams() => Serve(null, null, null, null, null, combineErrOutStream: true);

    /// <summary>Has the engine's formatting write an object to the host's error stream.</summary>
    public static void MarkAsError(PSObject value)
    {
        // By reflection, since an accessor cannot take an enum that it cannot name.
        var stream = typeof(PSObject).GetProperty("WriteStream", BindingFlags.Instance | BindingFlags.NonPublic)!;
        stream.SetValue(value, Enum.Parse(stream.PropertyType, "Error"));
    }

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "Run")]
    static extern void Serve([UnsafeAccessorType(Mediator)] object? type, string? initialCommand, string? workingDirectory,
        string? configurationName, string? configurationFile, bool combineErrOutStream);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    [return: UnsafeAccessorType(Context)]
    public static extern object NewContext(PSCmdlet command, PSCredential? credential);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Force")]
    public static extern void SetForce([UnsafeAccessorType(Context)] object context, SwitchParameter value);
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_PassThru")]
    public static extern void SetPassThru([UnsafeAccessorType(Context)] object context, bool value);
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_SuppressWildcardExpansion")]
    public static extern void SetLiteral([UnsafeAccessorType(Context)] object context, bool value);
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_DynamicParameters")]
    public static extern void SetDynamicParameters([UnsafeAccessorType(Context)] object context, object? value);
    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    public static extern void SetFilters([UnsafeAccessorType(Context)] object context, Collection<string> include,
        Collection<string> exclude, string? filter);

    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    public static extern void Get(PropertyCmdletProviderIntrinsics provider, string path, Collection<string>? names,
        [UnsafeAccessorType(Context)] object context);
    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    public static extern void Set(PropertyCmdletProviderIntrinsics provider, string path, PSObject value,
        [UnsafeAccessorType(Context)] object context);
    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    public static extern void New(PropertyCmdletProviderIntrinsics provider, string path, string name, string? type,
        object? value, [UnsafeAccessorType(Context)] object context);
    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    public static extern void Remove(PropertyCmdletProviderIntrinsics provider, string path, string name,
        [UnsafeAccessorType(Context)] object context);
    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    public static extern object? SetPropertyDynamicParameters(PropertyCmdletProviderIntrinsics provider, string path,
        PSObject? value, [UnsafeAccessorType(Context)] object context);

    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    public static extern void Get(ItemCmdletProviderIntrinsics provider, string path, [UnsafeAccessorType(Context)] object context);
    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    public static extern void New(ItemCmdletProviderIntrinsics provider, string path, string? name, string? type,
        object? value, [UnsafeAccessorType(Context)] object context);
    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    public static extern void Remove(ItemCmdletProviderIntrinsics provider, string path, bool recurse,
        [UnsafeAccessorType(Context)] object context);
    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    public static extern bool Exists(ItemCmdletProviderIntrinsics provider, string path, [UnsafeAccessorType(Context)] object context);
    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    public static extern bool IsContainer(ItemCmdletProviderIntrinsics provider, string path,
        [UnsafeAccessorType(Context)] object context);
    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    public static extern object? NewItemDynamicParameters(ItemCmdletProviderIntrinsics provider, string path, string? type,
        object? value, [UnsafeAccessorType(Context)] object context);

    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    public static extern void Get(ChildItemCmdletProviderIntrinsics provider, string path, bool recurse, uint depth,
        [UnsafeAccessorType(Context)] object context);
    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    public static extern void GetNames(ChildItemCmdletProviderIntrinsics provider, string path, ReturnContainers containers,
        bool recurse, uint depth, [UnsafeAccessorType(Context)] object context);
    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    public static extern bool HasChild(ChildItemCmdletProviderIntrinsics provider, string path,
        [UnsafeAccessorType(Context)] object context);

    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    public static extern void SetInvocationInfo(ErrorRecord record, InvocationInfo invocation);
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_PreserveInvocationInfoOnce")]
    public static extern void SetPreserveInvocationInfoOnce(ErrorRecord record, bool value);
}
