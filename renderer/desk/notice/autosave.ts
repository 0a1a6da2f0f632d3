/** What the line beside the title says about the text on the screen. */
export type SaveState =
  | { readonly kind: 'SAVED'; readonly at: string }
  | { readonly kind: 'PENDING' }
  | { readonly kind: 'SAVING' }
  | { readonly kind: 'RETRYING'; readonly error: unknown }
  | { readonly kind: 'CONFLICT'; readonly error: unknown }

/** Timers of the place where the saving runs; tests bring their own. */
export type Timers = {
  readonly now: () => number
  readonly set: (run: () => void, milliseconds: number) => number
  readonly clear: (id: number) => void
}

type Options<Content, Answer> = {
  /** Reads what is on the screen now. Called only when it is to be kept, because it walks the whole text. */
  readonly read: () => Content
  readonly save: (content: Content) => Promise<Answer>
  readonly saved: (answer: Answer, content: Content) => void
  readonly savedAt: (answer: Answer) => string
  /** Keeps the text on this computer until the server has it. */
  readonly mirror: (content: Content) => void
  /** True when the screen shows what is saved already: opening a text and looking at it must not make an author. */
  readonly unchanged: (content: Content) => boolean
  readonly isConflict: (error: unknown) => boolean
  readonly changed: (state: SaveState) => void
  readonly timers: Timers
  /** When the text on the screen was saved. */
  readonly loadedAt: string
}

const QUIET_MS = 600
const LONGEST_MS = 1_500
const MIRROR_MS = 250
const RETRY_MS = [1_000, 2_000, 4_000, 8_000]

/**
 * Saves a draft while it is being written: 600 ms after the last change, and at least every 1.5 s during typing,
 * so that a killed process loses at most the last two seconds. One save runs at a time; failures are tried again.
 */
export class Autosave<Content, Answer> {
  readonly #options: Options<Content, Answer>
  #state: SaveState
  #savedAt: string
  #dirtySince: number | null = null
  #timer: number | null = null
  #mirrorTimer: number | null = null
  #mirrorPause = MIRROR_MS
  #running: Promise<void> | null = null
  #failures = 0
  #stopped = false

  constructor(options: Options<Content, Answer>) {
    this.#options = options
    this.#state = { kind: 'SAVED', at: options.loadedAt }
    this.#savedAt = options.loadedAt
  }

  get state(): SaveState {
    return this.#state
  }

  /** True while something on the screen is not yet in the office's database. */
  get dirty(): boolean {
    return this.#dirtySince !== null || this.#running !== null
  }

  /** The person changed something. */
  touch(): void {
    if (this.#stopped) return
    const { timers, mirror, read } = this.#options
    const now = timers.now()
    this.#dirtySince ??= now
    this.#mirrorTimer ??= timers.set(() => {
      this.#mirrorTimer = null
      if (this.#dirtySince === null) return
      const begun = timers.now()
      mirror(read())
      // A very long text takes its time to copy; the typing must not wait for it at every key.
      this.#mirrorPause = Math.min(LONGEST_MS, Math.max(MIRROR_MS, 10 * (timers.now() - begun)))
    }, this.#mirrorPause)
    if (this.#state.kind === 'CONFLICT') return
    if (this.#state.kind === 'SAVED') this.#tell({ kind: 'PENDING' })
    if (this.#state.kind === 'RETRYING') return
    this.#plan(Math.max(0, Math.min(QUIET_MS, this.#dirtySince + LONGEST_MS - now)))
  }

  /** Saves now what is not saved yet; true when everything is in the database. */
  async flush(): Promise<boolean> {
    this.#unplan()
    if (this.#running) await this.#running
    if (this.#dirtySince !== null && this.#state.kind !== 'CONFLICT' && !this.#stopped) await this.#run()
    return !this.dirty
  }

  /** Takes another text as the saved one: the server answered with a newer draft than the screen had. */
  settle(at: string): void {
    this.#unplan()
    this.#dirtySince = null
    this.#failures = 0
    this.#savedAt = at
    this.#tell({ kind: 'SAVED', at })
  }

  /** Keeps what is unsaved on this computer at once: the page may be gone in a moment. */
  keep(): void {
    if (this.dirty) this.#options.mirror(this.#options.read())
  }

  /** The screen goes away: keeps what is unsaved on this computer, sends it once, and ends. */
  leave(): void {
    if (this.#stopped) return
    this.keep()
    void this.flush()
    this.#stopped = true
    if (this.#mirrorTimer !== null) this.#options.timers.clear(this.#mirrorTimer)
  }

  #plan(milliseconds: number): void {
    this.#unplan()
    this.#timer = this.#options.timers.set(() => {
      this.#timer = null
      void this.#run()
    }, milliseconds)
  }

  #unplan(): void {
    if (this.#timer !== null) this.#options.timers.clear(this.#timer)
    this.#timer = null
  }

  #run(): Promise<void> {
    this.#running ??= this.#save().finally(() => {
      this.#running = null
      // What was typed while the save was on its way is the next save's.
      if (this.#dirtySince !== null && this.#state.kind === 'PENDING') this.touch()
    })
    return this.#running
  }

  async #save(): Promise<void> {
    const { read, save, saved, savedAt, unchanged, isConflict } = this.#options
    const content = read()
    const since = this.#dirtySince
    this.#dirtySince = null
    if (unchanged(content)) {
      this.#tell({ kind: 'SAVED', at: this.#savedAt })
      return
    }
    this.#tell({ kind: 'SAVING' })
    try {
      const answer = await save(content)
      this.#failures = 0
      this.#savedAt = savedAt(answer)
      saved(answer, content)
      this.#tell(this.#dirtySince === null ? { kind: 'SAVED', at: this.#savedAt } : { kind: 'PENDING' })
    } catch (error) {
      this.#dirtySince = since ?? this.#options.timers.now()
      if (isConflict(error)) {
        this.#tell({ kind: 'CONFLICT', error })
        return
      }
      const wait = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? 8_000
      this.#failures += 1
      this.#tell({ kind: 'RETRYING', error })
      if (!this.#stopped) this.#plan(wait)
    }
  }

  #tell(state: SaveState): void {
    this.#state = state
    if (!this.#stopped) this.#options.changed(state)
  }
}
