import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CountySide } from '../../support/county-side.ts'
import { oneJson } from '../../support/one-json.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type TestBoard } from '../../support/test-board.ts'
import { openShell, type Shell } from './run-board.ts'

let board: TestBoard
let shell: Shell
let county: CountySide
const at = (name: string) => join(shell.folder, name)

beforeAll(async () => {
  shell = openShell()
  board = openTestBoard()
  county = new CountySide()
  const staff = await setUpOffice(board.desk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const draft = { title: '停电通知', body: paragraphs('请提前做好准备。'), catalogueItemId }
  const { id, revision } = await writeDraft(staff.handler, draft)
  await publishDraft(staff, id, revision)
  writeFileSync(at('county-card.json'), county.card(board.deps))
  writeFileSync(at('list.csv'), '标题,发布日期\n停电通知,2026-11-20\n')
})

afterAll(() => {
  board.close()
  shell.remove()
})

/** The package that `export` wrote, for the commands after it. */
let packageFile = ''
/** Signed when it is asked for: the county answers what it was sent. */
const receiptFile = () => {
  writeFileSync(at('receipt.json'), county.sign(county.receipt(board.deps, 1, new Map())))
  return at('receipt.json')
}

/** In the order of an exchange: each finds what those before it have left. */
const COMMANDS: readonly (readonly [string, () => readonly string[], object])[] = [
  ['office-card', () => [], { key: expect.any(Object) }],
  ['county-key add', () => [at('county-card.json'), '--yes', '--as', '陈静'], { taken: true }],
  ['export', () => ['--as', '周敏'], { sequence: 1, editions: 1 }],
  ['package verify', () => [packageFile], { proof: { sequence: 1 } }],
  ['receipt import', () => [receiptFile(), '--as', '周敏'], { results: [{ outcome: 'NEW' }] }],
  ['downward list', () => [], { open: [], ended: [] }],
  ['compare', () => ['--list', at('list.csv')], { counts: expect.any(Object) }],
]

describe('every command of the exchange at the office', () => {
  it.each(COMMANDS)('board %s answers a program with one JSON object', async (name, words, answer) => {
    const ran = await shell.board([...name.split(' '), ...words(), '--json'], { data: board.dataFolder })
    expect([ran.err, ran.code, oneJson(ran.out)]).toEqual(['', 0, expect.objectContaining({ ok: true })])
    expect(oneJson(ran.out)).toMatchObject(answer)
    if (name === 'export') packageFile = String(oneJson(ran.out)['file'])
  })

  it.each(COMMANDS)(
    'board %s shows in both languages how it is used, and that is no failure',
    async (name) => {
      for (const language of ['zh-Hans', 'en']) {
        const ran = await shell.board([...name.split(' '), '--help', '--lang', language], { data: null })
        expect([ran.code, ran.err]).toEqual([0, ''])
        expect(ran.out).toContain(`Usage: board ${name}`)
        expect(ran.out).not.toContain('cli:')
      }
    },
  )

  it.each(COMMANDS)(
    'board %s refuses an option that is not there: 2, in words and as JSON',
    async (name, words) => {
      const given = [...name.split(' '), ...words(), '--bogus', '--json']
      const ran = await shell.board(given, { data: board.dataFolder })
      expect(ran.code).toBe(2)
      expect(ran.err).toContain('命令写法不对')
      expect(ran.err).toContain('--bogus')
      expect(oneJson(ran.out)).toEqual({ ok: false, code: 'request.invalid', params: { field: '--bogus' } })
    },
  )
})
