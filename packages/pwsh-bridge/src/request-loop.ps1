# The far end of a session: reads a request a line, runs it, writes a reply a line. It holds to PowerShell 3.0 and to what
# the engine has without a module, as any module may be the one that cannot be loaded, and calls as little as it can for
# a request: a call of a function costs as much as writing the reply.
param($Mark)

# It runs in a runspace of its own, where nobody is asked, nothing is shown, and each stream can be read.
$runspace = [Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace(
    [Management.Automation.Runspaces.InitialSessionState]::CreateDefault2())
$runspace.ThreadOptions = 'UseCurrentThread'
$runspace.Open()
$shell = [Management.Automation.PowerShell]::Create()
$shell.Runspace = $runspace
$output = [Activator]::CreateInstance([Collections.Generic.List[psobject]])

$loop = {
    # All variables here are private: a script that runs beneath this one sees none of them.
    # Reader and writer are taken once, so that a script that changes the console's encoding does not change these two.
    $private:mark, $private:own, $private:ownOutput, $private:reader, $private:writer = $args
    $private:utf8 = [Text.Encoding]::UTF8
    $private:line = $private:text = $private:parameters = $private:named = $private:select = $private:xml = $null
    $private:shell = $private:output = $private:cmdlet = $private:i = $private:value = $private:name = $private:item = $null
    $private:streams = $private:record = $private:fatal = $private:errors = $private:warnings = $private:verbose = $null
    $private:debug = $private:information = $private:progress = $private:isScript = $private:isQuiet = $null

    # In a module, where these functions see each other and a script does not see them.
    $private:tools = New-Module -ScriptBlock {
        $unwritable = [char[]](0xFFFE, 0xFFFF)

        # The serializer fails on two characters that XML cannot hold. A text with one goes as its characters' numbers.
        function Text($Value) {
            $text = [string]$Value
            if ($text.IndexOfAny($unwritable) -ge 0) { , $text.ToCharArray() } else { $text }
        }

        # A cmdlet that this loop called stands in no script of the caller's. $Cause is the exception that carried the record,
        # where the record has but a stand-in for it.
        function Record($Record, $IsInScript, $Cause) {
            $at = $Record.InvocationInfo
            $category = $Record.CategoryInfo
            $target = $Record.TargetObject
            if ($target -is [string]) { $target = Text $target }
            $exception = $Record.Exception
            if ($exception -is [Management.Automation.ParentContainsErrorRecordException] -and $null -ne $Cause) { $exception = $Cause }
            $exceptions = @(for ($e = $exception; $null -ne $e; $e = $e.InnerException) {
                    $e.GetType().FullName
                    Text $e.Message
                })
            $place = $null
            if ($IsInScript) {
                $place = $at.ScriptLineNumber, $at.OffsetInLine, (Text $at.ScriptName), (Text $at.Line), (Text $Record.ScriptStackTrace)
            }
            , @(
                (Text $Record), (Text $Record.FullyQualifiedErrorId),
                [string]$category.Category, (Text $category.Activity), (Text $category.Reason),
                (Text $category.TargetName), (Text $category.TargetType),
                $target, $exceptions, (Text $at.MyCommand), $place
            )
        }

        # Of warning, verbose and debug records a script gives nothing but the message.
        function Messages($Records) { , @(foreach ($record in $Records) { Text $record.Message }) }

        function Information($Records) {
            , @(foreach ($record in $Records) {
                    , @((Text $record.MessageData), $record.MessageData, @($record.Tags), (Text $record.Source), $record.TimeGenerated)
                })
        }

        # The arrays in an array.
        function Thaw($Array) {
            , @(foreach ($item in $Array) { if ($item -is [Collections.ArrayList]) { Thaw $item } else { , $item } })
        }

        Export-ModuleMember
    }

    function Invoke-BridgeScript {
        $private:body, $private:inPlace, $private:byName = $args
        & $body @inPlace @byName
    }

    $private:positional = [Activator]::CreateInstance([Collections.Generic.List[object]])
    $private:depth = 1
    $private:edition = $PSVersionTable.PSEdition
    if ($null -eq $edition) { $edition = 'Desktop' }
    $private:reply = @([string]$PSVersionTable.PSVersion, $edition, $PID, [Environment]::Is64BitProcess)

    for (;;) {
        try {
            $xml = [Management.Automation.PSSerializer]::Serialize($reply, $depth)
        } catch {
            $xml = [Management.Automation.PSSerializer]::Serialize(@(& $tools Text $_), 1)
        }
        $writer.WriteLine($mark + ' ' + [Convert]::ToBase64String($utf8.GetBytes($xml)))

        $line = $reader.ReadLine()
        # The line behind the one that started this loop is for a shell in which it did not start.
        if ($line -eq 'exit 1') { $line = $reader.ReadLine() }
        if ($null -eq $line) { break }
        $depth, $isScript, $text, $parameters, $select =
            [Management.Automation.PSSerializer]::Deserialize($utf8.GetString([Convert]::FromBase64String($line)))
        # In turns a name, $null for an argument that goes by its place, and a value.
        $positional.Clear()
        $named = @{}
        for ($i = 1; $i -lt $parameters.Count; $i += 2) {
            $value = $parameters[$i]
            # Lists come as ArrayLists, which a script that asks for an array would not take for one.
            if ($value -is [Collections.ArrayList]) {
                $value = $value.ToArray()
                foreach ($item in $value) {
                    if ($item -is [Collections.ArrayList]) { $value = & $tools Thaw $value; break }
                }
            }
            if ($null -eq $parameters[$i - 1]) { $positional.Add($value) } else { $named[$parameters[$i - 1]] = $value }
        }

        $fatal = $cmdlet = $null
        # One that is in a module comes to be known by its first use.
        if (-not $isScript) { $cmdlet = $ExecutionContext.InvokeCommand.GetCmdlet($text) }
        if ($null -ne $cmdlet) {
            # A cmdlet runs right here, and writes where this loop writes: there is no quicker way.
            $shell = $own
            $output = $ownOutput
            try { & $cmdlet @named } catch { $fatal = & $tools Record $_ $false }
        } else {
            # A script, or a function that is one, can `exit`, `break` and `throw`, and its errors must not see a `try`.
            $shell = [Management.Automation.PowerShell]::Create('CurrentRunspace')
            $output = [Activator]::CreateInstance([Collections.Generic.List[psobject]])
            try {
                if ($isScript) {
                    # The engine keeps what it made of a text that is created here, and not of one that is added as a script.
                    $null = $shell.AddCommand('Invoke-BridgeScript', $true).AddArgument([scriptblock]::Create($text))
                    $null = $shell.AddArgument($positional.ToArray()).AddArgument($named)
                } else {
                    $null = $shell.AddCommand($text).AddParameters($named)
                }
                $null = $shell.Invoke($null, $output)
            } catch {
                $value = $_.Exception.InnerException
                if ($null -ne $value.ErrorRecord) { $fatal = & $tools Record $value.ErrorRecord $true $value }
                else { $fatal = & $tools Record $_ $true }
            }
        }

        if ($null -eq $select) { $value = @($output) }
        else { $value = @(foreach ($item in $output) { foreach ($name in $select) { , $item.$name } }) }
        # The errors of a script are its own; what else it writes, the engine gives to the outermost shell of the runspace.
        # Records are read, not enumerated: an enumerator would wait for the next one.
        $streams = $own.Streams
        $errors = $warnings = $verbose = $debug = $information = $progress = $null
        $isQuiet = $null -eq $fatal
        if ($shell.Streams.Error.Count -gt 0) {
            $isQuiet = $false
            $errors = @(foreach ($record in $shell.Streams.Error.ReadAll()) { & $tools Record $record ($null -eq $cmdlet) })
        }
        if ($streams.Warning.Count -gt 0) { $isQuiet = $false; $warnings = & $tools Messages $streams.Warning.ReadAll() }
        if ($streams.Verbose.Count -gt 0) { $isQuiet = $false; $verbose = & $tools Messages $streams.Verbose.ReadAll() }
        if ($streams.Debug.Count -gt 0) { $isQuiet = $false; $debug = & $tools Messages $streams.Debug.ReadAll() }
        # PowerShell 5.0 brought this stream.
        if ($streams.Information.Count -gt 0) {
            $isQuiet = $false
            $information = & $tools Information $streams.Information.ReadAll()
        }
        if ($streams.Progress.Count -gt 0) { $isQuiet = $false; $progress = @($streams.Progress.ReadAll()) }

        # Mostly there is nothing but output, which then needs no list of its own.
        if ($isQuiet) { $reply = @($shell.HadErrors) + $value }
        else { $reply = $null, $shell.HadErrors, $value, $fatal, $errors, $warnings, $verbose, $debug, $information, $progress }
        if ($null -eq $cmdlet) { $shell.Dispose() } else { $output.Clear() }
    }
}

$null = $shell.AddScript($loop.ToString(), $true)
foreach ($value in $Mark, $shell, $output, [Console]::In, [Console]::Out) { $null = $shell.AddArgument($value) }
$null = $shell.Invoke($null, $output)
$runspace.Dispose()
