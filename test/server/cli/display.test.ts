import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadSampleOffice } from '../../../server/sample/load-sample.ts'
import { openShell, type Shell } from './run-board.ts'

let shell: Shell

beforeEach(() => {
  shell = openShell()
})

afterEach(() => shell.remove())

it('board display list tells how displays stand and how many objected, and nothing of anybody who did', async () => {
  expect(await loadSampleOffice(shell.data)).toMatchObject({ ok: true })
  const under = await shell.json(['display', 'list'])
  expect(under).toMatchObject({ ok: true, total: 1, items: [{ objections: 1, unanswered: 1 }] })
  expect(JSON.stringify(under)).not.toContain('收入没有计入')
  const all = (await shell.json(['display', 'list', '--all'])) as unknown as { items: { state: string }[] }
  expect(all.items.filter(({ state }) => state === 'RESULT_PUBLISHED')).toHaveLength(4)
})
