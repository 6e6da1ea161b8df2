# One step of a fleet, in the session from which its machines are reached: lets go of machines, opens sessions on others, has
# requests answered, and then waits, for at most $Wait milliseconds, until there is something to tell. The machines are known by
# ids. It holds to PowerShell 3.0, and to what an engine has without a module.
#
# $Name is that which the fleet's state is kept under; $Setup what it begins with, given once. Each of $Open is an id, the
# arguments of New-PSSession, the machine's name and its port; each of $Ask the ids of machines and the one request to them all,
# $null to begin; each of $Drop an id. Writes rows: 'opened', id; 'answer', id, text; 'broken', id, why; 'said', text.
param($Name, $Setup, $Open, $Ask, $Drop, $Wait)

if ($null -eq $global:PwshBridgeFleets) { $global:PwshBridgeFleets = @{} }

if ($null -ne $Setup) {
    $said = [Activator]::CreateInstance([IO.StringWriter])
    $global:PwshBridgeFleets[$Name] = @{
        FarEnd = [scriptblock]::Create($Setup.FarEnd)
        Loop = $Setup.Loop
        Throttle = $Setup.Throttle
        Openers = [Activator]::CreateInstance([Collections.Generic.List[object]])
        Jobs = [Activator]::CreateInstance([Collections.Generic.List[object]])
        Sessions = @{}
        Said = $said
        Console = [IO.TextWriter]::Synchronized($said)
    }
    # PowerShell writes to the console what ssh says before it is connected. The loop that runs this keeps its own writer.
    [Console]::SetOut($global:PwshBridgeFleets[$Name].Console)
}
$fleet = $global:PwshBridgeFleets[$Name]
$isTold = $false

foreach ($id in $Drop) {
    $session = $fleet.Sessions[$id]
    $fleet.Sessions.Remove($id)
    foreach ($opener in $fleet.Openers) { $null = $opener.Pending.Remove($id) }
    # It does not wait for a machine that may never answer.
    if ($null -ne $session) { try { $session.Runspace.CloseAsync() } catch { } }
}

