using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace Mailtls.Testbed;

/// <summary>One runspace of the engine, run as the console host of pwsh runs it.</summary>
sealed class Session : IDisposable
{
    // pwsh switches the terminal's cursor keys on before it reads a command and off before it runs it.
    const string CursorKeysOn = "\u001b[?1h", CursorKeysOff = "\u001b[?1l";

    readonly Host host = new();
    readonly Runspace runspace;

    public Session(string? executionPolicy)
    {
        // The engine takes the process scope of the policy from here, as the real pwsh hands it over.
        if (executionPolicy is not null) Environment.SetEnvironmentVariable("PSExecutionPolicyPreference", executionPolicy);
        var state = InitialSessionState.CreateDefault2();
        if (Environment.GetEnvironmentVariable("MAILTLS_HOST_LANGUAGE_MODE") is { Length: > 0 } mode)
            state.LanguageMode = Enum.Parse<PSLanguageMode>(mode, ignoreCase: true);
        runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        runspace.Open();
        Runspace.DefaultRunspace = runspace;
    }

    public static string EngineVersion =>
        FileVersionInfo.GetVersionInfo(typeof(PSObject).Assembly.Location).ProductVersion?.Split(' ')[0] ?? "";

    public bool ExitRequested => host.RequestedExit is not null;

    public int ExitCode => host.RequestedExit ?? 0;

    /// <summary>What <c>$?</c> says after the last command.</summary>
    public bool LastSucceeded { get; private set; } = true;

    /// <summary>
    /// Runs standard input command by command until its end or <c>exit</c>. A line that is no whole statement begins a
    /// block, and a blank line ends it: so does pwsh, so a caller that forgets the blank line hangs here too.
    /// </summary>
    public void RunStandardInput()
    {
        List<string> block = [];
        while (!ExitRequested)
        {
            if (host.ImitatesTerminal) Console.Out.Write(CursorKeysOn);
            if (Console.In.ReadLine() is not { } line) return;
            var blank = string.IsNullOrWhiteSpace(line);
            if (blank && block.Count == 0) continue;
            if (!blank)
            {
                block.Add(line);
                if (block.Count > 1) continue;
            }
            var text = string.Join('\n', block);
            if (host.ImitatesTerminal) Console.Out.Write(CursorKeysOff);
            if (IsIncomplete(text)) continue;
            block.Clear();
            Run(text);
        }
    }

    /// <summary>Runs a script; output and errors go to the streams that pwsh would write them to.</summary>
    public void Run(string script)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script);
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default");
        try
        {
            shell.Invoke(null, new PSInvocationSettings { AddToHistory = true });
            LastSucceeded = runspace.SessionStateProxy.GetVariable("?") is true;
        }
        catch (RuntimeException e)
        {
            LastSucceeded = false;
            if (!ExitRequested) Report(e);
        }
    }

    static bool IsIncomplete(string text)
    {
        Parser.ParseInput(text, out _, out ParseError[] errors);
        return errors.Any(e => e.IncompleteInput);
    }

    void Report(RuntimeException exception)
    {
        var record = new PSObject(exception.ErrorRecord);
        EngineInternals.MarkAsError(record);
        using var shell = PowerShell.Create(runspace);
        shell.AddCommand("Out-Default").AddParameter("InputObject", record).Invoke();
    }

    public void Dispose() => runspace.Dispose();
}
