import { networkInterfaces } from 'node:os'

const PRIVATE = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./]

/**
 * Address under which a phone in the office's network reaches this computer's public mount: an address of a private range before
 * any other; null when the computer is on no network.
 * @example lanAddress(8632) // 'http://192.168.1.5:8632'
 */
export function lanAddress(port: number, interfaces = networkInterfaces()): string | null {
  const found = Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
  const rank = (address: string) => {
    const at = PRIVATE.findIndex((range) => range.test(address))
    return at === -1 ? PRIVATE.length : at
  }
  const [best] = found.toSorted((one, other) => rank(one) - rank(other))
  return best === undefined ? null : `http://${best}:${port}`
}
