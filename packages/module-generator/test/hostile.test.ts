// Whatever the words of a catalogue hold, what is generated from it means the same as with tame words: parsed by the parsers of
// each language, and run where that can be done.

import { join } from 'node:path';
import { compareBuilds } from '@mailtls/core';
import { isMissing, requirePart, run } from '@mailtls/testbed';
import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { ruledValues } from '../src/emit/registry-script/value-table.ts';
import { byCondition } from '../src/model/conditions.ts';
import type { Model } from '../src/model/model.ts';
import type { OutputFile } from '../src/output-file.ts';
import { oneLine } from '../src/quote/one-line.ts';
import { generate, type TargetName, targetNames } from '../src/targets.ts';
import { written } from './generated.ts';
import { everyPart, hostileModel, withTameNames, withTameWords } from './hostile-model.ts';
import { WindowsRegistry } from './windows-registry.ts';

/** The files of a target with an ending, from a hostile model and from its tame twin. */
function twins(
  target: TargetName,
  model: Model,
  ending: string,
  twin: (model: Model) => Model = withTameWords,
): readonly (readonly [OutputFile, OutputFile])[] {
  const tame = generate(target, twin(model), 'ro');
  return generate(target, model, 'ro')
    .filter(({ path }) => path.endsWith(ending))
    .map((file) => {
      const other = tame.find(({ path }) => path === file.path);
      if (other === undefined) throw new Error(`words have changed the name of ${file.path}`);
      return [file, other] as const;
    });
}

/** Holds a predicate against a model with every hostile part, then against made-up ones. */
function ofHostile(predicate: (model: Model) => void): void {
  fc.assert(fc.property(hostileModel, predicate), { examples: [[everyPart]], numRuns: 40 });
}

describe.each(targetNames)('%s', (target) => {
  test('nothing in it acts on a terminal or breaks a line of its own', () => {
    ofHostile((model) => {
      for (const { text } of generate(target, model, 'ro')) expect(/[^\n\P{Cc}]|\p{Surrogate}/u.test(text)).toBe(false);
    });
  });

  test('Markdown: the same elements as with tame words', () => {
    const elements = ({ text }: OutputFile): readonly string[] => {
      const html = micromark(text, {
        extensions: [gfmTable()],
        htmlExtensions: [gfmTableHtml()],
        allowDangerousHtml: true,
      });
      return html.match(/<[^>\s]*/g) ?? [];
    };
    // Rules that share a reason share a line, so reasons are told apart.
    const apart = (model: Model): Model => ({
      ...model,
      rules: model.rules.map((rule, i) => ({ ...rule, why: { en: `${i}${rule.why.en}`, ro: `${i}${rule.why.ro}` } })),
    });
    const pages = (model: Model): readonly (readonly string[])[] =>
      generate(target, apart(model), 'en')
        .filter(({ path }) => path === 'README.md')
        .map(elements);
    ofHostile((model) => {
      expect(pages(model)).toEqual(pages(withTameWords(model)));
    });
  });
});

test('.reg files: as many keys and values, and no other lines than these and comments', () => {
  const lines = ({ text }: OutputFile): readonly string[] => text.split('\n').filter((line) => !line.startsWith('; '));
  ofHostile((model) => {
    for (const [hostile, tame] of twins('reg', model, '.reg')) expect(lines(hostile)).toEqual(lines(tame));
  });
});

test('YAML: the same data but for the words, read as YAML 1.1 and 1.2', () => {
  const read = ({ text }: OutputFile, version: '1.1' | '1.2'): unknown => {
    const document = parseDocument(text, { version });
    expect(document.errors).toEqual([]);
    // A task is named with the words of its rule.
    return JSON.parse(JSON.stringify(document.toJS()), (_, data) =>
      data?.['ansible.windows.win_regedit'] ? { ...data, name: '' } : data,
    );
  };
  ofHostile((model) => {
    for (const [hostile, tame] of [...twins('dsc', model, '.yaml'), ...twins('ansible', model, '.yml')]) {
      const data = read(tame, '1.2');
      expect(read(hostile, '1.2')).toEqual(data);
      expect(read(hostile, '1.1')).toEqual(data);
    }
  });
});

