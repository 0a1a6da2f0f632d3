import { execFileSync, spawnSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { type Child, startChild } from '../support/kill-child.ts'

/** What a program answered; null when it was killed before it could. */
export type Said<T = unknown> = { readonly value?: T; readonly code?: string } | null

/** A program that is told one thing at a time, and may be killed over it. */
export class ObedientProgram {
  #child: Child
  #asked = 0
  readonly #program: URL
  #words: readonly string[]

  private constructor(program: URL, words: readonly string[], child: Child) {
    this.#program = program
    this.#words = words
    this.#child = child
  }

  static async start(program: URL, words: readonly string[]): Promise<ObedientProgram> {
    const started = new ObedientProgram(program, words, startChild(program, words))
    await started.#ready()
    return started
  }

  async #ready(): Promise<void> {
    const [line] = await this.#child.seen(/^ready$/)
    if (line === undefined) throw new Error(`did not start: ${this.#child.errors()}`)
    this.#asked = 0
  }

  /** Tells it something and waits for the answer; `killAfter` milliseconds it is killed over it and started again. */
  async tell<T>(order: object, killAfter: number | null = null): Promise<Said<T>> {
    const said = this.#say(order)
    if (killAfter !== null) {
      await Promise.race([said, pause(killAfter)])
      await this.restart(this.#words)
      return null
    }
    const line = await said
    if (line === undefined) {
      const ending = JSON.stringify(await this.#child.ended)
      throw new Error(`died over ${JSON.stringify(order)} (${ending}): ${this.#child.errors()}`)
    }
    return JSON.parse(line.slice('said '.length)) as Said<T>
  }

  /** Tells it something while its files may not grow: it answers, or the system ends it, as it does with a process over its limit. */
  async tellOnFullDisk<T>(order: object, bytes: number): Promise<Said<T>> {
    this.limitFiles(bytes)
    const line = await this.#say(order)
    // It may answer and be ended over what it writes after that.
    const lifted = line !== undefined && this.#lifts()
    const there = lifted ? await this.#say({ do: 'MEMORY' }) : undefined
    if (there === undefined) await this.restart()
    return line === undefined ? null : (JSON.parse(line.slice('said '.length)) as Said<T>)
  }

  #lifts(): boolean {
    try {
      this.limitFiles(null)
      return true
    } catch {
      // `prlimit` finds no such process.
      return false
    }
  }

  /** Tells it something; gives the line it answered, or nothing when it ended. */
  async #say(order: object): Promise<string | undefined> {
    this.#asked += 1
    const asked = this.#asked
    const said = this.#child.seen(/^said /, asked)
    this.#child.write(`${JSON.stringify(order)}\n`)
    return (await said)[asked - 1]
  }

  /** Lets its files grow to so many bytes and no further, as on a full disk; null lifts it. */
  limitFiles(bytes: number | null): void {
    const limit = bytes === null ? 'unlimited' : String(bytes)
    execFileSync('prlimit', ['--pid', String(this.#child.pid), `--fsize=${limit}:unlimited`])
  }

  /** Killed and started again, perhaps over another folder. */
  async restart(
    words: readonly string[] = this.#words,
    meanwhile: () => unknown = () => undefined,
  ): Promise<void> {
    await this.#child.kill('SIGKILL')
    await meanwhile()
    this.#words = words
    this.#child = startChild(this.#program, words)
    await this.#ready()
  }

  async end(): Promise<void> {
    await this.#child.kill('SIGKILL')
  }
}

/** Puts a real file system of so many kilobytes in place of a folder; false where this user may not. */
export function mountSmall(folder: string, kilobytes: number): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const size = `size=${String(kilobytes)}k`
  return spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder]).status === 0
}

/** Takes it away again. */
export function unmount(folder: string): void {
  spawnSync('umount', [folder])
}
