import type { PlainInput } from '@mailtls/clixml';

/** A machine that PowerShell reaches over SSH. There must be PowerShell 6 or newer at both ends. */
export interface SshMachine {
  readonly over: 'ssh';
  /** A name or address, as `ssh` takes it; without a user and without a port. */
  readonly host: string;
  /** Default: what `ssh` takes. */
  readonly user?: string;
  /** Default: 22. */
  readonly port?: number;
  /** The file of a private key. Default: the agent, and the keys that `ssh` finds. */
  readonly keyFile?: string;
  /** Options of `ssh_config`, such as `UserKnownHostsFile`. Nobody is asked anything, so that an unknown host is refused. */
  readonly options?: Readonly<Record<string, string>>;
}

/** A machine that PowerShell reaches over WinRM, from Windows, as the user that runs this. */
export interface WinRmMachine {
  readonly over: 'winrm';
  readonly host: string;
}

export type RemoteMachine = SshMachine | WinRmMachine;

/** What a machine is called in messages. */
export function machineName(machine: RemoteMachine): string {
  return machine.over === 'ssh' && machine.port !== undefined ? `${machine.host}:${machine.port}` : machine.host;
}

/** The arguments of `New-PSSession` for a machine, those of several of which it takes as arrays. */
export function sessionArguments(machine: RemoteMachine, timeout: number): Map<string, PlainInput> {
  const { host } = machine;
  if (machine.over === 'winrm')
    return new Map<string, PlainInput>([
      ['ComputerName', host],
      ['OpenTimeout', timeout],
    ]);
  const { user, port, keyFile, options = {} } = machine;
  // A port of its own is overwritten, depending on the order of the hashtable.
  const place = `${user === undefined ? '' : `${user}@`}${host}${port === undefined ? '' : `:${port}`}`;
  const connection = new Map<string, PlainInput>([
    ['HostName', place],
    // Without it, PowerShell waits for no time at all.
    ['ConnectingTimeout', timeout],
    ['Options', new Map(Object.entries({ BatchMode: 'yes', ...options }))],
  ]);
  if (keyFile !== undefined) connection.set('KeyFilePath', keyFile);
  return new Map<string, PlainInput>([['SSHConnection', connection]]);
}

/** The port that the errors of PowerShell name, `null` where they name none. */
export function portOf(machine: RemoteMachine): number | null {
  return machine.over === 'ssh' ? (machine.port ?? 22) : null;
}
