# Where journals lie. Whoever can write there can have an administrator write what he likes, by undoing a journal or importing a
# .reg file; and every user can make folders in C:\ProgramData, and owns what he made.

function Get-OwnFolder {
    [IO.Path]::Combine([Environment]::GetFolderPath([Environment+SpecialFolder]::CommonApplicationData), 'mailtls')
}

# Refuses a folder that anyone but administrators and Windows may have put something into. With $Make it is made where it is
# absent: with its access list, not given it afterwards. A folder that the caller named is taken as it is.
function Assert-OwnFolder([string]$JournalPath, [bool]$Make) {
    if ($JournalPath -ne '') { return }
    $path = Get-OwnFolder
    if ($Make) { New-ProtectedFolder $path }
    if (Test-OpenFolder $path) { throw New-Failure 'untrusted' @{ path = $path } 'SecurityError' $path }
}

# Administrators and Windows do anything, users read, nothing is inherited from above.
function New-ProtectedFolder([string]$Path) {
    $access = New-Object Security.AccessControl.DirectorySecurity
    $access.SetSecurityDescriptorSddlForm('O:BAD:PAI(A;OICI;FA;;;BA)(A;OICI;FA;;;SY)(A;OICI;0x1200a9;;;BU)')
    # PowerShell 7 has the means of .NET Framework elsewhere.
    $extensions = 'IO.FileSystemAclExtensions' -as [type]
    if ($null -eq $extensions) { $null = [IO.Directory]::CreateDirectory($Path, $access) }
    else { $null = $extensions::Create((New-Object IO.DirectoryInfo $Path), $access) }
}

# Whether anyone else may have put something into it. An owner can always change the list, and a link leads elsewhere.
function Test-OpenFolder([string]$Path) {
    $folder = New-Object IO.DirectoryInfo $Path
    if (-not $folder.Exists) { return $false }
    if ($folder.Attributes -band [IO.FileAttributes]::ReparsePoint) { return $true }
    $sections = [Security.AccessControl.AccessControlSections]'Owner, Access'
    $extensions = 'IO.FileSystemAclExtensions' -as [type]
    if ($null -eq $extensions) { $access = $folder.GetAccessControl($sections) }
    else { $access = $extensions::GetAccessControl($folder, $sections) }
    $kind = [Security.Principal.SecurityIdentifier]
    $trusted = 'S-1-5-32-544', 'S-1-5-18', [Security.Principal.WindowsIdentity]::GetCurrent().User.Value
    if ($trusted -notcontains $access.GetOwner($kind).Value) { return $true }
    # To write or make files and folders, to delete, to change the list or the owner, and the generic rights that hold these.
    $writing = 0x500D0156
    foreach ($rule in $access.GetAccessRules($true, $true, $kind)) {
        $isAllowed = $rule.AccessControlType -eq 'Allow' -and ([int]$rule.FileSystemRights -band $writing)
        if ($isAllowed -and $trusted -notcontains $rule.IdentityReference.Value) { return $true }
    }
    $false
}