test('YAML: a document of DSC v3 names what the model names, and none of it is an expression', () => {
  ofHostile((model) => {
    const [document] = generate('dsc', model, 'en').filter(({ path }) => path === 'v3/enable.dsc.config.yaml');
    const resources = document ? parseDocument(document.text).toJS().resources : [];
    const wanted = model.rules.flatMap(({ step, values }) =>
      values.filter(({ want }) => step === 'enable' && 'number' in want && want.onlyOn === null),
    );
    expect(resources.map(({ properties }: { properties: object }) => properties)).toEqual(
      wanted.map(({ path, name, want }) => ({
        keyPath: path,
        valueName: name,
        valueData: { DWord: 'number' in want && want.number },
      })),
    );
  });
});

test('XML: the same elements, and the words as they are', () => {
  const elements = (element: Element): readonly unknown[] => [
    element.tagName,
    ...Array.from(element.childNodes)
      .filter((node) => node.nodeType === node.ELEMENT_NODE)
      .map((node) => elements(node as Element)),
  ];
  const read = ({ text }: OutputFile): Element => {
    const root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml').documentElement;
    if (root === null) throw new Error('no element');
    return root;
  };
  ofHostile((model) => {
    for (const ending of ['.admx', '.adml']) {
      for (const [hostile, tame] of twins('gpo', model, ending)) {
        expect(elements(read(hostile))).toEqual(elements(read(tame)));
      }
    }
    const template = read(generate('gpo', model, 'en')[0] as OutputFile);
    const enabling = Array.from(template.getElementsByTagName('enabledList'), (list) =>
      Array.from(list.getElementsByTagName('item'), (item) => [
        item.getAttribute('key'),
        item.getAttribute('valueName'),
      ]),
    );
    expect(enabling.flat()).toEqual(
      model.rules.flatMap(({ values }) =>
        values.flatMap(({ path, name, want }) => ('number' in want ? [[path.replace('HKLM\\', ''), name]] : [])),
      ),
    );
    const resources = generate('gpo', model, 'en').find(({ path }) => path === 'ro-RO/mailtls.adml');
    const strings = Array.from(read(resources as OutputFile).getElementsByTagName('string'));
    for (const { id, title, values } of model.rules) {
      if (values.length === 0) continue;
      const found = strings.find((element) => element.getAttribute('id') === id.replaceAll('-', '_'));
      expect(found?.textContent).toBe(oneLine(title.ro).replace(/[\ufffe\uffff]/g, '\ufffd'));
    }
  });
});

/** Prints, for each script of a folder, its parse errors and the kinds of all nodes of its syntax tree. */
const SHAPES = `
$ErrorActionPreference = 'Stop'
foreach ($file in [IO.Directory]::GetFiles($env:MAILTLS_TEST_FOLDER, '*.ps1')) {
  $tokens = $null; $errors = $null
  $text = [IO.File]::ReadAllText($file) -replace '(?m)^configuration MailTls ', 'function MailTls '
  $tree = [Management.Automation.Language.Parser]::ParseInput($text, [ref] $tokens, [ref] $errors)
  $kinds = @($tree.FindAll({ $true }, $true) | ForEach-Object { $_.GetType().Name }) -join ' '
  [IO.Path]::GetFileName($file) + ': ' + $errors.Count + ' ' + $kinds
}
`;

test.skipIf(isMissing('linuxPwsh'))('PowerShell: no parse errors, and the same syntax tree', async () => {
  const models = [everyPart, ...fc.sample(hostileModel, { numRuns: 8 })];
  const files = models.flatMap((model, i) =>
    (['reg', 'dsc', 'ansible', 'intune', 'gpo'] as const).flatMap((target) =>
      twins(target, model, '.ps1', (each) => withTameNames(withTameWords(each))).flatMap(([hostile, tame], j) => [
        { ...hostile, path: `${i}-${target}-${j}-hostile.ps1` },
        { ...tame, path: `${i}-${target}-${j}-tame.ps1` },
      ]),
    ),
  );
  const folder = await written(files);
  const env = { MAILTLS_TEST_FOLDER: folder };
  const { stdout, stderr } = await run(requirePart('linuxPwsh'), ['-NoProfile', '-Command', SHAPES], { env });
  expect(stderr).toBe('');
  const shapes = new Map(
    stdout
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(': ', 2) as [string, string]),
  );
  expect(shapes.size).toBe(files.length);
  for (const [name, shape] of shapes) {
    expect(shape, name).toMatch(/^0 /);
    expect(shape, name).toBe(shapes.get(name.replace('hostile', 'tame')));
  }
});

