import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** How a process ended. */
export type Ending = { readonly code: number | null; readonly signal: NodeJS.Signals | null }

/** A program of ours in a process of its own, read line by line. */
export type Child = {
  readonly pid: number
  /** Lines of standard output so far. */
  readonly lines: readonly string[]
  readonly errors: () => string
  /** Waits until the output holds so many lines that fit, or the process has ended. Gives those lines. */
  readonly seen: (fits: RegExp, times?: number) => Promise<readonly string[]>
  readonly write: (text: string) => void
  readonly kill: (signal: NodeJS.Signals) => Promise<Ending>
  readonly ended: Promise<Ending>
}

/** Starts a TypeScript program under this Node. */
export function startChild(program: URL, words: readonly string[]): Child {
  // Some hundred starts of the same program: its modules are compiled once.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'board-test-compile-cache') }
  const child = spawn(process.execPath, [program.pathname, ...words], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env,
  })
  const lines: string[] = []
  const waiting = new Set<() => void>()
  let rest = ''
  let errors = ''
  let over = false
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const pieces = (rest + text).split('\n')
    // A line cut off by the kill was never said.
    rest = pieces.pop() ?? ''
    lines.push(...pieces)
    for (const look of waiting) look()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  // Writing to a process that was just killed is part of the game.
  child.stdin.on('error', () => undefined)
  const ended = once(child, 'close').then(([code, signal]): Ending => {
    over = true
    for (const look of waiting) look()
    return { code: code as number | null, signal: signal as NodeJS.Signals | null }
  })
  return {
    pid: child.pid ?? 0,
    lines,
    errors: () => errors,
    ended,
    write: (text) => child.stdin.write(text),
    kill: (signal) => {
      child.kill(signal)
      return ended
    },
    seen: (fits, times = 1) =>
      new Promise((resolve) => {
        const look = () => {
          const found = lines.filter((line) => fits.test(line))
          if (found.length < times && !over) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
  }
}
