import { isIP, isIPv6 } from 'node:net'

/**
 * The address that a request comes from.
 * @param remote of the socket, `undefined` where there is none (in-process calls)
 * @param forwarded the `X-Forwarded-For` header
 * @param hops how many proxies in front may be believed: the n-th entry from the right is the caller's
 */
export function addressOf(remote: string | undefined, forwarded: string | undefined, hops: number): string {
  const own = plain(remote ?? 'unknown')
  if (hops === 0 || !forwarded) return own
  const claimed = forwarded.split(',').map(part => plain(part.trim()))
  const named = claimed[Math.max(0, claimed.length - hops)] ?? own
  return isIP(named) ? named : own
}

/** IPv4 written as IPv6 is IPv4. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** Who is counted: an IPv6 network of 64 bits is one customer. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const groups = head === '' ? [] : head.split(':')
  if (tail !== undefined) {
    const rest = tail === '' ? [] : tail.split(':')
    while (groups.length + rest.length < 8) groups.push('0')
    groups.push(...rest)
  }
  return groups
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')
}
