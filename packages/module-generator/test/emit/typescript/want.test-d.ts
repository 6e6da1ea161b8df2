// What the wanted package makes of its commands, as the compiler sees it.
import type { InvokeResult, Invoker } from '@mailtls/pwsh-bridge';
import { Credential, Piped, ScriptBlock } from '@mailtls/pwsh-bridge';
import { expectTypeOf } from 'vitest';
import {
  clearContosoQueue,
  type FileInfo,
  type GetContosoConnectorParameters,
  getContosoConnector,
  sendContosoMessage,
  setContosoConnector,
} from './want/src/index.ts';

const on = {} as Invoker;

getContosoConnector(on);
getContosoConnector(on, { Identity: ['a', 'b'], Direction: 'Inbound', ErrorAction: 'Stop' });
getContosoConnector(on, { Server: 'a', Port: 25, Direction: undefined });
// @ts-expect-error: of two parameter sets
getContosoConnector(on, { Identity: 'a', Server: 'a' });
// @ts-expect-error: mandatory where -Port is given
getContosoConnector(on, { Port: 25 });
// @ts-expect-error: none of the set
getContosoConnector(on, { Direction: 'Sideways' });
// @ts-expect-error: PowerShell's names have one spelling here
getContosoConnector(on, { identity: 'a' });
// @ts-expect-error: an alias is in the documentation
getContosoConnector(on, { Name: 'a' });
expectTypeOf<GetContosoConnectorParameters['Identity']>().toEqualTypeOf<string | readonly string[] | undefined>();

setContosoConnector(on, {
  Identity: 'a',
  MaxMessageSize: null,
  LogAttributes: ['Hidden'],
  RestartOn: 'Sunday',
  Confirm: false,
});
// @ts-expect-error: mandatory
setContosoConnector(on, {});
// @ts-expect-error: no day
setContosoConnector(on, { Identity: 'a', RestartOn: 'Someday' });
// @ts-expect-error: nobody is asked
setContosoConnector(on, { Identity: 'a', Confirm: true });

const credential = new Credential('me', 'secret');
sendContosoMessage(on, { To: new Piped(['a', 'b']), Credential: credential, OnSent: new ScriptBlock('1') });
// @ts-expect-error: a text is no code
sendContosoMessage(on, { To: 'a', Credential: credential, OnSent: '1' });
// @ts-expect-error: nor an account
sendContosoMessage(on, { To: 'a', Credential: 'me' });
// @ts-expect-error: it takes texts from the pipeline
sendContosoMessage(on, { To: new Piped([1]), Credential: credential });
// @ts-expect-error: it changes nothing that it could say beforehand
sendContosoMessage(on, { To: 'a', Credential: credential, WhatIf: true });

clearContosoQueue(on, {});
// @ts-expect-error: it takes nothing, not even what every cmdlet takes
clearContosoQueue(on, { ErrorAction: 'Stop' });

expectTypeOf(getContosoConnector(on)).toEqualTypeOf<Promise<InvokeResult<string>>>();
expectTypeOf(sendContosoMessage(on, { To: 'a', Credential: credential })).toEqualTypeOf<
  Promise<InvokeResult<FileInfo | number>>
>();
expectTypeOf<FileInfo['Length']>().toEqualTypeOf<bigint | undefined>();
expectTypeOf<FileInfo['Name']>().toEqualTypeOf<string | null | undefined>();
const read = getContosoConnector(on, {}, { read: () => 7 });
expectTypeOf(read).toEqualTypeOf<Promise<InvokeResult<number>>>();
