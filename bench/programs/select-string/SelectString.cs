// What PowerShell's Select-String -SimpleMatch does with each line of a file, without its pipeline and its objects: reads it as a
// string, and looks for each pattern in turn, whatever its case. The cmdlet itself takes longer, and is not in the engine's package.
var patterns = File.ReadAllLines(args[0]);
long hits = 0;
foreach (var path in args.Skip(1))
{
    using var reader = new StreamReader(path);
    while (reader.ReadLine() is { } line)
    {
        foreach (var pattern in patterns)
        {
            if (line.IndexOf(pattern, StringComparison.CurrentCultureIgnoreCase) < 0) continue;
            hits++;
            break;
        }
    }
}
Console.WriteLine(hits);
