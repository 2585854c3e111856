import { expect, test } from 'vitest';
import { inetAddress } from '../../../simulator/tomcat/session/redis/inet-address.ts';

test.each([
  ['localhost', '127.0.0.1'],
  ['LocalHost', '127.0.0.1'],
  ['', '127.0.0.1'],
  ['127.1', '127.0.0.1'],
  ['192.168.25.128', '192.168.25.128'],
  ['[::1]', '::1'],
  ['0.0.0.0', '127.0.0.1'],
  ['17', 'unreachable'],
  ['256.1.1.1', undefined],
  ['localhost ', undefined],
  ['redis://localhost', undefined],
])('Java takes %j for %s', (host, address) => {
  expect(inetAddress(host, (name) => (name === 'localhost' ? ['127.0.0.1'] : undefined))).toBe(address);
});
