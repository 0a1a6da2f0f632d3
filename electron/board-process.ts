import type { BoardProcessApi, ElectronApi } from './electron-api.ts'
import type { FromBoard, ToBoard } from './messages.ts'

/** Waiting times before the board server is started again; the last one stands for all further. */
const BACK_OFF_MS = [500, 1000, 2000, 5000, 15_000, 30_000] as const

/** A server that has run this long has recovered: the next crash waits the shortest time again. */
const STEADY_MS = 60_000

/** Time as this part needs it; tests put their own in. */
export type Timer = {
  readonly after: (milliseconds: number, run: () => void) => void
  readonly elapsed: () => number
}

/** The computer's own timer. */
export function systemTimer(): Timer {
  return {
    after: (milliseconds, run) => void setTimeout(run, milliseconds),
    elapsed: () => performance.now(),
  }
}

/** The board server while the shell runs, whichever process it is at the moment. */
export type Board = {
  readonly send: (message: ToBoard) => void
  /** Asks the server to close its database and end; done when it has. */
  readonly close: () => Promise<void>
}

/** Starts the board server as a process of its own and starts it again, ever more slowly, should it die. */
export function startBoard(
  utilityProcess: ElectronApi['utilityProcess'],
  options: { readonly entry: string; readonly args: readonly string[]; readonly timer: Timer },
  onMessage: (message: FromBoard) => void,
): Board {
  let process: BoardProcessApi | null = null
  let closing: (() => void) | null = null
  let crashes = 0
  let startedAt = 0

  function start(): void {
    startedAt = options.timer.elapsed()
    const forked = utilityProcess.fork(options.entry, [...options.args], {
      serviceName: 'Disclosure Board',
      // As `build/paths.mjs` starts the server: a young generation that does not keep 40 MB for nothing.
      execArgv: ['--max-semi-space-size=2', '--optimize-for-size'],
    })
    process = forked
    forked.onMessage((message) => onMessage(message as FromBoard))
    forked.onExit(() => {
      process = null
      if (closing !== null) return closing()
      if (options.timer.elapsed() - startedAt > STEADY_MS) crashes = 0
      options.timer.after(BACK_OFF_MS[Math.min(crashes, BACK_OFF_MS.length - 1)] ?? 0, () => {
        if (closing === null) start()
      })
      crashes += 1
    })
  }

  start()
  return {
    send: (message) => process?.postMessage(message),
    close: () =>
      new Promise((done) => {
        closing = done
        if (process === null) return done()
        const message: ToBoard = { kind: 'close' }
        process.postMessage(message)
        // A server that hangs must not keep the computer from shutting down; WAL survives the end.
        options.timer.after(10_000, () => process?.kill())
      }),
  }
}
