// For tests, which have no web: names that stand for a server on this machine. An installed app is never told any.
import { resolveByDns, type PageFetchParts, type Target } from './fetch-page.ts';
import { isPublicAddress } from './public-address.ts';

/** @param named `shop.example=127.0.0.1:8080`, several with commas; null for none, and then nothing differs from the web */
export const namedHosts = (named: string | null): PageFetchParts => {
  if (named === null) return {};
  const targetByHost = new Map(
    named.split(',').flatMap((entry): readonly (readonly [string, Target])[] => {
      const [, host, address, port] = /^([\w.-]+)=([\d.]+):(\d+)$/.exec(entry.trim()) ?? [];
      return host === undefined || address === undefined ? [] : [[host, { address, family: 4, port: Number(port) }]];
    }),
  );
  const known: ReadonlySet<Target> = new Set(targetByHost.values());
  return {
    resolve: async (host) => {
      const target = targetByHost.get(host);
      return target === undefined ? resolveByDns(host) : [target];
    },
    isAllowed: (target) => known.has(target) || isPublicAddress(target.address),
  };
};