/** Prints each value under the keys that hostile models name, texts as Base64 of UTF-16. */
const LIST_VALUES = `
function Write-Text([string] $Text) { [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($Text)) }
$parent = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey('SOFTWARE\\mailtls-test')
foreach ($name in $parent.GetSubKeyNames()) {
  $key = $parent.OpenSubKey($name)
  foreach ($value in $key.GetValueNames()) {
    [string]::Join(' ', @((Write-Text $name), (Write-Text $value), [string] $key.GetValueKind($value), $key.GetValue($value).ToString('x')))
  }
}
`;

describe.skipIf(isMissing('windowsPwsh') || isMissing('wineTemplate'))('on a Windows registry', () => {
  const registry = new WindowsRegistry('server-2019');

  /** What is under the keys that the model names, in the order of the model. */
  async function found(): Promise<ReadonlySet<string>> {
    const { stdout } = await run(registry.server.pwsh, ['-NoProfile', '-Command', LIST_VALUES]);
    const text = (base64 = ''): string => Buffer.from(base64, 'base64').toString('utf16le');
    const lines = stdout
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(' '));
    return new Set(lines.map(([key, name, kind, data]) => `${text(key)}\\${text(name)} ${kind} ${data}`));
  }

  // Keys that differ in nothing but case are one, so the sample is chosen to have none.
  const samples = fc
    .sample(hostileModel, { seed: 5, numRuns: 200 })
    .filter(({ rules }) => new Set(rules.flatMap(({ values }) => values)).size >= 5)
    .slice(0, 2);

  test.each(samples.map((model, i) => [i, model] as const))(
    'regedit reads what is meant: sample %i',
    async (_, model) => {
      const files = generate('reg', model, 'ro');
      const folder = await written(files);
      const enabling = byCondition(model);
      await registry.server.importReg(...enabling.map(({ name }) => join(folder, `${name}.reg`)));
      const last = new Map(
        enabling.flatMap(({ values }) =>
          values.map(({ path, name, number }) => [`${path.split('\\').slice(3).join('\\')}\\${name}`, number] as const),
        ),
      );
      expect(await found()).toEqual(
        new Set([...last].map(([place, number]) => `${place} DWord ${number.toString(16)}`)),
      );

      await registry.server.importReg(...enabling.map(({ name }) => join(folder, `${name}.undo.reg`)));
      expect(await found()).toEqual(new Set(['\\ undefined undefined']));
    },
  );

  test.each(samples.map((model, i) => [i, model] as const))(
    'the scripts write what is meant: sample %i',
    async (_, model) => {
      const folder = await written(generate('intune', model, 'ro'));
      expect(await registry.runScript(folder, 'remediate.ps1')).toMatchObject({ exitCode: 0, stderr: '' });
      const wanted = ruledValues(model).flatMap(({ path, name, want }) => {
        // The machine is Windows Server 2019 without Exchange.
        const onlyOn = 'number' in want ? want.onlyOn : null;
        if (onlyOn?.type === 'older-than' && compareBuilds(onlyOn.windows, '10.0.17763') <= 0) return [];
        const number = 'number' in want ? want.number : want.whenAbsent;
        return [`${path.split('\\').slice(3).join('\\')}\\${name} DWord ${number.toString(16)}`];
      });
      expect(await found()).toEqual(new Set(wanted));
      expect(await registry.runScript(folder, 'undo.ps1')).toMatchObject({ exitCode: 0 });
      expect(await found()).toEqual(new Set(['\\ undefined undefined']));
      await registry.server.run(['cmd', '/c', 'rd', '/s', '/q', 'C:\\Program Files\\mailtls']);
    },
  );
});
