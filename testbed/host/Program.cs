using System.Runtime.InteropServices;
using System.Text;

namespace Mailtls.Testbed;

/// <summary>A small pwsh: the real engine behind the part of pwsh's command line that mailtls and its tests use.</summary>
static class Program
{
    static int Main(string[] args)
    {
        UseMachineEncoding();
        // Tests tell nobody that they ran.
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        CommandLine line;
        try
        {
            line = CommandLine.Parse(args);
        }
        catch (FormatException e)
        {
            Console.Error.WriteLine(e.Message);
            return 64;
        }
        if (line.Version)
        {
            Console.Out.WriteLine($"PowerShell {Session.EngineVersion}");
            return 0;
        }
        if (line.SshServer)
        {
            EngineInternals.ServeStandardStreams();
            return 0;
        }
        using var session = new Session(line.ExecutionPolicy);
        if (line.Command is { } command)
        {
            session.Run(command);
            if (!line.NoExit && !session.ExitRequested) return session.LastSucceeded ? 0 : 1;
        }
        if (line.Command is null || line.NoExit) session.RunStandardInput();
        return session.ExitCode;
    }

    /// <summary>
    /// On Windows redirected streams are in the OEM code page of the console. Under Wine there may be no console to say so.
    /// </summary>
    static void UseMachineEncoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        if (!OperatingSystem.IsWindows()) return;
        Console.InputEncoding = Console.OutputEncoding = Encoding.GetEncoding((int)GetOEMCP());
    }

    [DllImport("kernel32")]
    static extern uint GetOEMCP();
}
