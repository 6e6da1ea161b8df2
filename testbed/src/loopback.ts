import { threadId } from 'node:worker_threads';

/** Where a server of the tests listens. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

let servers = 0;

/** All of 127.0.0.0/8 is loopback on Linux, so each process of tests has an address that no other one uses. */
export function nextEndpoint(): Endpoint {
  servers += 1;
  const { pid } = process;
  return {
    address: `127.${64 + ((pid >> 16) & 63)}.${(pid >> 8) & 255}.${pid & 255}`,
    port: 2525 + threadId * 64 + servers,
  };
}
