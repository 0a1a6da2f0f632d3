import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Receipt } from '../../../domain/exchange/receipt.ts'
import { readOfficeCard } from '../../../sealed/card.ts'
import type { DownwardPart } from '../../../sealed/downward-package.ts'
import { exportPackage } from '../../../server/exchange/export-package.ts'
import { CountySide } from '../../support/county-side.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type TestBoard } from '../../support/test-board.ts'
import { openShell, type Shell } from './run-board.ts'

let board: TestBoard
let shell: Shell
let county: CountySide
let there: { data: string }
const at = (name: string) => join(shell.folder, name)

beforeAll(async () => {
  shell = openShell()
  board = openTestBoard()
  there = { data: board.dataFolder }
  county = new CountySide()
  const staff = await setUpOffice(board.desk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const draft = { title: '停电通知', body: paragraphs('请提前做好准备。'), catalogueItemId }
  const { id, revision } = await writeDraft(staff.handler, draft)
  await publishDraft(staff, id, revision)
  writeFileSync(at('county-card.json'), county.card(board.deps))
})

afterAll(() => {
  board.close()
  shell.remove()
})

describe('the exchange at the command line', () => {
  it('writes the card of the office', async () => {
    const written = await shell.json(['office-card', '--out', at('office.json')], there)
    expect(written).toMatchObject({ ok: true, key: { keyId: board.deps.packageKey().keyId } })
    expect(readOfficeCard(readFileSync(at('office.json'))).ok).toBe(true)
    const uscc = board.deps.store.read.office.office()?.uscc ?? ''
    const file = at(`office-card-${uscc}.json`)
    expect(await shell.json(['office-card', '--out', shell.folder], there)).toMatchObject({ ok: true, file })
    expect(readOfficeCard(readFileSync(file)).ok).toBe(true)
    const nowhere = await shell.json(['office-card', '--out', at('no-folder/office.json')], there)
    expect(nowhere).toMatchObject({ ok: false, code: 'package.destination-invalid' })
  })

  it("shows the county's card with its words, and takes it in only with --yes", async () => {
    const words = ['county-key', 'add', at('county-card.json'), '--as', '陈静']
    const shown = await shell.board(words, there)
    expect([shown.code, shown.out]).toEqual([0, expect.stringContaining('请打电话与县里核对这四个词')])
    expect(board.deps.store.read.countyCard.current()).toBeUndefined()
    expect(await shell.json([...words, '--yes'], there)).toMatchObject({ ok: true, taken: true })
    expect(board.deps.store.read.countyCard.current()?.name).toBe('示例县')
    const other = new CountySide('示例市')
    writeFileSync(at('other.json'), other.card(board.deps))
    const refused = await shell.board(['county-key', 'add', at('other.json'), '--as', '陈静', '--yes'], there)
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('确认后再替换')])
  })

  it('takes receipts in, each for itself, and ends with 1 when one of them is refused', async () => {
    const account = board.deps.store.read.office.accountByName('周敏')
    if (!account) throw new Error('周敏 works here')
    expect((await exportPackage(board.deps, account)).ok).toBe(true)
    const receipt = county.receipt(board.deps, 1, new Map([[1, 'record.dates']]))
    writeFileSync(at('good.json'), county.sign(receipt))
    writeFileSync(at('bad.json'), '{}')
    const words = ['receipt', 'import', at('bad.json'), at('good.json'), '--as', '周敏']
    const ran = await shell.board(words, there)
    expect(ran.code).toBe(1)
    expect(ran.out).toContain('bad.json：没有采用。这不是回执')
    expect(ran.out).toContain('第 1 号回执（报送包 1）：接收 0 条，退回 1 条；新任务 1 项')
    const alone = await shell.json(['receipt', 'import', at('bad.json'), '--as', '周敏'], there)
    expect(alone).toMatchObject({ ok: false, code: 'receipt.not-a-receipt' })
    const known = await shell.json(['receipt', 'import', at('good.json'), '--as', '周敏'], there)
    expect(known).toMatchObject({ ok: true, results: [{ outcome: 'KNOWN' }] })
  })

  it('answers two receipts of which one is refused with ok false and both results, and calls no receipt at all wrong usage', async () => {
    const words = ['receipt', 'import', at('bad.json'), at('good.json'), '--as', '周敏']
    expect(await shell.json(words, there)).toMatchObject({
      ok: false,
      results: [{ outcome: 'REFUSED', code: 'receipt.not-a-receipt' }, { outcome: 'KNOWN' }],
    })
    const nothing = await shell.board(['receipt', 'import', '--as', '周敏'], there)
    expect([nothing.code, nothing.err]).toEqual([2, expect.stringContaining('请写明回执文件')])
  })

  it('says of a package that waits that it waits and what is missing, and names what the county has and this office has not', async () => {
    const held: Partial<Receipt> = { verdict: 'HELD', items: [], missingFrom: 1, waiting: [1], held: null }
    const known = { indexNumber: '11-2026-00072', editionNumber: 1, hash: 'a'.repeat(64) }
    const receipt = county.receipt(board.deps, 1, new Map(), held)
    const counts = { ...receipt.counts, accepted: 0, rejected: 0 }
    writeFileSync(at('held.json'), county.sign({ ...receipt, counts, unknown: [known] }))
    const ran = await shell.board(['receipt', 'import', at('held.json'), '--as', '周敏'], there)
    expect(ran.err).toBe('')
    expect(ran.out).toContain('第 2 号回执：报送包 1 县里已留存，还没有接收')
    expect(ran.out).toContain('县里缺第 1 号变更起的内容')
    expect(ran.out).toContain('县里有 1 条本机没有')
    expect(ran.out).toContain('11-2026-00072')
    expect(ran.out).not.toContain('接收 0 条')
  })

  it('receives what the county sends, lists it and takes it', async () => {
    const entries = [{ word: '按招', suggestion: '按照' }]
    const bytes = Buffer.from(JSON.stringify({ format: 'board-dictionary/1', entries }))
    const part: DownwardPart = {
      kind: 'DICTIONARY',
      key: 'MISWRITING',
      version: 1,
      title: '易错词',
      fileName: 'words.json',
      bytes,
    }
    await county.sendDown(board.deps, at('county.zip'), 2, [part])
    const received = await shell.json(['downward', 'receive', at('county.zip'), '--as', '周敏'], there)
    expect(received).toMatchObject({ ok: true, outcome: 'NEW', missingSequences: [1] })
    const { open } = (await shell.json(['downward', 'list'], there)) as unknown as { open: { id: string }[] }
    const taken = await shell.json(['downward', 'take', open[0]?.id ?? '', '--as', '周敏'], there)
    expect(taken).toMatchObject({ ok: true, item: { end: { how: 'TAKEN' } } })
    const shown = await shell.board(['downward', 'list'], there)
    expect(shown.out).toContain('已采用')
    expect(shown.out).not.toMatch(/TAKEN|CATALOGUE|CALENDAR/u)
  })

  it('`board check` proves the receipts on record, and finds one whose row says something else than its file', async () => {
    expect(await shell.json(['check'], there)).toMatchObject({ ok: true })
    const database = new Sqlite(join(board.dataFolder, 'board.sqlite3'))
    const [{ sql = '' } = {}] = database
      .prepare(`SELECT sql FROM sqlite_schema WHERE name = 'receipt_item_no_update'`)
      .all() as { sql?: string }[]
    database.exec('DROP TRIGGER receipt_item_no_update')
    database.exec(`UPDATE receipt_item SET result = 'ACCEPTED', fault_code = NULL`)
    const ran = await shell.board(['check'], there)
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('第 1 号回执的逐条结果与回执文件不符')])
    database.exec(sql)
    database.close()
  })

  // Last: the county's card above names the key that counted until here.
  it('puts a new key to use at once when the administrator says so, and the card names it', async () => {
    const present = board.deps.packageKey().keyId
    const words = ['package-key', 'new', '--as', '陈静']
    expect((await shell.board(words, there)).code).toBe(2)
    expect(await shell.json([...words, '--now'], there)).toMatchObject({ ok: true })
    const fresh = board.deps.packageKey().keyId
    expect(fresh).not.toBe(present)
    expect(await shell.json(['office-card', '--out', at('office.json')], there)).toMatchObject({
      key: { keyId: fresh },
    })
  })
})
