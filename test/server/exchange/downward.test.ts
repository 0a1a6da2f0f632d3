import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DownwardPart } from '../../../sealed/downward-package.ts'
import type { CatalogueImport } from '../../../server/catalogue/views.ts'
import type {
  DownwardDifference,
  DownwardItemsView,
  DownwardItemView,
  DownwardOutcome,
  DownwardTaken,
  DriveExchangeFiles,
  DriveTakenIn,
} from '../../../server/exchange/downward/views.ts'
import type { ExchangeTodayView } from '../../../server/exchange/task/views.ts'
import { CountySide, enrolCounty } from '../../support/county-side.ts'
import { OFFICE, openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let county: CountySide
let stick: string

beforeEach(async () => {
  stick = mkdtempSync(join(tmpdir(), 'board-stick-'))
  board = openTestBoard({ stickRoots: async () => [{ path: stick, name: '县里的U盘' }] })
  staff = await setUpOffice(board.desk)
  county = new CountySide()
  await enrolCounty(staff.administrator, board.deps, county)
})

afterEach(() => {
  board.close()
  rmSync(stick, { recursive: true, force: true })
})

const DICTIONARY = (word: string) =>
  Buffer.from(
    JSON.stringify({
      format: 'board-dictionary/1',
      source: '示例县',
      entries: [{ word, suggestion: '按照' }],
    }),
  )
const word = (version: number, text = '按招'): DownwardPart => ({
  kind: 'DICTIONARY',
  key: 'MISWRITING',
  version,
  title: '易错词',
  fileName: '易错词.json',
  bytes: DICTIONARY(text),
})
const instruction = (due: string | null): DownwardPart => ({
  kind: 'INSTRUCTION',
  key: 'year-end',
  version: 1,
  title: '年底报送',
  fileName: 'instruction.json',
  bytes: Buffer.from(
    JSON.stringify({ format: 'instruction/1', title: '年底报送', text: '请在月底前报送。', due }),
  ),
})

async function bring(
  sequence: number,
  items: readonly DownwardPart[],
  change: Parameters<CountySide['sendDown']>[4] = {},
  from = county,
): Promise<DownwardOutcome> {
  const path = await from.sendDown(board.deps, join(stick, `c-${sequence}.zip`), sequence, items, change)
  const bytes = readFileSync(path)
  const taken = await staff.handler.upload<DownwardTaken>('/api/desk/downward', 'county.zip', bytes)
  const [outcome] = taken.body.results
  if (!outcome) throw new Error('a file has an outcome')
  return outcome
}

const items = async () => (await staff.handler.get<DownwardItemsView>('/api/desk/downward-items')).body
const at = (id: string, what: string) => `/api/desk/downward-items/${id}/${what}`

async function openOne(): Promise<DownwardItemView> {
  const [item] = (await items()).open
  if (!item) throw new Error('something is open')
  return item
}

describe('a package from the county', () => {
  it('lays what it brings before a person; the same again changes nothing', async () => {
    expect(await bring(1, [word(1), instruction('2026-12-31')])).toMatchObject({
      outcome: 'NEW',
      sequence: 1,
    })
    expect((await items()).open).toMatchObject([
      { kind: 'INSTRUCTION', instruction: { due: '2026-12-31' } },
      { kind: 'DICTIONARY', version: 1, end: null },
    ])
    const today = await staff.handler.get<ExchangeTodayView>('/api/desk/exchange-today')
    expect(today.body).toMatchObject({
      itemCount: 1,
      instructions: [{ title: '年底报送', due: '2026-12-31' }],
    })
    const bytes = readFileSync(join(stick, 'c-1.zip'))
    const again = await staff.handler.upload<DownwardTaken>('/api/desk/downward', 'county.zip', bytes)
    expect(again.body.results).toMatchObject([{ outcome: 'KNOWN' }])
    expect((await items()).open).toHaveLength(2)
  })

  it('is refused when it is for another office, of another county, or its number was used', async () => {
    const office = { name: '示例县青山镇人民政府', uscc: '11990000000000002C' }
    expect(await bring(1, [word(1)], { office })).toMatchObject({ code: 'downward.other-office' })
    const stranger = new CountySide()
    expect(await bring(1, [word(1)], {}, stranger)).toMatchObject({ code: 'downward.unknown-key' })
    expect(await bring(1, [word(1)])).toMatchObject({ outcome: 'NEW' })
    expect(await bring(1, [word(2, '按找')])).toMatchObject({ code: 'downward.other-content' })
    const damaged = readFileSync(join(stick, 'c-1.zip')).subarray(0, 300)
    const cut = await staff.handler.upload<DownwardTaken>('/api/desk/downward', 'county.zip', damaged)
    expect(cut.body.results).toMatchObject([{ outcome: 'REFUSED', code: 'package.damaged' }])
    expect((await items()).open).toHaveLength(1)
  })

  it('says what is missing before it, and takes that in when it comes after all', async () => {
    expect(await bring(3, [word(3)])).toMatchObject({ outcome: 'NEW', missingSequences: [1, 2] })
    expect(await bring(2, [instruction(null)])).toMatchObject({ outcome: 'NEW', missingSequences: [1] })
    expect((await items()).missingSequences).toEqual([1])
  })
})

describe('what the county sent', () => {
  it('is put to use after its difference was seen; older versions of it are overtaken', async () => {
    await bring(1, [word(1)])
    await bring(2, [word(2, '按找')])
    const newest = (await items()).open.find(({ version }) => version === 2)
    const id = newest?.id ?? ''
    const { body: difference } = await staff.handler.get<DownwardDifference>(at(id, 'difference'))
    if (difference.kind !== 'DICTIONARY') throw new Error('a dictionary was sent')
    expect(difference).toMatchObject({ dictionary: 'MISWRITING', preview: { entryCount: 1 } })
    const { digest } = difference.preview
    const wrong = await staff.handler.post(at(id, 'take'), { kind: 'DICTIONARY', digest: '0'.repeat(64) })
    expect(wrong).toMatchObject({ status: 409, body: { code: 'wording.preview-outdated' } })
    const taken = await staff.handler.post<DownwardItemView>(at(id, 'take'), { kind: 'DICTIONARY', digest })
    expect(taken.body.end).toMatchObject({ how: 'TAKEN', by: { name: '周敏' } })
    expect((await items()).open).toEqual([])
    expect((await items()).ended.find(({ version }) => version === 1)?.end?.how).toBe('OVERTAKEN')
    expect((await staff.handler.post(at(id, 'take'), { kind: 'DICTIONARY', digest })).status).toBe(409)
    // An older version that comes after all is overtaken at once.
    await bring(3, [{ ...word(1), title: '旧的易错词' }])
    expect((await items()).open).toEqual([])
  })

  it('of a county that was restored since is overtaken by what its present database gives out, whatever the versions say', async () => {
    await bring(1, [{ ...word(3), title: '旧库的易错词' }])
    county.restore()
    await bring(1, [word(1, '按找')])
    const present = (await items()).open.find(({ version }) => version === 1)
    const id = present?.id ?? ''
    const { body: difference } = await staff.handler.get<DownwardDifference>(at(id, 'difference'))
    if (difference.kind !== 'DICTIONARY') throw new Error('a dictionary was sent')
    const { digest } = difference.preview
    expect((await staff.handler.post(at(id, 'take'), { kind: 'DICTIONARY', digest })).status).toBe(200)
    expect((await items()).open).toEqual([])
    expect((await items()).ended.find(({ version }) => version === 3)?.end?.how).toBe('OVERTAKEN')
  })

  it('shows a catalogue as the difference to the one here, and takes it as its new draft', async () => {
    const bytes = readFileSync(new URL('../../fixtures/data/catalogue-village.csv', import.meta.url))
    const first = await staff.handler.upload<CatalogueImport>('/api/desk/catalogues', 'village.csv', bytes)
    const [catalogue] = first.body.catalogues
    const lines = bytes.toString('utf8').trimEnd().split('\n')
    const shorter = Buffer.from(lines.slice(0, -1).join('\n'))
    await bring(1, [
      {
        kind: 'CATALOGUE',
        key: 'village',
        version: 1,
        title: '村务公开目录',
        fileName: 'village.csv',
        bytes: shorter,
      },
    ])
    const { id } = await openOne()
    const { body: difference } = await staff.handler.get<DownwardDifference>(at(id, 'difference'))
    if (difference.kind !== 'CATALOGUE') throw new Error('a catalogue was sent')
    const again = await staff.handler.get<DownwardDifference>(at(id, 'difference'))
    expect(again.body).toMatchObject({ preview: { id: difference.preview.id } })
    const [sheet] = difference.preview.sheets
    expect(sheet?.match?.catalogueId).toBe(catalogue?.id)
    expect(sheet?.match?.diff.removed).toHaveLength(1)
    const taken = await staff.handler.post<DownwardItemView>(at(id, 'take'), {
      kind: 'CATALOGUE',
      importId: difference.preview.id,
      sheets: [
        {
          sheet: 0,
          name: sheet?.name,
          regime: sheet?.regime,
          catalogueId: catalogue?.id,
          edits: [],
          leaveOut: [],
        },
      ],
    })
    expect(taken.body, JSON.stringify(taken.body)).toMatchObject({ end: { how: 'TAKEN' } })
  })

  it('takes a calendar with its own check: unsigned days must be confirmed', async () => {
    const days = { holidays: [{ date: '2031-01-01', name: '元旦' }], workdays: [] }
    const calendar = JSON.stringify({
      format: 'board-calendar/1',
      years: [{ year: 2031, source: '国务院办公厅', ...days }],
    })
    await bring(1, [
      {
        kind: 'CALENDAR',
        key: '2031',
        version: 1,
        title: '2031年放假安排',
        fileName: '2031.json',
        bytes: Buffer.from(calendar),
      },
    ])
    const { id } = await openOne()
    const { body: difference, status } = await staff.deputyLeader.get<DownwardDifference>(
      at(id, 'difference'),
    )
    expect(status, JSON.stringify(difference)).toBe(200)
    if (difference.kind !== 'CALENDAR') throw new Error('a calendar was sent')
    const { digest } = difference.preview
    const body = { kind: 'CALENDAR', digest, confirmed: false }
    expect(await staff.deputyLeader.post(at(id, 'take'), body)).toMatchObject({
      body: { code: 'calendar.unsigned' },
    })
    expect((await items()).open).toHaveLength(1)
    const taken = await staff.deputyLeader.post<DownwardItemView>(at(id, 'take'), {
      ...body,
      confirmed: true,
    })
    expect(taken.body.end).toMatchObject({ how: 'TAKEN', by: { name: '李伟' } })
  })

  it('is read, when it is a word to people, and declined, when nobody wants it', async () => {
    await bring(1, [instruction('2026-12-31'), { ...word(1), bytes: Buffer.from('no dictionary') }])
    const [letter, dictionary] = (await items()).open
    const read = await staff.handler.post<DownwardItemView>(at(letter?.id ?? '', 'read'))
    expect(read.body.end).toMatchObject({ how: 'READ' })
    expect((await staff.handler.get(at(dictionary?.id ?? '', 'difference'))).status).toBe(422)
    expect((await staff.handler.post(at(dictionary?.id ?? '', 'read'))).status).toBe(400)
    const declined = await staff.handler.post<DownwardItemView>(at(dictionary?.id ?? '', 'decline'), {
      note: '打不开',
    })
    expect(declined.body.end).toMatchObject({ how: 'DECLINED', note: '打不开' })
  })
})

describe('a stick from the county', () => {
  it('is looked through by names and taken in by content, and nothing on it is changed', async () => {
    const { uscc } = OFFICE
    mkdirSync(join(stick, '下发'))
    await county.sendDown(board.deps, join(stick, '下发', `county-${uscc}-000001.zip`), 1, [word(1)])
    writeFileSync(join(stick, `receipt-${uscc}-000001.json`), '{"not":"a receipt"}')
    writeFileSync(join(stick, 'receipt-11990000000000002C-000001.json'), '{}')
    writeFileSync(join(stick, '照片.json'), '{}')
    symlinkSync('/etc/passwd', join(stick, `receipt-${uscc}-000002.json`))
    const before = readdirSync(stick, { recursive: true }).toSorted()
    const [drive] = (await staff.handler.get<{ drives: { id: string }[] }>('/api/desk/drives')).body.drives
    const path = `/api/desk/drives/${drive?.id}`
    const found = await staff.handler.get<DriveExchangeFiles>(`${path}/exchange-files`)
    expect(found.body.files).toMatchObject([
      { kind: 'DOWNWARD', number: 1, path: join('下发', `county-${uscc}-000001.zip`), known: false },
      { kind: 'RECEIPT', number: 1, known: false },
    ])
    const taken = await staff.handler.post<DriveTakenIn>(`${path}/take-in`)
    expect(taken.body).toMatchObject({
      receipts: [{ outcome: 'REFUSED', code: 'receipt.not-a-receipt' }],
      downward: [{ outcome: 'NEW', sequence: 1 }],
    })
    const again = await staff.handler.get<DriveExchangeFiles>(`${path}/exchange-files`)
    expect(again.body.files).toMatchObject([
      { kind: 'DOWNWARD', number: 1, known: true },
      { kind: 'RECEIPT', number: 1, known: false },
    ])
    expect(readdirSync(stick, { recursive: true }).toSorted()).toEqual(before)
    expect((await staff.handler.get('/api/desk/drives/nowhere/exchange-files')).status).toBe(409)
  })
})
