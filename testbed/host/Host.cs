using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace Mailtls.Testbed;

/// <summary>
/// The engine's view of the process: no prompts, results, warnings, verbose and debug lines on stdout, errors on
/// stderr, as pwsh does when its streams are redirected.
/// </summary>
sealed class Host : PSHost
{
    readonly HostUI ui = new();

    /// <summary>The code of the last <c>exit</c>, null before one.</summary>
    public int? RequestedExit { get; private set; }

    /// <summary>Whether the session behaves as on a terminal type that pwsh knows: cursor key codes and colours.</summary>
    public bool ImitatesTerminal => ui.SupportsVirtualTerminal;

    public override string Name => "TestbedHost";
    public override Version Version { get; } = new(1, 0);
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override PSHostUserInterface UI => ui;
    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;
    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;
    public override void SetShouldExit(int exitCode) => RequestedExit = exitCode;
    public override void EnterNestedPrompt() => throw new PSNotSupportedException();
    public override void ExitNestedPrompt() => throw new PSNotSupportedException();
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }
}
