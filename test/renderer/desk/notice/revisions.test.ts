import { describe, expect, it } from 'vitest'
import { Revisions } from '../../../../renderer/desk/notice/draft/revisions.ts'

class Conflict extends Error {}
const isConflict = (error: unknown) => error instanceof Conflict

/** A server that takes texts over its newest revision only, and files at any time. */
function server(at: number) {
  let revision = at
  return {
    text: (over: number) =>
      over === revision ? Promise.resolve({ revision: ++revision }) : Promise.reject(new Conflict()),
    file: () => Promise.resolve({ revision: ++revision }),
    /** Does its work at once, answers when told to. */
    slowly: <Answer>(work: () => Promise<Answer>) => {
      const done = work()
      const { promise, resolve } = Promise.withResolvers<void>()
      return { answer: promise.then(() => done), arrive: resolve }
    },
  }
}

describe('what a window knows of revisions', () => {
  it('goes on after a file of its own, in whatever order the answers come', async () => {
    const board = server(7)
    const known = new Revisions(7)
    const file = board.slowly(board.file)
    const text = board.slowly(() => board.text(8))
    const changes = [known.change(() => file.answer), known.change(() => text.answer)]
    text.arrive()
    await changes[1]
    expect(known.known).toBe(7)
    file.arrive()
    await Promise.all(changes)
    expect(known.known).toBe(9)
  })

  it('saves a text anew when the own file was taken just before it', async () => {
    const board = server(7)
    const known = new Revisions(7)
    const file = board.slowly(board.file)
    const sent = known.change(() => file.answer)
    const saved = known.save(board.text, isConflict)
    file.arrive()
    await sent
    await expect(saved).resolves.toEqual({ revision: 9 })
    expect(known.known).toBe(9)
  })

  it('passes over nothing that somebody else has done', async () => {
    const board = server(7)
    const known = new Revisions(7)
    await board.file()
    const own = await known.change(board.file)
    expect(own.revision).toBe(9)
    expect(known.known).toBe(7)
    await expect(known.save(board.text, isConflict)).rejects.toBeInstanceOf(Conflict)
    known.adopt(9)
    await expect(known.save(board.text, isConflict)).resolves.toEqual({ revision: 10 })
  })

  it('hands on a file that was refused, and saves on', async () => {
    const board = server(7)
    const known = new Revisions(7)
    await expect(known.change(() => Promise.reject(new Error('too many')))).rejects.toThrow('too many')
    await expect(known.save(board.text, isConflict)).resolves.toEqual({ revision: 8 })
  })
})
