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

it('board screen list, show and simulate tell what hangs and what each screen shows at any instant', async () => {
  const listed = await shell.json(['screen', 'list'])
  expect(listed).toMatchObject({
    total: 2,
    items: [{ name: '服务大厅电视', layout: 'SPLIT', subscriptions: 3 }, { name: '镇政府门口LED屏' }],
  })
  const shown = await shell.json(['screen', 'show', '--screen', '服务大厅电视'])
  expect(Object.values(shown['columnNames'] as Record<string, string>)).toContain('公示')
  const at = async (instant: string) =>
    shell.json(['screen', 'simulate', '--screen', '服务大厅电视', '--at', instant])
  expect(await at('2027-03-01T09:30:00+08:00')).toMatchObject({
    ...{ state: 'RUNNING', at: '2027-03-01T01:30:00.000Z', nextChange: '2027-03-01T03:30:00.000Z' },
    parts: [{ pane: 'MAIN' }, { pane: 'SIDE' }],
  })
  expect(await at('2027-03-01T21:00:00+08:00')).toMatchObject({ state: 'CLOSED', parts: [] })
  expect(await shell.json(['screen', 'show', '--screen', '没有'])).toMatchObject({ code: 'screen.not-found' })
  const wrong = ['screen', 'simulate', '--screen', '服务大厅电视', '--at', '9999999999999']
  expect((await shell.board(wrong)).code).toBe(2)
})
