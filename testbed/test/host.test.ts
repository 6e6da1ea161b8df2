import { describe, expect, test } from 'vitest';
import { isMissing, requirePart } from '../src/parts.ts';
import { type Ended, run } from '../src/run.ts';

const absent = isMissing('linuxPwsh');

const pwsh = (args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  run(requirePart('linuxPwsh'), ['-NoLogo', '-NoProfile', '-NonInteractive', ...args], { input, env });

describe.skipIf(absent)('standard input as commands', () => {
  const stdin = (input: string, env?: NodeJS.ProcessEnv): Promise<Ended> =>
    pwsh(['-NoExit', '-Command', '-'], input, env);

  test('runs each line as it comes, in one session, and ends well at the end of the input', async () => {
    expect(await stdin('$x = 20\n$x + 22\n')).toEqual({ stdout: '42\n', stderr: '', exitCode: 0, signal: null });
  });

  test('ends with the code of exit, and runs nothing after it', async () => {
    expect(await stdin('exit 3\n"never"\n')).toEqual({ stdout: '', stderr: '', exitCode: 3, signal: null });
  });

  test('goes on after an error, and ends well', async () => {
    const { stdout, stderr, exitCode } = await stdin('throw "boom"\n"still here"\n');
    expect({ stdout, exitCode }).toEqual({ stdout: 'still here\n', exitCode: 0 });
    expect(stderr).toContain('boom');
  });

  test('takes lines up to a blank one where a statement is not whole, as pwsh does', async () => {
    const { stdout } = await stdin('if ($true) {\n"a"\n}\n"b"\n\n"c"\n');
    expect(stdout).toBe('a\nb\nc\n');
  });

  test('never runs a statement that is not whole at the end of the input', async () => {
    expect((await stdin('if ($true) {\n"never"\n}\n')).stdout).toBe('');
  });

  test('shares its reader with the script: a loop inside takes the next lines', async () => {
    const loop = 'while ($line = [Console]::In.ReadLine()) { if ($line -eq \'end\') { break }; "<$line>" }';
    expect((await stdin(`${loop}\none\ntwo\nend\n"out again"\n`)).stdout).toBe('<one>\n<two>\nout again\n');
  });

  test('writes cursor key codes around each command only where a terminal is imitated', async () => {
    const codes = /\u001b\[\?1[hl]/;
    expect((await stdin('1\n')).stdout).toBe('1\n');
    expect((await stdin('1\n', { MAILTLS_HOST_TERMINAL: '1', TERM: 'xterm', NO_COLOR: undefined })).stdout).toBe(
      '\u001b[?1h\u001b[?1l1\n\u001b[?1h',
    );
    expect((await stdin('1\n', { MAILTLS_HOST_TERMINAL: '1', TERM: 'dumb' })).stdout).not.toMatch(codes);
    expect((await stdin('1\n', { MAILTLS_HOST_TERMINAL: '1', NO_COLOR: '1' })).stdout).not.toMatch(codes);
  });
});

describe.skipIf(absent)('a command as argument', () => {
  test.each([
    ['"fine"', 0],
    ['Write-Error "no"', 1],
    ['Write-Error "no"; "mended"', 0],
    ['throw "no"', 1],
    ['exit 7', 7],
    ['if (', 1],
  ])('%s ends with %i', async (command, exitCode) => {
    expect((await pwsh(['-Command', command])).exitCode).toBe(exitCode);
  });

  test('is all that follows -Command', async () => {
    expect((await pwsh(['-Command', '1', '+', '1'])).stdout).toBe('2\n');
  });

  test('may be base64 of UTF-16', async () => {
    const command = Buffer.from('"\u2018é\u2019"', 'utf16le').toString('base64');
    // Curly quotes inside double quotes are text.
    expect((await pwsh(['-EncodedCommand', command])).stdout).toBe('\u2018é\u2019\n');
  });

  test('is followed by standard input under -NoExit', async () => {
    expect((await pwsh(['-NoExit', '-Command', '$x = 1'], '$x + 1\n')).stdout).toBe('2\n');
  });
});

describe.skipIf(absent)('streams', () => {
  test('errors go to stderr; results, warnings, verbose and debug lines and the host go to stdout', async () => {
    const script = [
      '"result"',
      'Write-Warning "w"',
      'Write-Verbose "v" -Verbose',
      'Write-Debug "d" -Debug',
      'Write-Host "h"',
      'Write-Information "unseen"',
      'Write-Progress -Activity "unseen"',
      'Write-Error "e"',
    ].join('\n');
    const { stdout, stderr } = await pwsh(['-Command', script]);
    expect(stdout).toBe('result\nWARNING: w\nVERBOSE: v\nDEBUG: d\nh\n');
    expect(stderr).toMatch(/^Write-Error: e\n$/);
  });

  test('all six can be taken apart inside', async () => {
    const script =
      '$all = & { 1; Write-Error e; Write-Warning w; Write-Verbose v -Verbose; Write-Debug d -Debug; Write-Information i } *>&1; ' +
      "($all | ForEach-Object { $_.GetType().Name }) -join ','";
    expect((await pwsh(['-Command', script])).stdout.trim()).toBe(
      'Int32,ErrorRecord,WarningRecord,VerboseRecord,DebugRecord,InformationRecord',
    );
  });

  test('an error of Write-Error has the script’s position and its own id', async () => {
    const script =
      'Write-Error -Message m -ErrorId Own -Category InvalidData -TargetObject t -ErrorAction SilentlyContinue; ' +
      "$e = $Error[0]; $e.FullyQualifiedErrorId, $e.CategoryInfo.Category, $e.TargetObject, $e.CategoryInfo.Activity -join '|'";
    expect((await pwsh(['-Command', script])).stdout.trim()).toBe('Own|InvalidData|t|Write-Error');
  });
});

describe.skipIf(absent)('the host', () => {
  test('says which engine it runs', async () => {
    expect((await pwsh(['-Version'])).stdout).toBe('PowerShell 7.6.9\n');
  });

  test('refuses an option that it does not know', async () => {
    const { stderr, exitCode } = await pwsh(['-Nonsense']);
    expect({ stderr, exitCode }).toEqual({
      stderr: "The test host does not know the option '-Nonsense'.\n",
      exitCode: 64,
    });
  });

  test('asks nobody', async () => {
    const { stdout, exitCode } = await pwsh(['-Command', '$Host.UI.ReadLine()'], 'typed\n');
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
  });

  test('has the cmdlets under the names of the modules that have them in pwsh', async () => {
    const script =
      'Microsoft.PowerShell.Management\\Test-Path /; (Get-Command Write-Warning).Source; (Get-Item /).FullName';
    expect((await pwsh(['-Command', script])).stdout).toBe('True\nMicrosoft.PowerShell.Utility\n/\n');
  });

  test('makes objects for scripts that hold to PowerShell 3.0', async () => {
    const script =
      "(New-Object System.Text.StringBuilder 'ab', 9).Capacity; (New-Object PSObject -Property @{ a = 5 }).a; (New-Object -TypeName Version -ArgumentList '1.2').Minor";
    expect((await pwsh(['-Command', script])).stdout).toBe('9\n5\n2\n');
  });

  test('has no ConvertTo-Json, which the product must do without', async () => {
    expect((await pwsh(['-Command', 'ConvertTo-Json 1'])).stderr).toContain('ConvertTo-Json');
  });

  test('starts in a constrained language where that is asked for', async () => {
    const { stdout, stderr } = await pwsh(
      ['-Command', '$ExecutionContext.SessionState.LanguageMode; [Console]::Out.WriteLine("never")'],
      '',
      { MAILTLS_HOST_LANGUAGE_MODE: 'ConstrainedLanguage' },
    );
    expect(stdout).toBe('ConstrainedLanguage\n');
    expect(stderr).toContain('Cannot invoke method');
  });
});
