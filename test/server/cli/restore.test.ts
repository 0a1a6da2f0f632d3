import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { initOffice, openShell, type Shell } from './run-board.ts'

let shell: Shell
let data: string
beforeEach(async () => {
  shell = openShell()
  data = join(shell.folder, 'restored')
  await initOffice(shell)
  const backup = join(shell.folder, 'backup')
  expect((await shell.board(['backup', backup])).code).toBe(0)
  const restored = await shell.board(['restore', backup], { data })
  expect(restored.out).toContain('管理员确认前，本公开栏不对外显示')
})
afterEach(() => shell.remove())

const SERIES = '11990000000000001G/2026-{seq}'

it('a restored board is confirmed with the highest serial seen, by an administrator', async () => {
  const byHandler = await shell.json(['restore', '--confirm', '--as', '周敏'], { data })
  expect(byHandler).toMatchObject({ code: 'trust.role-missing' })
  const confirmed = await shell.json(['restore', '--confirm', '--as', '陈静', '--last', `${SERIES}=431`], {
    data,
  })
  expect(confirmed).toEqual({ ok: true, series: [{ series: SERIES, last: 431, current: true }] })
  expect(await shell.json(['restore', '--confirm', '--as', '陈静'], { data })).toMatchObject({
    code: 'office.not-restored',
  })
})

it('a board that was never restored has nothing to confirm', async () => {
  expect(await shell.json(['restore', '--confirm', '--as', '陈静'])).toMatchObject({
    code: 'office.not-restored',
  })
})

it.each([
  ['a confirmation without a person', ['--confirm']],
  ['a confirmation of a backup', ['/nowhere', '--confirm', '--as', '陈静']],
  ['a serial that is no number', ['--confirm', '--as', '陈静', '--last', `${SERIES}=many`]],
])('%s is wrong usage', async (_, words) => {
  expect((await shell.board(['restore', ...words], { data })).code).toBe(2)
})
