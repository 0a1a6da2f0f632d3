import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PDFDocument } from 'pdf-lib'
import { hashWords } from '../../../domain/sheet/sheet-code.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type TestBoard } from '../../support/test-board.ts'
import { openShell, type Ran, type Shell } from './run-board.ts'

// A PDF that the board has really printed is verified in test/e2e/sheet-code.e2e.ts.

let board: TestBoard
let shell: Shell
let hash: string

beforeAll(async () => {
  board = openTestBoard()
  shell = openShell()
  const staff = await setUpOffice(board.desk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const { id, revision } = await writeDraft(staff.handler, {
    title: '停电检修通知',
    body: paragraphs('11月25日河西村停电。'),
    catalogueItemId,
  })
  hash = (await publishDraft(staff, id, revision)).editions[0]?.hash ?? ''
})
afterAll(() => {
  board.close()
  shell.remove()
})

const verify = (...words: string[]): Promise<Ran> =>
  shell.board(['sheet', 'verify', ...words], { data: board.dataFolder })

describe('board sheet verify', () => {
  it('says of four words that they are those of the edition in force', async () => {
    const ran = await verify(...hashWords(hash))
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toContain('现行：这是正在公开的一版。')
    expect(JSON.parse((await verify(hash.slice(0, 16), '--json')).out)).toMatchObject({
      ok: true,
      code: { verdict: 'CURRENT', edition: { title: '停电检修通知', editionNumber: 1 } },
    })
  })

  it('says of what is not on record that it was not found, and that is an answer, not a failure', async () => {
    const ran = await verify('0000000000000000')
    expect([ran.code, ran.out]).toEqual([0, '查不到：本机没有这一版的记录。\n'])
  })

  it('refuses what is no code, and a file that bears none', async () => {
    expect(JSON.parse((await verify('低保', '--json')).out)).toMatchObject({ code: 'sheet.code-unreadable' })
    const empty = await PDFDocument.create()
    empty.addPage()
    const pdf = join(shell.folder, '空白.pdf')
    writeFileSync(pdf, await empty.save())
    const text = join(shell.folder, '不是.pdf')
    writeFileSync(text, '不是 PDF')
    for (const file of [pdf, text, join(shell.folder, '没有.pdf')]) {
      const ran = await verify('--pdf', file, '--json')
      expect([ran.code, JSON.parse(ran.out)]).toMatchObject([1, { code: 'sheet.file-unreadable' }])
    }
  })
})
