// Which proxies stand before this server: only what they say of a caller's address is believed.
import { isIP } from 'node:net';
import { err, ok, type Result } from '../../domain/kernel/result.ts';

/** How many proxies stand one behind the other, or the addresses and networks they have. */
export type TrustedProxies = number | readonly string[];

const MOST_HOPS = 10;
const NETWORKS: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** `1`, `10.0.0.2`, `10.0.0.0/8, fd00::/8` or `loopback`; nothing trusts nobody. */
export const readTrustedProxies = (text: string): Result<TrustedProxies | null, null> => {
  if (text.trim() === '') return ok(null);
  if (/^\d+$/.test(text.trim())) {
    const hops = Number(text);
    return hops <= MOST_HOPS ? ok(hops === 0 ? null : hops) : err(null);
  }
  const named = text.split(',').map((part) => part.trim());
  return named.every(isNetwork) ? ok(named) : err(null);
};

const isNetwork = (text: string): boolean => {
  if (NETWORKS.has(text)) return true;
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (family === 4 ? 32 : 128))
  );
};

/** As Fastify takes it. A count it takes as a function only: given the number itself, it trusts nobody. */
export const trusted = (proxies: TrustedProxies): string[] | ((address: string, hop: number) => boolean) =>
  typeof proxies === 'number' ? (_address, hop) => hop < proxies : [...proxies];
