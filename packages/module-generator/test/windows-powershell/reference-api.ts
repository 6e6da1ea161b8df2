import type { Session } from '@mailtls/pwsh-bridge';
import { requirePart } from '@mailtls/testbed';

/** The public members of a type and of those that it derives from: `Substring/2`, `Format/2+` for any number more, `Length`. */
export interface TypeApi {
  readonly static: ReadonlySet<string>;
  readonly instance: ReadonlySet<string>;
}

/** Reads the metadata of assemblies without loading them. */
const READ = `param($Folder, $Names)
$ErrorActionPreference = 'Stop'
$wanted = @{}
foreach ($name in $Names) { $wanted[$name] = $true }
$found = @{}
foreach ($file in [IO.Directory]::GetFiles($Folder, '*.dll')) {
  $pe = [Reflection.PortableExecutable.PEReader]::new([IO.File]::OpenRead($file))
  $reader = [Reflection.Metadata.PEReaderExtensions]::GetMetadataReader($pe)
  foreach ($handle in $reader.TypeDefinitions) {
    $type = $reader.GetTypeDefinition($handle)
    $visibility = [int]$type.Attributes -band 7
    if ($visibility -ne 1 -and $visibility -ne 2) { continue }
    $name = $reader.GetString($type.Name)
    $outer = $type.GetDeclaringType()
    if ($outer.IsNil) { $full = $reader.GetString($type.Namespace) + '.' + $name }
    else { $above = $reader.GetTypeDefinition($outer); $full = $reader.GetString($above.Namespace) + '.' + $reader.GetString($above.Name) + '+' + $name }
    if (-not $found.ContainsKey($full)) { $found[$full] = $reader, $type }
  }
}
function Get-BaseName($reader, $type) {
  $base = $type.BaseType
  if ($base.IsNil) { return }
  switch ([string]$base.Kind) {
    'TypeDefinition' { $of = $reader.GetTypeDefinition([Reflection.Metadata.TypeDefinitionHandle]$base) }
    'TypeReference' { $of = $reader.GetTypeReference([Reflection.Metadata.TypeReferenceHandle]$base) }
    default { return }
  }
  $reader.GetString($of.Namespace) + '.' + $reader.GetString($of.Name)
}
foreach ($name in $Names) {
  if (-not $found.ContainsKey($name)) { continue }
  "type\`t$name"
  $at = $name
  while ($at -and $found.ContainsKey($at)) {
    $reader, $type = $found[$at]
    foreach ($handle in $type.GetMethods()) {
      $method = $reader.GetMethodDefinition($handle)
      if (([int]$method.Attributes -band 7) -ne 6) { continue }
      $blob = $reader.GetBlobReader($method.Signature)
      if ($blob.ReadSignatureHeader().IsGeneric) { $null = $blob.ReadCompressedInteger() }
      $count = $blob.ReadCompressedInteger()
      $isParams = $false
      foreach ($parameter in $method.GetParameters()) {
        foreach ($attribute in $reader.GetParameter($parameter).GetCustomAttributes()) {
          $constructor = $reader.GetCustomAttribute($attribute).Constructor
          if ([string]$constructor.Kind -eq 'MemberReference') {
            $parent = $reader.GetMemberReference([Reflection.Metadata.MemberReferenceHandle]$constructor).Parent
            $attributeName = $reader.GetString($reader.GetTypeReference([Reflection.Metadata.TypeReferenceHandle]$parent).Name)
          } else {
            $definition = $reader.GetMethodDefinition([Reflection.Metadata.MethodDefinitionHandle]$constructor)
            $attributeName = $reader.GetString($reader.GetTypeDefinition($definition.GetDeclaringType()).Name)
          }
          if ($attributeName -eq 'ParamArrayAttribute') { $isParams = $true }
        }
      }
      $side = if ([int]$method.Attributes -band 16) { 'static' } else { 'instance' }
      "$side\`t$name\`t$($reader.GetString($method.Name))/$count"
      if ($isParams) { "$side\`t$name\`t$($reader.GetString($method.Name))/$($count - 1)+" }
    }
    foreach ($handle in $type.GetFields()) {
      $field = $reader.GetFieldDefinition($handle)
      if (([int]$field.Attributes -band 7) -ne 6) { continue }
      $side = if ([int]$field.Attributes -band 16) { 'static' } else { 'instance' }
      "$side\`t$name\`t$($reader.GetString($field.Name))"
    }
    $at = Get-BaseName $reader $type
  }
}`;

/** What .NET Framework 4.0 and Windows PowerShell have of some types; those that they lack are left out. */
export async function referenceApi(session: Session, types: Iterable<string>): Promise<ReadonlyMap<string, TypeApi>> {
  const { output } = await session.invoke<string>(READ, {
    Folder: requirePart('referenceAssemblies'),
    Names: [...new Set(types)],
  });
  const api = new Map<string, { readonly static: Set<string>; readonly instance: Set<string> }>();
  for (const row of output) {
    const [kind, type = '', member = ''] = row.split('\t');
    const of = api.get(type) ?? { static: new Set(), instance: new Set() };
    api.set(type, of);
    if (kind === 'type') continue;
    const side = kind === 'static' ? of.static : of.instance;
    side.add(member);
    // A property is called by its accessor, as an indexed one is.
    const accessor = /^get_(.*)\/0$/.exec(member);
    if (accessor) side.add(accessor[1] as string);
  }
  return api;
}

/** Whether a member, such as `Format/3`, is among those of a type. */
export function has(members: ReadonlySet<string>, member: string): boolean {
  if (members.has(member)) return true;
  const [name, count] = member.split('/');
  if (count === undefined) return false;
  for (let fewer = 0; fewer <= Number(count); fewer++) if (members.has(`${name}/${fewer}+`)) return true;
  return false;
}
