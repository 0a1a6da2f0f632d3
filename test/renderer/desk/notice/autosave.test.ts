import { describe, expect, it } from 'vitest'
import { Autosave, type SaveState } from '../../../../renderer/desk/notice/autosave.ts'

class Clock {
  time = 0
  #next = 1
  readonly #jobs = new Map<number, { readonly at: number; readonly run: () => void }>()

  readonly timers = {
    now: () => this.time,
    set: (run: () => void, milliseconds: number) => {
      const id = this.#next++
      this.#jobs.set(id, { at: this.time + milliseconds, run })
      return id
    },
    clear: (id: number) => {
      this.#jobs.delete(id)
    },
  }

  /** Lets time pass, running what falls due in order and letting promises settle after each. */
  async pass(milliseconds: number): Promise<void> {
    await settle()
    const end = this.time + milliseconds
    for (;;) {
      const due = [...this.#jobs]
        .filter(([, job]) => job.at <= end)
        .toSorted(([, a], [, b]) => a.at - b.at)[0]
      if (!due) break
      const [id, job] = due
      this.#jobs.delete(id)
      this.time = job.at
      job.run()
      await settle()
    }
    this.time = end
    await settle()
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

type Saved = { readonly at: number; readonly text: string }

function desk(answer: (text: string) => Promise<string> = (text) => Promise.resolve(text)) {
  const clock = new Clock()
  const screen = { text: '原文' }
  const saves: Saved[] = []
  const mirrored: string[] = []
  const states: SaveState['kind'][] = []
  let stored = '原文'
  const autosave = new Autosave<string, string>({
    read: () => screen.text,
    save: (text) => {
      saves.push({ at: clock.time, text })
      return answer(text)
    },
    saved: (text) => {
      stored = text
    },
    savedAt: () => new Date(clock.time).toISOString(),
    mirror: (text) => mirrored.push(text),
    unchanged: (text) => text === stored,
    isConflict: (error) => error === 'conflict',
    changed: (state) => states.push(state.kind),
    timers: clock.timers,
    loadedAt: '2026-11-23T02:32:05Z',
  })
  const type = (text: string) => {
    screen.text = text
    autosave.touch()
  }
  return { clock, autosave, saves, mirrored, states, type, stored: () => stored }
}

describe('saving while a person writes', () => {
  it('saves 600 milliseconds after the last key', async () => {
    const { clock, saves, type } = desk()
    type('原文一')
    await clock.pass(599)
    expect(saves).toEqual([])
    await clock.pass(1)
    expect(saves).toEqual([{ at: 600, text: '原文一' }])
  })

  it('never lets more than two seconds of typing stand unsaved, however fast the keys come', async () => {
    const { clock, saves, type } = desk()
    for (let key = 0; key < 100; key += 1) {
      type(`原文${'字'.repeat(key)}`)
      await clock.pass(100)
    }
    await clock.pass(2_000)
    const gaps = saves.map((save, index) => save.at - (saves[index - 1]?.at ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(2_000)
    expect(saves.at(-1)?.text).toBe(`原文${'字'.repeat(99)}`)
  })

  it('keeps a copy on this computer long before the server has the text', async () => {
    const { clock, mirrored, type } = desk(() => new Promise(() => undefined))
    type('原文一')
    await clock.pass(250)
    expect(mirrored).toEqual(['原文一'])
  })

  it('does not save a text that was only looked at, so that opening makes nobody an author', async () => {
    const { clock, saves, autosave, type } = desk()
    type('原文')
    await clock.pass(5_000)
    expect(saves).toEqual([])
    expect(autosave.state).toEqual({ kind: 'SAVED', at: '2026-11-23T02:32:05Z' })
  })

  it('saves what was typed while the last save was on its way, one save at a time', async () => {
    let release: (text: string) => void = () => undefined
    let running = 0
    let most = 0
    const { clock, saves, type } = desk((text) => {
      running += 1
      most = Math.max(most, running)
      return new Promise<string>((resolve) => {
        release = () => {
          running -= 1
          resolve(text)
        }
      })
    })
    type('一')
    await clock.pass(600)
    type('一二')
    await clock.pass(3_000)
    release('')
    await clock.pass(2_000)
    release('')
    await settle()
    expect(saves.map((save) => save.text)).toEqual(['一', '一二'])
    expect(most).toBe(1)
  })

  it('tries again until the server answers, and says so meanwhile', async () => {
    let failures = 3
    const { clock, saves, autosave, type, stored } = desk((text) =>
      failures-- > 0 ? Promise.reject(new Error('offline')) : Promise.resolve(text),
    )
    type('一')
    await clock.pass(700)
    expect(autosave.state.kind).toBe('RETRYING')
    await clock.pass(10_000)
    expect(saves).toHaveLength(4)
    expect(stored()).toBe('一')
    expect(autosave.state.kind).toBe('SAVED')
  })

  it('stops at a conflict and overwrites nothing, but keeps the person’s text on this computer', async () => {
    const { clock, saves, mirrored, autosave, type } = desk(() => Promise.reject('conflict' as never))
    type('一')
    await clock.pass(700)
    type('一二')
    await clock.pass(60_000)
    expect(saves).toHaveLength(1)
    expect(autosave.state.kind).toBe('CONFLICT')
    expect(mirrored.at(-1)).toBe('一二')
    expect(await autosave.flush()).toBe(false)
  })

  it('sends everything at once when the desk passes to another person', async () => {
    const { autosave, type, stored } = desk()
    type('一')
    expect(await autosave.flush()).toBe(true)
    expect(stored()).toBe('一')
  })

  it('sends and mirrors what is unsaved when the screen is left', async () => {
    const { autosave, mirrored, type, stored } = desk()
    type('一')
    autosave.leave()
    await settle()
    expect(mirrored).toEqual(['一'])
    expect(stored()).toBe('一')
  })
})
