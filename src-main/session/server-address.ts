// Which addresses may be a sync server: https anywhere, plain http only where nobody else listens.
import { isIP } from 'node:net';

import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';

/** The address without a trailing slash, or InputInvalid: no credentials, query or fragment may ride along. */
export const serverAddress = (typed: string, allowHttp: boolean): Result<string, Failure> => {
  const wrong = err<Failure>({ type: 'InputInvalid', fields: ['server'] });
  const address = parse(typed.trim());
  if (
    address === null ||
    address.username !== '' ||
    address.password !== '' ||
    address.search !== '' ||
    address.hash !== ''
  )
    return wrong;
  const isFine =
    address.protocol === 'https:' || (address.protocol === 'http:' && (allowHttp || isNear(address.hostname)));
  return isFine ? ok(address.href.replace(/\/+$/, '')) : wrong;
};

/** This machine, or an address that is not routed on the internet (RFC 1918, RFC 4193, RFC 3927, `.local`, `.home.arpa`). */
const isNear = (hostname: string): boolean => {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (host === 'localhost' || /\.(localhost|local|home\.arpa|lan)$/.test(host)) return true;
  if (isIP(host) === 4) return /^(127|10)\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|^169\.254\./.test(host);
  if (isIP(host) === 6) return host === '::1' || /^(f[cd]|fe[89ab])/.test(host);
  return !host.includes('.');
};

const parse = (typed: string): URL | null => {
  try {
    return new URL(typed);
  } catch {
    return null;
  }
};
