import { code, link, list, table } from './markdown.mjs';

const DEFAULTS = {
  on: 'on',
  off: 'off, unless a program asks for it',
  none: 'not in this Windows',
  unsafe: 'off; Microsoft calls enabling it "not a safe configuration"',
  unknown: 'unknown',
};

const releaseName = (release) => release.replace(/(?=SP|R2)/, ' ');
const hex = (number) => code(`0x${number.toString(16).toUpperCase()}`);

/** The generated part of a rule's page. */
export function ruleHead(core, rule) {
  const say = (id) => core.formatMessage({ id, args: {} }, 'en');
  return [
    `# ${say(`rule.${rule.id}.title`)}`,
    `Rule ${code(rule.id)}, from the profile ${code(rule.profile)} on.`,
    say(rule.why),
    '## What is checked',
    ...checked(core, rule.check),
    '## References',
    list(rule.references.map((id) => link(core.references[id].title, core.references[id].url))),
  ].join('\n\n');
}

/** What a rule demands, in the form that its kind of check has: tables, and a sentence where a table says too little. */
function checked(core, check) {
  switch (check.type) {
    case 'schannel-protocol':
      return protocolCheck(core, check);
    case 'dword':
      return [values([[check.path, check.name, code(String(check.want))]])];
    case 'dword-bits':
      return [
        values([
          [
            check.path,
            check.name,
            `the bits ${hex(check.bits)}; where absent, ${hex(check.write)} is written, and ${hex(check.writeFrom.write)} from Windows ${code(check.writeFrom.windows)} on`,
          ],
        ]),
        `While the value is absent, these bits are known to be off on Windows Server ${check.absentLacksThem
          .map(releaseName)
          .join(', ')}, and on for ${check.absentHasThem.map(releaseName).join(', ')}; on others this is unknown.`,
      ];
    case 'misplaced-values':
      return [values(check.names.map((name) => [check.path, name, 'not here, but in the subkeys']))];
    case 'exchange-build':
      return [
        table(
          ['Product', 'From', 'Build'],
          check.lines.map(({ name, update, minimum }) => [name, update || '–', BUILDS[minimum] ?? code(minimum)]),
        ),
      ];
    case 'windows-build':
      return [
        `Windows is of build ${code(check.minimum)} or newer. On some releases updates are needed that a build does not show:`,
        table(
          ['Windows Server', 'Updates'],
          Object.entries(check.updates).map(([release, updates]) => [releaseName(release), updates.join(', ')]),
        ),
      ];
    case 'restart':
      return ['Windows was started after the newest change of the values that need a restart.'];
    default:
      throw new Error(`no page for a check of the type ${check.type}`);
  }
}

const BUILDS = { null: 'none has it', unknown: 'unknown' };

function values(rows) {
  return table(
    ['Key', 'Value (REG_DWORD)', 'Expected'],
    rows.map(([path, name, expected]) => [code(path), code(name), expected]),
  );
}

function protocolCheck(core, { protocol, role, want, unless }) {
  const path = core.schannelKey(protocol, role);
  const expected = want === 'enabled' ? { Enabled: 1, DisabledByDefault: 0 } : { Enabled: 0, DisabledByDefault: 1 };
  const stateOf = (release) => core.protocolDefault(release, protocol, role);
  const states = new Set(core.windowsReleases.map(stateOf));
  return [
    values(Object.entries(expected).map(([name, data]) => [path, name, code(String(data))])),
    'Both are judged together, by what Windows makes of them. While they are absent, that is:',
    table(
      ['Default', 'Windows Server'],
      [...states].map((state) => [
        DEFAULTS[state],
        core.windowsReleases
          .filter((release) => stateOf(release) === state)
          .map(releaseName)
          .join(', '),
      ]),
    ),
    ...(unless
      ? [`Not asked of a machine with Windows ${code(unless.windows)} and Exchange ${code(unless.exchange)}, or newer.`]
      : []),
  ];
}
