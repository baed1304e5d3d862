// Which addresses are on the public internet. Everything else could be this computer, the router, or a company's inside.
import ipaddr from 'ipaddr.js';

/** False for loopback, private, link-local, carrier, reserved, multicast and every way to wrap an IPv4 address into an IPv6 one. */
export const isPublicAddress = (address: string): boolean => {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  // RFC 4291: what is global so far lies in 2000::/3. Old forms such as ::127.0.0.1 and fec0:: do not.
  return !(parsed instanceof ipaddr.IPv6) || parsed.match(GLOBAL, 3);
};

const GLOBAL = ipaddr.IPv6.parse('2000::');
