import { afterEach, beforeEach, expect, it } from 'vitest'
import { openShell, type Shell } from './run-board.ts'

let shell: Shell

beforeEach(() => {
  shell = openShell()
})
afterEach(() => shell.remove())

it('board notice exceptions tells whether the office is excepted and what came of it, without names of people', async () => {
  expect((await shell.board(['sample'])).code).toBe(0)
  const listed = await shell.json(['notice', 'exceptions'])
  expect(listed).toMatchObject({ ok: true, active: false, items: [] })
  const ran = await shell.board(['notice', 'exceptions'])
  expect([ran.code, ran.out]).toEqual([0, '两人办理例外：未启用\n共 0 项\n'])
})
