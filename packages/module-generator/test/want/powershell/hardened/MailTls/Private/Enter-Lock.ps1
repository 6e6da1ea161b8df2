# Who writes holds the machine's mutex, as `mailtls fix` does, so that two never write at once.

function Enter-Lock {
    try {
        $mutex = New-Object Threading.Mutex $false, 'Global\mailtls'
        try {
            $isOurs = $mutex.WaitOne(10000)
        } catch [Threading.AbandonedMutexException] {
            # Its owner died; the journal says how far it came.
            $isOurs = $true
        }
    } catch {
        $isOurs = $false
    }
    if ($isOurs) { return $mutex }
    throw New-Failure 'locked' @{} 'ResourceBusy' $null
}

function Exit-Lock($Mutex) {
    $Mutex.ReleaseMutex()
    $Mutex.Close()
}

# Only an administrator may write, and only a PowerShell of Windows' own bitness reaches the right keys.
function Assert-CanWrite {
    if ([Environment]::Is64BitOperatingSystem -and -not [Environment]::Is64BitProcess) {
        throw New-Failure 'not-64-bit' @{} 'InvalidOperation' $null
    }
    $principal = New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())
    if (-not $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {
        throw New-Failure 'not-elevated' @{} 'PermissionDenied' $null
    }
}
