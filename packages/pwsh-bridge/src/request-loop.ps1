# The far end of a session: reads a request a line, runs it, writes a reply a line. It holds to PowerShell 3.0 and to what
# the engine has without a module, as any module may be the one that cannot be loaded, and calls as little as it can for
# a request: a call of a function costs as much as writing the reply.
param($Mark, $Reader = [Console]::In, $Writer = [Console]::Out)

# In the runspace of its own in which it runs, nobody is asked, nothing is shown, and each stream can be read.
$runspace = [Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace(
    [Management.Automation.Runspaces.InitialSessionState]::CreateDefault2())
$runspace.ThreadOptions = 'UseCurrentThread'
$runspace.Open()
$shell = [Management.Automation.PowerShell]::Create()
$shell.Runspace = $runspace
$output = [Activator]::CreateInstance([Collections.Generic.List[psobject]])

$loop = {
    # The engine keeps what it made of a text that a script block is created from, not of one that is added as a script.
    function Invoke-BridgeScript {
        $private:body, $private:inPlace, $private:byName = $args
        & $body @inPlace @byName
    }

    # The loop lives in a module, whose variables and functions nobody sees outside, where the block at its end is.
    & (New-Module -ScriptBlock {
            $unwritable = [char[]](0xFFFE, 0xFFFF)

            # The serializer fails on two characters that XML cannot hold. A text with one goes as its characters' numbers.
            function Text($Value) {
                $text = [string]$Value
                if ($text.IndexOfAny($unwritable) -ge 0) { , $text.ToCharArray() } else { $text }
            }

            # A cmdlet that the loop called stands in no script of the caller's. $Cause is the exception that carried the
            # record, where the record has but a stand-in for it.
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

            # Reader and writer are taken once, so that a script that changes the console's encoding does not change them.
            function Serve($Mark, $Own, $OwnOutput, $Reader, $Writer, $RunShell) {
                $edition = $PSVersionTable.PSEdition
                if ($null -eq $edition) { $edition = 'Desktop' }
                $reply = @([string]$PSVersionTable.PSVersion, $edition, $PID, [Environment]::Is64BitProcess)
                $depth = 1
                $told = $null
                # It fails on half a surrogate pair, which no UTF-8 can hold.
                $utf8 = [Activator]::CreateInstance([Text.UTF8Encoding], [object[]]($false, $true))
                $nul = [char]0
                $ignoreCase = [StringComparison]::OrdinalIgnoreCase
                $positional = [Activator]::CreateInstance([Collections.Generic.List[object]])
                for (;;) {
                    # One text goes without XML, which costs a tenth of a call.
                    if ($null -ne $told) {
                        try { $bytes = $utf8.GetBytes($told) } catch { $reply = @($false, $told.Substring(1)); $told = $null }
                    }
                    if ($null -eq $told) {
                        try {
                            $xml = [Management.Automation.PSSerializer]::Serialize($reply, $depth)
                        } catch {
                            $xml = [Management.Automation.PSSerializer]::Serialize(@(Text $_), 1)
                        }
                        $bytes = $utf8.GetBytes($xml)
                    }
                    $Writer.WriteLine($Mark + ' ' + [Convert]::ToBase64String($bytes))

                    $line = $Reader.ReadLine()
                    # The line behind the one that started this loop is for a shell in which it did not start.
                    if ($line -eq 'exit 1') { $line = $Reader.ReadLine() }
                    if ($null -eq $line) { return }
                    $request = $utf8.GetString([Convert]::FromBase64String($line))
                    if ($request[0] -eq '<') {
                        $depth, $isScript, $text, $select, $parameters = [Management.Automation.PSSerializer]::Deserialize($request)
                    } else {
                        $depth, $isScript, $text, $select, $parameters = $request.Split($nul)
                        if ($select.Length -eq 0) { $select = $null }
                    }
                    # In turns a name, $null for an argument that goes by its place, and a value.
                    $positional.Clear()
                    $named = @{}
                    for ($i = 1; $i -lt $parameters.Count; $i += 2) {
                        $value = $parameters[$i]
                        # Lists come as ArrayLists, which a script that asks for an array would not take for one.
                        if ($value -is [Collections.ArrayList]) {
                            $value = $value.ToArray()
                            foreach ($item in $value) {
                                if ($item -is [Collections.ArrayList]) { $value = Thaw $value; break }
                            }
                        }
                        if ($null -eq $parameters[$i - 1]) { $positional.Add($value) } else { $named[$parameters[$i - 1]] = $value }
                    }

                    $fatal = $cmdlet = $null
                    # Of a cmdlet for properties, nothing can see that it runs in this module. One in a module of its own comes to be
                    # known by its first use.
                    if (-not $isScript -and $text.EndsWith('-ItemProperty', $ignoreCase)) {
                        $cmdlet = $ExecutionContext.InvokeCommand.GetCmdlet($text)
                    }
                    if ($null -ne $cmdlet) {
                        # It runs in this very pipeline, and writes where this loop writes: there is no quicker way.
                        $shell = $Own
                        $output = $OwnOutput
                        try { & $cmdlet @named } catch { $fatal = Record $_ $false }
                    } else {
                        # What runs a script can `exit` and `break`, and its errors must not see a `try`. It runs outside of this
                        # module.
                        $shell = [Management.Automation.PowerShell]::Create('CurrentRunspace')
                        $output = [Activator]::CreateInstance([Collections.Generic.List[psobject]])
                        try {
                            if ($isScript) {
                                $null = $shell.AddCommand('Invoke-BridgeScript', $true).AddArgument([scriptblock]::Create($text))
                                $null = $shell.AddArgument($positional.ToArray()).AddArgument($named)
                            } else {
                                $null = $shell.AddCommand($text).AddParameters($named)
                            }
                            & $RunShell $shell $output
                        } catch {
                            $value = $_.Exception.InnerException
                            if ($null -ne $value.ErrorRecord) { $fatal = Record $value.ErrorRecord $true $value }
                            else { $fatal = Record $_ $true }
                        }
                    }

                    if ($null -eq $select) { $value = @($output) }
                    else { $value = @(foreach ($item in $output) { foreach ($name in $select) { , $item.$name } }) }
                    # The errors of a script are its own; what else it writes, the engine gives to the outermost shell of the
                    # runspace. Records are read, not enumerated: an enumerator would wait for the next one.
                    $streams = $Own.Streams
                    $errors = $warnings = $verbose = $debug = $information = $progress = $null
                    $isQuiet = $null -eq $fatal
                    if ($shell.Streams.Error.Count -gt 0) {
                        $isQuiet = $false
                        $errors = @(foreach ($record in $shell.Streams.Error.ReadAll()) { Record $record ($null -eq $cmdlet) })
                    }
                    if ($streams.Warning.Count -gt 0) { $isQuiet = $false; $warnings = Messages $streams.Warning.ReadAll() }
                    if ($streams.Verbose.Count -gt 0) { $isQuiet = $false; $verbose = Messages $streams.Verbose.ReadAll() }
                    if ($streams.Debug.Count -gt 0) { $isQuiet = $false; $debug = Messages $streams.Debug.ReadAll() }
                    # PowerShell 5.0 brought this stream.
                    if ($streams.Information.Count -gt 0) {
                        $isQuiet = $false
                        $information = Information $streams.Information.ReadAll()
                    }
                    if ($streams.Progress.Count -gt 0) { $isQuiet = $false; $progress = @($streams.Progress.ReadAll()) }

                    # Mostly there is nothing but output, which then needs no list of its own.
                    $told = $null
                    if ($isQuiet -and $null -ne $cmdlet -and $value.Count -eq 1 -and $value[0] -is [string] -and -not $shell.HadErrors) {
                        $told = '=' + $value[0]
                    } elseif ($isQuiet) { $reply = @($shell.HadErrors) + $value }
                    else { $reply = $null, $shell.HadErrors, $value, $fatal, $errors, $warnings, $verbose, $debug, $information, $progress }
                    if ($null -eq $cmdlet) { $shell.Dispose() } else { $output.Clear() }
                }
            }

            Export-ModuleMember
        }) Serve @args { $null = $args[0].Invoke($null, $args[1]) }
}

$null = $shell.AddScript($loop.ToString(), $true)
foreach ($value in $Mark, $shell, $output, $Reader, $Writer) { $null = $shell.AddArgument($value) }
$null = $shell.Invoke($null, $output)
$runspace.Dispose()