# New-PSSession over SSH has 32 at a time, and only then do their time-outs begin.
for ($first = 0; $first -lt $Open.Count; $first += 32) {
    $rows = @($Open[$first..([Math]::Min($first + 32, $Open.Count) - 1)])
    $opener = @{
        Pending = [Activator]::CreateInstance([Collections.Generic.List[object]])
        Opened = [Activator]::CreateInstance([Management.Automation.PSDataCollection[psobject]])
        Sessions = [Activator]::CreateInstance([Collections.Generic.List[object]])
        Shell = [Management.Automation.PowerShell]::Create()
        Places = @{}
        Objection = $null
        IsOver = $false
    }
    # A runspace of its own, as this one has other things to do meanwhile.
    $opener.Shell.Runspace = [Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace(
        [Management.Automation.Runspaces.InitialSessionState]::CreateDefault2())
    $opener.Shell.Runspace.Open()
    foreach ($row in $rows) {
        $opener.Pending.Add($row[0])
        $opener.Places[$row[0]] = $row[2], $row[3]
        # What came over the wire is wrapped, and options in a wrapping are passed over without a word.
        $connection = $row[1].SSHConnection
        if ($null -ne $connection) { $connection.Options = $connection.Options.Clone() }
    }
    $arguments = $rows[0][1].Clone()
    foreach ($name in 'SSHConnection', 'ComputerName') {
        if ($arguments.ContainsKey($name)) { $arguments[$name] = @(foreach ($row in $rows) { $row[1][$name] }) }
    }
    if ($arguments.ContainsKey('OpenTimeout')) {
        $arguments.SessionOption = New-PSSessionOption -OpenTimeout $arguments.OpenTimeout
        $arguments.ThrottleLimit = $fleet.Throttle
        $arguments.Remove('OpenTimeout')
    }
    $arguments.Name = @(foreach ($row in $rows) { $row[0] })
    $null = $opener.Shell.AddCommand('New-PSSession').AddParameters($arguments)
    $none = [Activator]::CreateInstance([Management.Automation.PSDataCollection[psobject]])
    $none.Complete()
    $opener.Handle = $opener.Shell.BeginInvoke($none, $opener.Opened)
    $fleet.Openers.Add($opener)
}

foreach ($row in $Ask) {
    $ids, $line = $row
    $byRunspace = @{}
    $sessions = @(foreach ($id in $ids) {
            $session = $fleet.Sessions[$id]
            $byRunspace[$session.Runspace.InstanceId] = $id
            $session
        })
    $arguments = @($line, $null)
    if ($null -eq $line) { $arguments = @($null, $fleet.Loop) }
    $job = $null
    $objections = @()
    try {
        $job = Invoke-Command -Session $sessions -ThrottleLimit $fleet.Throttle -AsJob -ScriptBlock $fleet.FarEnd `
            -ArgumentList $arguments -ErrorAction SilentlyContinue -ErrorVariable objections
    } catch { $objections = @($_) }
    $asked = @(if ($null -ne $job) {
            foreach ($child in $job.ChildJobs) { , @($byRunspace[$child.Runspace.InstanceId], $child) }
        })
    foreach ($pair in $asked) { $byRunspace.Remove($pair[1].Runspace.InstanceId) }
    # A session that has broken by itself is not asked.
    foreach ($id in $byRunspace.Values) { , @('broken', $id, [string]@($objections)[0]); $isTold = $true }
    if ($null -ne $job) {
        $pending = [Activator]::CreateInstance([Collections.Generic.List[object]])
        foreach ($pair in $asked) { $pending.Add($pair) }
        $fleet.Jobs.Add(@{ Job = $job; Pending = $pending })
    }
}

$until = [DateTime]::UtcNow.AddMilliseconds($Wait)
for (;;) {
    foreach ($opener in $fleet.Openers.ToArray()) {
        $isOver = $opener.Handle.IsCompleted
        foreach ($session in $opener.Opened.ReadAll()) {
            $opener.Sessions.Add($session)
            $id = $session.Name
            if ($opener.Pending.Remove($id)) {
                $fleet.Sessions[$id] = $session
                , @('opened', $id)
                $isTold = $true
            } else {
                $session.Runspace.CloseAsync()
            }
        }
        foreach ($record in $opener.Shell.Streams.Error.ReadAll()) {
            $at = $record.TargetObject.ConnectionInfo
            $id = $null
            foreach ($pending in $opener.Pending) {
                $machine, $port = $opener.Places[$pending]
                if ($at.ComputerName -eq $machine -and ($null -eq $port -or $at.Port -eq $port)) { $id = $pending; break }
            }
            if ($null -eq $id) { $opener.Objection = $record; continue }
            $null = $opener.Pending.Remove($id)
            , @('broken', $id, [string]$record)
            $isTold = $true
        }
        if ($isOver -and -not $opener.IsOver) {
            $opener.IsOver = $true
            try { $null = $opener.Shell.EndInvoke($opener.Handle) } catch { $opener.Objection = $_ }
            foreach ($id in $opener.Pending) {
                , @('broken', $id, [string]$opener.Objection)
                $isTold = $true
            }
            $opener.Pending.Clear()
        }
        if ($opener.IsOver) {
            $isLeft = $false
            foreach ($session in $opener.Sessions) {
                $state = [string]$session.Runspace.RunspaceStateInfo.State
                if ($state -ne 'Closed' -and $state -ne 'Broken') { $isLeft = $true; break }
            }
            # Sessions are kept in the runspace that opened them.
            if (-not $isLeft) {
                $opener.Shell.Runspace.Dispose()
                $opener.Shell.Dispose()
                $null = $fleet.Openers.Remove($opener)
            }
        }
    }
    foreach ($asked in $fleet.Jobs.ToArray()) {
        foreach ($pair in $asked.Pending.ToArray()) {
            $id, $child = $pair
            $state = [string]$child.State
            if ($state -eq 'Running' -or $state -eq 'NotStarted' -or $state -eq 'Stopping') { continue }
            $null = $asked.Pending.Remove($pair)
            if (-not $fleet.Sessions.ContainsKey($id)) { continue }
            if ($child.Output.Count -gt 0) { , @('answer', $id, [string]$child.Output[0]) }
            else { , @('broken', $id, [string](@($child.JobStateInfo.Reason) + @($child.Error) -ne $null)[0]) }
            $isTold = $true
        }
        if ($asked.Pending.Count -eq 0) {
            Remove-Job -Job $asked.Job -Force
            $null = $fleet.Jobs.Remove($asked)
        }
    }
    if ($isTold -or [DateTime]::UtcNow -ge $until) { break }
    [Threading.Thread]::Sleep(2)
}

[Threading.Monitor]::Enter($fleet.Console)
try {
    $text = $fleet.Said.ToString()
    $null = $fleet.Said.GetStringBuilder().Clear()
} finally { [Threading.Monitor]::Exit($fleet.Console) }
if ($text -ne '') { , @('said', $text) }
