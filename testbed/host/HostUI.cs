using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Mailtls.Testbed;

/// <summary>The streams of <see cref="Host"/>. Whatever would ask a person fails, as under -NonInteractive.</summary>
sealed class HostUI : PSHostUserInterface
{
    public override PSHostRawUserInterface RawUI { get; } = new HostRawUI();

    /// <summary>
    /// Off unless MAILTLS_HOST_TERMINAL=1 asks for what pwsh does on Linux, where the terminal's type, not the stream,
    /// decides: TERM=dumb and NO_COLOR turn it off, an unset TERM does not.
    /// </summary>
    public override bool SupportsVirtualTerminal { get; } =
        Environment.GetEnvironmentVariable("MAILTLS_HOST_TERMINAL") == "1"
        && Environment.GetEnvironmentVariable("TERM") != "dumb"
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public override void Write(string value) => Console.Out.Write(Rendered(value));
    public override void Write(ConsoleColor foreground, ConsoleColor background, string value) => Write(value);
    public override void WriteLine(string value) => Console.Out.WriteLine(Rendered(value));
    public override void WriteErrorLine(string value) => Console.Error.WriteLine(Rendered(value));
    public override void WriteWarningLine(string message) => WriteLine($"WARNING: {message}");
    public override void WriteVerboseLine(string message) => WriteLine($"VERBOSE: {message}");
    public override void WriteDebugLine(string message) => WriteLine($"DEBUG: {message}");
    public override void WriteProgress(long sourceId, ProgressRecord record) { }

    public override string ReadLine() => throw NotInteractive();
    public override SecureString ReadLineAsSecureString() => throw NotInteractive();
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> fields) =>
        throw NotInteractive();
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int preset) =>
        throw NotInteractive();
    public override PSCredential PromptForCredential(string caption, string message, string user, string target) =>
        throw NotInteractive();
    public override PSCredential PromptForCredential(
        string caption, string message, string user, string target, PSCredentialTypes types, PSCredentialUIOptions options) =>
        throw NotInteractive();

    /// <summary>The engine's formatting always colours; it is the host that takes the codes out.</summary>
    string Rendered(string value) => GetOutputString(value, SupportsVirtualTerminal);

    static HostException NotInteractive() => new("The test host never asks: reads and prompts are not available.");
}

/// <summary>A window's size, which the engine's formatting asks for, and nothing else of a window.</summary>
sealed class HostRawUI : PSHostRawUserInterface
{
    public override Size BufferSize { get; set; } = new(120, 50);
    public override Size WindowSize { get; set; } = new(120, 50);
    public override Size MaxWindowSize => WindowSize;
    public override Size MaxPhysicalWindowSize => WindowSize;
    public override Coordinates CursorPosition { get; set; }
    public override Coordinates WindowPosition { get; set; }
    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;
    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;
    public override int CursorSize { get; set; }
    public override string WindowTitle { get; set; } = "";
    public override bool KeyAvailable => false;
    public override KeyInfo ReadKey(ReadKeyOptions options) => throw new PSNotSupportedException();
    public override void FlushInputBuffer() { }
    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new PSNotSupportedException();
    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) { }
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) { }
    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) { }
}
