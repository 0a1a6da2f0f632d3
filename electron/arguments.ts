/** What the shell itself understands of the command line. */
export type ShellArguments = {
  /** Show the kiosk and no desk, for a PC that stands in the hall. */
  readonly kiosk: boolean
  readonly dataFolder: string | null
  /** What goes on to the board server as it is. */
  readonly rest: readonly string[]
}

/**
 * Reads the words after the program's own.
 * @example readArguments(['--kiosk', '--data', 'D']) // { kiosk: true, dataFolder: 'D', rest: ['--data', 'D'] }
 */
export function readArguments(words: readonly string[]): ShellArguments {
  const at = words.indexOf('--data')
  const joined = words.find((word) => word.startsWith('--data='))
  return {
    kiosk: words.includes('--kiosk'),
    dataFolder: joined?.slice('--data='.length) ?? (at >= 0 ? (words[at + 1] ?? null) : null),
    rest: words.filter((word) => word !== '--kiosk'),
  }
}
