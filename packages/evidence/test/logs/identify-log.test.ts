import { expect, test } from 'vitest';
import { identifyLog, seriesOf } from '../../src/logs/identify-log.ts';
import { layoutAfterHeader, layoutOf } from '../../src/logs/log-layout.ts';

const line = (event: string, data: string, { local = '10.0.0.5:25341', remote = '192.0.2.1:25' } = {}): string =>
  `2023-01-11T16:00:00.000Z,"Connecteur, d’envoi",08D9F50000000001,3,${local},${remote},${event},${data},`;
const kindOf = (head: string, path = 'x.log'): string | undefined => identifyLog(head, path)?.kind;

test.for([
  ['#Log-type: SMTP Send Protocol Log', 'smtp-send-log'],
  ['#Log-Type: SMTP Receive Protocol Log', 'smtp-receive-log'],
  ['#Log-Type: Transport Connectivity Log', 'connectivity-log'],
  ['#Log-type: Message Tracking Log', 'tracking-log'],
] as const)('%s', ([header, kind]) => {
  expect(kindOf(`#Software: Microsoft Exchange Server\r\n#Version: 15.0.0.0\r\n${header}\r\n`)).toBe(kind);
});

test('another log of Exchange is none of these', () => {
  expect(kindOf('#Software: Microsoft Exchange\n#Log-Type: Agent Log\n#Fields: Timestamp,SessionId\n')).toBeUndefined();
});

test('the fields come in the order that the header says', () => {
  const fields = 'date-time,session-id,connector-id,sequence-number,local-endpoint,remote-endpoint,event,data,context';
  const layout = identifyLog(`#Log-type: SMTP Send Protocol Log\n#Fields: ${fields}\n`, 'x');
  expect(layout?.fields).toEqual(fields.split(','));
});

test('a #Fields that lacks what is needed, or is absurd, is not followed', () => {
  const usual = layoutOf('smtp-send-log');
  expect(layoutAfterHeader(usual, '#Fields: date-time,event')).toBe(usual);
  expect(layoutAfterHeader(usual, `#Fields: ${usual.fields.join()},${'x,'.repeat(10_000)}`)).toBe(usual);
  expect(layoutAfterHeader(usual, '#Fields:')).toBe(usual);
  expect(layoutAfterHeader(usual, '#Date: 2023-01-11T16:00:00.000Z')).toBe(usual);
  expect(layoutAfterHeader(usual, `#Fields: ${usual.fields.join(', ')}`)).toBe(usual);
});

test('a header in the middle of a file can begin another log', () => {
  expect(layoutAfterHeader(layoutOf('smtp-send-log'), '#Log-type: SMTP Receive Protocol Log').kind).toBe(
    'smtp-receive-log',
  );
});

test('without a header, a protocol log is known by its shape and its side by name, folder or talk', () => {
  const shaped = `cut off,line\n${line('-', '')}`;
  expect(kindOf(shaped, 'logs/SEND20230111-1.LOG')).toBe('smtp-send-log');
  expect(kindOf(shaped, 'logs\\recv2023011116-1.log')).toBe('smtp-receive-log');
  expect(kindOf(shaped, 'C:\\Hub\\ProtocolLog\\SmtpReceive\\copy.txt')).toBe('smtp-receive-log');
  expect(kindOf(line('*', 'TLS protocol SP_PROT_TLS1_2_SERVER'))).toBe('smtp-receive-log');
  expect(kindOf(line('<', 'EHLO a'))).toBe('smtp-receive-log');
  expect(kindOf(line('>', '"EHLO a"'))).toBe('smtp-send-log');
  expect(kindOf(line('>', 'ehlo a'))).toBe('smtp-send-log');
  expect(kindOf(line('>', '220 a'))).toBe('smtp-receive-log');
  expect(kindOf(line('<', '220 a'))).toBe('smtp-send-log');
  expect(kindOf(line('<', 'QUIT', { local: '[::1]:25', remote: '[::1]:50111' }))).toBe('smtp-receive-log');
  expect(kindOf(line('<', '250 OK'))).toBe('smtp-send-log');
});

test('without #Log-type, the fields or the shape tell', () => {
  expect(kindOf('#Fields: date-time,connector-id,session-id,event,data\n', 'RECV20230111-1.log')).toBe(
    'smtp-receive-log',
  );
  expect(kindOf('#Fields: date-time,client-ip,source,event-id\n')).toBe('tracking-log');
  expect(kindOf('#FIELDS: Date-Time,Client-IP,Source,Event-Id\n')).toBe('tracking-log');
  expect(kindOf('#Fields: date-time,session,source,destination,direction,description\n')).toBe('connectivity-log');
  expect(kindOf('2018-03-01T00:59:59.000Z,08D57F0F0B5A0001,SMTP,contoso.com,+,Undefined 0000')).toBe(
    'connectivity-log',
  );
  expect(kindOf('2018-03-01T01:05:00.000Z,10.1.1.7,EX16,192.0.2.1,mx,"a, b",conn,SMTP,DEFER,1,<m@x>,')).toBe(
    'tracking-log',
  );
});

test('a text is none', () => {
  expect(kindOf('Dear admin,\n421 4.4.2 Connection dropped due to SocketError\n')).toBeUndefined();
  expect(kindOf('2023-01-11T16:00:00.000Z,a,b,c\n')).toBeUndefined();
  expect(kindOf('')).toBeUndefined();
});

test('the files of one log make a series', () => {
  expect(seriesOf('Hub\\SmtpSend\\SEND2023011116-1.LOG')).toBe('Hub\\SmtpSend\\SEND');
  expect(seriesOf('Hub\\SmtpSend\\send2023011117-1.log.gz')).toBe('Hub\\SmtpSend\\SEND');
  expect(seriesOf('a.zip!x/RECV20230111-1.LOG')).toBe('a.zip!x/RECV');
  expect(seriesOf('SEND1.LOG')).not.toBe(seriesOf('RECV1.LOG'));
  expect(seriesOf('a/SEND1.LOG')).not.toBe(seriesOf('b/SEND1.LOG'));
});
