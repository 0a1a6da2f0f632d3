/** What the shell itself understands of the command line. */
export type ShellArguments = {
  /** Show the kiosk and no desk, for a PC that stands in the hall. */
  readonly kiosk: boolean
  /** Id of the passive screen this computer shows, in place of desk and kiosk. */
  readonly screen: string | null
  /** Code by which that screen is paired. */
  readonly pairingCode: string | null
  /** How often the program was started anew to help a screen; a start by hand or by the system begins at 0. */
  readonly restarts: number
  readonly dataFolder: string | null
  /** What goes on to the board server as it is. */
  readonly rest: readonly string[]
}

const OWN = ['--screen', '--pair', '--restarts'] as const

function valueOf(words: readonly string[], name: string): string | null {
  const at = words.indexOf(name)
  const joined = words.find((word) => word.startsWith(`${name}=`))
  return joined?.slice(name.length + 1) ?? (at >= 0 ? (words[at + 1] ?? null) : null)
}

function isOwn(word: string, before: string | undefined): boolean {
  const named = (text: string | undefined) => OWN.some((name) => text === name)
  return named(word) || named(before) || OWN.some((name) => word.startsWith(`${name}=`))
}

/**
 * Reads the words after the program's own.
 * @example readArguments(['--kiosk', '--data', 'D']).rest // ['--data', 'D']
 */
export function readArguments(words: readonly string[]): ShellArguments {
  const restarts = Number(valueOf(words, '--restarts') ?? '0')
  const screen = valueOf(words, '--screen')
  return {
    kiosk: words.includes('--kiosk'),
    // It becomes part of an address and of a folder's name.
    screen: screen !== null && /^[\w-]{1,64}$/.test(screen) ? screen : null,
    pairingCode: valueOf(words, '--pair'),
    restarts: Number.isSafeInteger(restarts) && restarts > 0 ? restarts : 0,
    dataFolder: valueOf(words, '--data'),
    rest: words.filter((word, at) => word !== '--kiosk' && !isOwn(word, words[at - 1])),
  }
}

/**
 * The same words for a program that is started anew to help a screen: without the code, which is used up, and counted.
 * @example restartArguments(['--screen', 'hall'], 1) // ['--screen', 'hall', '--restarts', '1']
 */
export function restartArguments(words: readonly string[], restarts: number): string[] {
  const { screen, rest } = readArguments(words)
  return [...rest, ...(screen === null ? [] : ['--screen', screen]), '--restarts', String(restarts)]
}
