import type { Invoker } from '@mailtls/pwsh-bridge';

/**
 * Who may have put something into a folder: `protected`, none but administrators, Windows and this account; `open`, anyone
 * else. A link to elsewhere is open, too.
 */
export type FolderProtection = 'protected' | 'open' | 'absent';

/**
 * `C:\ProgramData` lets every user make folders, who then own them and what comes into them. So the folder is made with its
 * access list, not given it afterwards, and its owner counts as much as the list: an owner can always change it.
 *
 * The list: administrators and Windows do anything, users read, nothing is inherited from above. The mask: the rights to write
 * or make files and folders, to delete, to change the list or the owner, and the generic ones that hold these.
 */
const SCRIPT = `param([string] $Path, [bool] $Make)
$ErrorActionPreference = 'Stop'
$extensions = 'IO.FileSystemAclExtensions' -as [type]
$folder = [Activator]::CreateInstance([IO.DirectoryInfo], [object[]](, $Path))
if ($Make) {
  $access = [Activator]::CreateInstance([Security.AccessControl.DirectorySecurity])
  $access.SetSecurityDescriptorSddlForm('O:BAD:PAI(A;OICI;FA;;;BA)(A;OICI;FA;;;SY)(A;OICI;0x1200a9;;;BU)')
  if ($extensions) { $null = $extensions::Create($folder, $access) }
  else { $null = [IO.Directory]::CreateDirectory($Path, $access) }
}
$folder.Refresh()
if (-not $folder.Exists) { return 'absent' }
if ($folder.Attributes -band [IO.FileAttributes]::ReparsePoint) { return 'open' }
$sections = [Security.AccessControl.AccessControlSections]'Owner, Access'
if ($extensions) { $access = $extensions::GetAccessControl($folder, $sections) }
else { $access = [IO.Directory]::GetAccessControl($Path, $sections) }
$sid = [Security.Principal.SecurityIdentifier]
$trusted = 'S-1-5-32-544', 'S-1-5-18', [Security.Principal.WindowsIdentity]::GetCurrent().User.Value
if ($trusted -notcontains $access.GetOwner($sid).Value) { return 'open' }
foreach ($rule in $access.GetAccessRules($true, $true, $sid)) {
  if ($rule.AccessControlType -eq 'Allow' -and ([int]$rule.FileSystemRights -band 0x500D0156) -and
    $trusted -notcontains $rule.IdentityReference.Value) { return 'open' }
}
'protected'`;

/**
 * Looks at a folder of the machine of a session.
 *
 * @param isMade whether it is made, protected, where it is absent, with the folders above it.
 * @throws PwshError
 */
export async function protectionOf(
  on: Invoker,
  path: string,
  { isMade }: { readonly isMade: boolean },
): Promise<FolderProtection> {
  const { output } = await on.invoke(SCRIPT, { Path: path, Make: isMade });
  return output[0] as FolderProtection;
}
