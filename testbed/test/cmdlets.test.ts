import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPrefix } from '../src/create-prefix.ts';
import { isMissing } from '../src/parts.ts';
import type { Prefix } from '../src/prefix.ts';
import { run } from '../src/run.ts';

/** The host's cmdlets on the real registry provider. What they do there, the provider does: so it is in pwsh. */
describe.skipIf(isMissing('windowsPwsh') || isMissing('wineTemplate'))('item cmdlets on the registry', () => {
  let server: Prefix;

  beforeAll(async () => {
    server = await createPrefix();
  });

  beforeEach(() => server.reset('server-2019'));

  afterAll(() => server?.stop());

  /** The lines that a script wrote, after making the key `$k`. */
  const lines = async (...script: readonly string[]): Promise<string[]> => {
    const prelude = "$k = 'HKLM:\\SOFTWARE\\mailtls-test'; $null = New-Item $k";
    const { stdout } = await run(server.pwsh, ['-NoProfile', '-Command', [prelude, ...script].join('\n')]);
    return stdout.split('\r\n').slice(0, -1);
  };

  test('Set-ItemProperty -Type writes every kind, and Get-ItemProperty reads it', async () => {
    const show =
      "function Show($name) { $v = (Get-ItemProperty $k -Name $name).$name; $key = Get-Item $k; '{0}|{1}|{2}|{3}' -f $name, $key.GetValueKind($name), $v.GetType().Name, ($v -join ',') }";
    expect(
      await lines(
        show,
        "Set-ItemProperty $k -Name s -Type String -Value 'a''b'; Show s",
        "Set-ItemProperty $k -Name e -Type ExpandString -Value '%SystemRoot%\\x'; Show e",
        "(Get-Item $k).GetValue('e', $null, 'DoNotExpandEnvironmentNames')",
        'Set-ItemProperty $k -Name b -Type Binary -Value ([byte[]](0, 1, 255)); Show b',
        'Set-ItemProperty $k -Name d -Type DWord -Value 4294967295; Show d',
        'Set-ItemProperty $k -Name q -Type QWord -Value 9223372036854775807; Show q',
        "Set-ItemProperty $k -Name m -Type MultiString -Value 'a', '', 'c'; Show m",
        "Set-ItemProperty $k -Name '(default)' -Type String -Value root; (Get-Item $k).GetValue('')",
      ),
    ).toEqual([
      "s|String|String|a'b",
      'e|ExpandString|String|C:\\windows\\x',
      '%SystemRoot%\\x',
      'b|Binary|Byte[]|0,1,255',
      'd|DWord|UInt32|4294967295',
      'q|QWord|Int64|9223372036854775807',
      'm|MultiString|String[]|a,,c',
      'root',
    ]);
  });

  test('New-Item -Force on a key that exists wipes its values', async () => {
    expect(
      await lines('Set-ItemProperty $k -Name v -Value 1', '$null = New-Item $k -Force', '(Get-Item $k).ValueCount'),
    ).toEqual(['0']);
  });

  test('New-Item refuses a key that exists, and makes one of a given name and default value', async () => {
    expect(
      await lines(
        'New-Item $k -ErrorAction SilentlyContinue; "$($Error[0].CategoryInfo.Category) $($Error[0].FullyQualifiedErrorId)"',
        "(New-Item -Path $k -Name 'a*b' -Value v).Name",
        '(Get-Item -LiteralPath "$k\\a*b").GetValue(\'\')',
      ),
    ).toEqual([
      'ResourceExists System.IO.IOException,Microsoft.PowerShell.Commands.NewItemCommand',
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\mailtls-test\\a*b',
      'v',
    ]);
  });

  test('errors have the categories and ids of the real cmdlets', async () => {
    const report = '"$($_.CategoryInfo.Category) $($_.FullyQualifiedErrorId)"';
    const failing = [
      'Get-ItemProperty HKLM:\\SOFTWARE\\absent',
      'Get-ItemProperty $k -Name absent',
      'Set-ItemProperty HKLM:\\SOFTWARE\\absent -Name v -Value 1',
      'Set-ItemProperty $k -Name v -Type DWord -Value word',
      'Remove-ItemProperty $k -Name absent',
      'Set-ItemProperty $k -Name v -Value 1; New-ItemProperty $k -Name v -Value 2',
      'Get-Item Nowhere:\\x',
      'Remove-Item $k',
    ];
    expect(
      await lines(
        '$null = New-Item $k\\child',
        ...failing.map(
          (command) => `try { $ErrorActionPreference = 'Stop'; ${command}; 'no error' } catch { ${report} }`,
        ),
      ),
    ).toMatchInlineSnapshot(`
      [
        "ObjectNotFound PathNotFound,Microsoft.PowerShell.Commands.GetItemPropertyCommand",
        "InvalidArgument System.Management.Automation.PSArgumentException,Microsoft.PowerShell.Commands.GetItemPropertyCommand",
        "ObjectNotFound PathNotFound,Microsoft.PowerShell.Commands.SetItemPropertyCommand",
        "WriteError System.Management.Automation.PSInvalidCastException,Microsoft.PowerShell.Commands.SetItemPropertyCommand",
        "InvalidArgument System.Management.Automation.PSArgumentException,Microsoft.PowerShell.Commands.RemoveItemPropertyCommand",
        "ResourceExists System.IO.IOException,Microsoft.PowerShell.Commands.NewItemPropertyCommand",
        "ObjectNotFound DriveNotFound,Microsoft.PowerShell.Commands.GetItemCommand",
        "ResourceUnavailable System.Management.Automation.Host.HostException,Microsoft.PowerShell.Commands.RemoveItemCommand",
      ]
    `);
  });

  test('-WhatIf writes nothing, -PassThru hands on what was written', async () => {
    expect(
      await lines(
        'Set-ItemProperty $k -Name v -Value 1 -WhatIf',
        '(Get-Item $k).ValueCount',
        '(Set-ItemProperty $k -Name v -Value 1 -PassThru).v',
      ),
    ).toEqual([
      'What if: Performing the operation "Set Property" on target "Item: HKEY_LOCAL_MACHINE\\SOFTWARE\\mailtls-test Property: v".',
      '0',
      '1',
    ]);
  });

  test('-Path takes wildcards, -LiteralPath does not; a value’s -Name is a pattern', async () => {
    expect(
      await lines(
        '$null = New-Item $k\\one; $null = New-Item $k\\two',
        '(Get-Item $k\\*).PSChildName -join ","',
        'Test-Path "$k\\t*"; Test-Path -LiteralPath "$k\\t*"',
        'Get-ChildItem $k -Name',
        'Set-ItemProperty $k -Name v1 -Value 1; Set-ItemProperty $k -Name v2 -Value 2; (Get-ItemProperty $k -Name v*).v2',
      ),
    ).toEqual(['one,two', 'True', 'False', 'one', 'two', '2']);
  });

  test('New-ItemProperty and Remove-ItemProperty, Remove-Item -Recurse', async () => {
    expect(
      await lines(
        '(New-ItemProperty $k -Name n -PropertyType QWord -Value 5).n',
        "(Get-Item $k).GetValueKind('n')",
        'Remove-ItemProperty $k -Name n; (Get-Item $k).ValueCount',
        '$null = New-Item $k\\a; Remove-Item $k -Recurse; Test-Path $k',
      ),
    ).toEqual(['5', 'QWord', '0', 'False']);
  });
});
