import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadSampleOffice } from '../../../server/sample/load-sample.ts'
import { openShell, type Shell } from './run-board.ts'

let shell: Shell

// Filling the sample office takes long on a busy machine.
beforeAll(async () => {
  shell = openShell()
  expect(await loadSampleOffice(shell.data)).toMatchObject({ ok: true })
})
afterAll(() => shell.remove())

type Listed = {
  readonly items: readonly {
    readonly id: string
    readonly name: string
    readonly indexNumber: string
    readonly state: string
  }[]
  readonly total: number
}

it('board boards list and board posting add and list work the ledger, by the same rules as at the desk', async () => {
  const boards = (await shell.json(['boards', 'list'])) as unknown as Listed
  expect(boards.total).toBeGreaterThan(0)
  const before = (await shell.json(['posting', 'list'])) as unknown as Listed
  expect(before.total).toBeGreaterThan(0)
  const notices = (await shell.json(['notice', 'list', '--state', 'PUBLISHED'])) as unknown as Listed
  const notice = notices.items[0]?.indexNumber ?? ''
  const on = (await shell.json(['notice', 'show', notice])) as unknown as { readonly publishDate?: string }
  const words = ['posting', 'add', '--as', '周敏', '--notice', notice, '--board', boards.items[0]?.id ?? '']
  const day = on.publishDate ?? '2026-11-20'
  const added = await shell.json([...words, '--on', day, '--witness', '孙平'])
  expect(added).toMatchObject({ ok: true, state: 'POSTED', postedOn: day, early: false, photos: 0 })
  expect(JSON.stringify(added)).not.toContain('孙平')
  expect(await shell.json([...words, '--on', day])).toMatchObject({ code: 'posting.already-there' })
  const listed = (await shell.json(['posting', 'list', '--state', 'POSTED'])) as unknown as Listed
  expect(listed.items.map(({ id }) => id)).toContain(added['id'])
  expect(await shell.json(['posting', 'list', '--board', '没有'])).toMatchObject({ code: 'board.not-found' })
  expect((await shell.board([...words, '--on', '2026-02-30'])).code).toBe(2)
  expect((await shell.board(['check'])).code).toBe(0)
})
