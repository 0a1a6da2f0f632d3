import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** The exit code with which the board server says that it already runs on this data folder. */
export const ALREADY_RUNNING = 3

/** How long a server may take to close its database before it is ended. */
const PATIENCE_MS = 10_000

/**
 * Runs the board (server or Electron) until it ends or this process is asked to stop, passes its lines
 * through, and gives 0 for every end that was asked for.
 *
 * `onAddress` is called once with the desk's address, be it of this server, once both its addresses stand on the
 * screen, or of the one that already runs on the data folder. `onUpgrade` is called once when it begins to bring up the data of an
 * older program.
 * @param {{
 *   program: string,
 *   args: readonly string[],
 *   cwd: string,
 *   onAddress: (address: string, already: boolean) => void,
 *   onUpgrade?: () => void,
 * }} what
 * @returns {Promise<{ code: number, addressSeen: boolean }>}
 */
export function serve({ program, args, cwd, onAddress, onUpgrade }) {
  return new Promise((done, fail) => {
    const child = spawn(program, [...args], { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
    let asked = false
    let addressSeen = false
    let desk = ''
    /** @type {NodeJS.Timeout | undefined} */
    let impatience

    const lines = createInterface({ input: child.stdout })
    lines.on('line', (line) => {
      process.stdout.write(`${line}\n`)
      if (line.startsWith('upgrade: 1/')) onUpgrade?.()
      const [, name, address = ''] = /^(desk|kiosk|county|running): (\S+)/.exec(line) ?? []
      if (name === 'desk') desk = address
      if (name === 'kiosk') onAddress(desk, false)
      if (name === 'county') onAddress(address, false)
      if (name === 'running') onAddress(address, true)
      addressSeen ||= name !== undefined
    })

    const stop = () => {
      if (asked) return
      asked = true
      // On Windows the console hands Ctrl-C to the child itself, and kill() would cut it off in mid-write.
      if (process.platform !== 'win32') child.kill('SIGTERM')
      impatience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    }
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
    for (const signal of signals) process.on(signal, stop)

    child.once('error', fail)
    child.once('close', (code, signal) => {
      clearTimeout(impatience)
      for (const name of signals) process.off(name, stop)
      const ended = asked && signal !== 'SIGKILL'
      done({ code: ended || code === ALREADY_RUNNING ? 0 : (code ?? 1), addressSeen })
    })
  })
}
