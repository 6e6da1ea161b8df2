using System.Text;

namespace Mailtls.Testbed;

/// <summary>The options of pwsh that the test host honours. A <see cref="Command"/> of null reads standard input.</summary>
sealed record CommandLine(string? Command, bool NoExit, string? ExecutionPolicy, bool SshServer, bool Version)
{
    /// <exception cref="FormatException">An option that the real pwsh would not take, or this host does not.</exception>
    public static CommandLine Parse(string[] args)
    {
        var parsed = new CommandLine(null, false, null, false, false);
        for (var i = 0; i < args.Length; i++)
        {
            // pwsh takes `-x`, `--x` and `/x`, in any case.
            var option = args[i].StartsWith('-') ? args[i].TrimStart('-') : args[i].TrimStart('/');
            switch (option.ToLowerInvariant())
            {
                case "nologo" or "nol" or "noprofile" or "nop" or "noninteractive" or "noni":
                    break;
                case "noexit" or "noe":
                    parsed = parsed with { NoExit = true };
                    break;
                case "inputformat" or "outputformat" or "workingdirectory" or "configurationname":
                    _ = Argument(args, ++i, option);
                    break;
                case "executionpolicy" or "ex" or "ep":
                    parsed = parsed with { ExecutionPolicy = Argument(args, ++i, option) };
                    break;
                case "version" or "v":
                    return parsed with { Version = true };
                case "sshs" or "sshservermode":
                    return parsed with { SshServer = true };
                case "encodedcommand" or "e" or "ec":
                    return parsed with { Command = Decode(Argument(args, ++i, option)) };
                case "command" or "c":
                    // Everything that follows is the command; a lone `-` is standard input.
                    var text = string.Join(' ', args[(i + 1)..]);
                    if (text.Length == 0) throw new FormatException($"-{option} needs an argument.");
                    return parsed with { Command = text == "-" ? null : text };
                default:
                    throw new FormatException($"The test host does not know the option '{args[i]}'.");
            }
        }
        return parsed;
    }

    static string Argument(string[] args, int index, string option) =>
        index < args.Length ? args[index] : throw new FormatException($"-{option} needs an argument.");

    static string Decode(string base64)
    {
        try
        {
            return Encoding.Unicode.GetString(Convert.FromBase64String(base64));
        }
        catch (FormatException)
        {
            throw new FormatException("-EncodedCommand needs base64 of UTF-16LE text.");
        }
    }
}
