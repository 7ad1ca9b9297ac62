import { BlockList, isIP } from 'node:net';

/** Networks that are no part of the internet: this machine, homes, offices, and what only a provider's machines see. */
const privateNetworks = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  privateNetworks.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
  // These have an address of IPv4 in them, which may be a private one.
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2002::', 16],
] as const)
  privateNetworks.addSubnet(network, bits, 'ipv6');

/** Whether a host that is an address itself is in a private network; one with a name is not known by that. */
export function isPrivateLiteral(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? isOwnName(host) : isPrivateAddress(host);
}

/** Whether a host is this machine, by an address or a name that always means it (RFC 6761). */
export function isThisMachine(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isOwnName(host) || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function isOwnName(host: string): boolean {
  return /(?:^|\.)localhost\.?$/i.test(host);
}

/** Whether an address of a computer is in a private network. */
export function isPrivateAddress(address: string): boolean {
  return privateNetworks.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
