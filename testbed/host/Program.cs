namespace Mailtls.Testbed;

/// <summary>A small pwsh: the real engine behind the part of pwsh's command line that mailtls and its tests use.</summary>
static class Program
{
    static int Main(string[] args)
    {
        // As the real pwsh does, so that a Windows code page can be redirected stdout's encoding.
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
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
}
