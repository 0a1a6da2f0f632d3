import { execFile } from 'node:child_process'

/** How a program of the system ended; `missing`: it is not installed. */
export type ProgramEnd = {
  readonly ended: 'DONE' | 'FAILED' | 'TIMED_OUT' | 'MISSING'
  readonly output: string
}

/**
 * Runs a program of the system without a shell, in plain English, and ends it when it takes longer than `timeout`
 * milliseconds: a printer that is off must not hold up the board.
 * @example await runProgram('lpstat', ['-e'], 10_000)
 */
export function runProgram(program: string, words: readonly string[], timeout: number): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const options = {
      timeout,
      killSignal: 'SIGKILL',
      windowsHide: true,
      env: { ...process.env, LC_ALL: 'C' },
    } as const
    execFile(program, [...words], options, (error, output) => {
      if (error === null) return resolve({ ended: 'DONE', output })
      if (error.code === 'ENOENT') return resolve({ ended: 'MISSING', output: '' })
      resolve({ ended: error.killed ? 'TIMED_OUT' : 'FAILED', output })
    })
  })
}
