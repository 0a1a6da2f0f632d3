import { InvalidArgumentError } from 'commander'

/**
 * Reads the port of an option; anything but a whole number from 0 (any free one) to 65535 is wrong usage.
 * @example command.option('--pages-port <number>', text, portOption)
 */
export function portOption(value: string): number {
  const port = Number(value)
  if (!/^\d{1,5}$/u.test(value) || port > 65_535) throw new InvalidArgumentError('0–65535')
  return port
}
