import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Command } from './command.ts';

type Shell = 'bash' | 'zsh' | 'powershell';

interface CompletionOptions {
  readonly shell: Shell | undefined;
}

/** Each asks mailtls itself, which answers a word a line to `--get-yargs-completions`. */
const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `# mailtls completion: put this line into ~/.bashrc:  source <(mailtls completion bash)
_mailtls() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(mailtls --get-yargs-completions "\${COMP_WORDS[@]}" 2>/dev/null)" -- "\${COMP_WORDS[COMP_CWORD]}"))
  [ \${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o filenames -F _mailtls mailtls
`,
  zsh: `#compdef mailtls
# mailtls completion: put this line into ~/.zshrc:  source <(mailtls completion zsh)
_mailtls() {
  local -a replies
  replies=("\${(@f)$(COMP_CWORD=$((CURRENT - 1)) mailtls --get-yargs-completions "\${words[@]}" 2>/dev/null)}")
  if [[ -n "$replies" ]]; then compadd -- "\${(@)replies%%:*}"; else _files; fi
}
compdef _mailtls mailtls
`,
  powershell: `# mailtls completion: put this line into $PROFILE:  mailtls completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName mailtls -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
  if ($wordToComplete -eq '') { $words += '' }
  mailtls --get-yargs-completions @words 2>$null |
    Where-Object { $_ -like "$wordToComplete*" } |
    ForEach-Object { New-Object System.Management.Automation.CompletionResult $_, $_, 'ParameterValue', $_ }
}
`,
};

export const completion: Command<CompletionOptions> = {
  options: (yargs, say) =>
    yargs.positional('shell', {
      choices: ['bash', 'zsh', 'powershell'] as const,
      describe: say('argument.shell'),
    }),
  async run({ shell }, { io }) {
    io.stdout.write(SCRIPTS[shell ?? usualShell(io)]);
    return exitCodes.ok;
  },
};

function usualShell({ platform, env }: Io): Shell {
  if (platform === 'win32') return 'powershell';
  return env['SHELL']?.endsWith('zsh') ? 'zsh' : 'bash';
}
