import dns from 'node:dns';
import net from 'node:net';

const PRIVATE = buildPrivateRanges();

/** Whether an address is of this computer or its network, or otherwise no public one. */
export function isPrivateAddress(address: string): boolean {
  return PRIVATE.check(address, net.isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** Whether a URL's host is written as an address, and that is a private one. */
export function isPrivateLiteral(hostname: string): boolean {
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  return net.isIP(address) > 0 && isPrivateAddress(address);
}

/**
 * Resolves a name for the connection itself, so that no second answer can slip in between, and fails with
 * `refuse`'s error where any of its addresses is private.
 */
export function lookupPublic(refuse: (hostname: string) => Error): net.LookupFunction {
  return (hostname, options, callback) => {
    dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const [first] = addresses;
      if (!first || addresses.some(({ address }) => isPrivateAddress(address))) {
        return callback(refuse(hostname), '', 0);
      }
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

/** An IPv4 address that is written as an IPv6 one is checked as what it is. */
function buildPrivateRanges(): net.BlockList {
  const ranges = new net.BlockList();
  const v4 = ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16'];
  v4.push('172.16.0.0/12', '192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/3');
  const v6 = ['::/127', '64:ff9b::/96', 'fc00::/7', 'fe80::/10', 'ff00::/8'];
  for (const range of [...v4, ...v6]) {
    const [network = '', prefix = ''] = range.split('/');
    ranges.addSubnet(network, Number(prefix), net.isIPv6(network) ? 'ipv6' : 'ipv4');
  }
  return ranges;
}
