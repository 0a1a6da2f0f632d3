import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DraftContent } from '../../../domain/notice/content.ts'
import { decryptFile } from '../../../sealed/age-file.ts'
import { beginExport } from '../../../server/exchange/export-package.ts'
import { packagePath } from '../../../server/exchange/package-path.ts'
import { plantCounty } from '../../support/county-card-row.ts'
import { readPackageIndependently, type SecondReading } from '../../support/second-package-reader.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

/** Stands in every text of every row that is planted; a name, a number of a person, a draft, a reason are all the same to a package. */
const MARK = '不得外传'

// What travels, or what says how it does: a row of nonsense there would be found at once, or nothing could be written at all.
const TRAVELS = new Set([
  'audit_event',
  'audit_head',
  'calendar_change',
  'calendar_day',
  'calendar_year',
  'catalogue',
  'catalogue_item',
  'catalogue_row',
  'catalogue_version',
  'county_card',
  'duty',
  'edition',
  'edition_item',
  'instance',
  'instance_former',
  'item_former_scope',
  'office',
  'outbox',
  'package',
  'package_passed_over',
  'package_offer',
  'receipt',
  'unit',
])

let board: TestBoard
let staff: Staff
let reading: SecondReading
let bytes: Buffer
const planted: string[] = []
const refused: string[] = []

type Column = { readonly name: string; readonly type: string; readonly pk: number; readonly hidden: number }

function plant(table: string, nth: number): void {
  const { database } = board.deps.store
  const columns = (database.pragma(`table_xinfo(${table})`) as Column[]).filter(({ hidden }) => hidden === 0)
  const values = columns.map(({ name, type, pk }) => {
    if (type === 'TEXT') return `${MARK} ${table}.${name} ${nth}`
    if (type === 'BLOB') return Buffer.from(MARK)
    return pk > 0 && columns.filter((column) => column.pk > 0).length === 1 ? null : nth
  })
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  try {
    database
      .prepare(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`)
      .run(...values)
    planted.push(table)
  } catch {
    refused.push(table)
  }
}

function plantEverywhere(): void {
  const { database } = board.deps.store
  const tables = database
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '*_entry_*'
       AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name`,
    )
    .pluck()
    .all() as string[]
  database.pragma('foreign_keys = OFF')
  database.pragma('ignore_check_constraints = ON')
  for (const table of tables) if (!TRAVELS.has(table)) plant(table, 1)
  database.pragma('ignore_check_constraints = OFF')
  database.pragma('foreign_keys = ON')
}

/** What was published and is not to leave: what has run out, what now goes to named persons, and what a withdrawal keeps to itself. */
async function plantWhatStays(
  usual: Pick<DraftContent, 'title' | 'body' | 'catalogueItemId'>,
): Promise<void> {
  const { database } = board.deps.store
  const publish = async (content: Partial<DraftContent>): Promise<string> => {
    const { id, revision } = await writeDraft(staff.handler, { ...usual, ...content })
    await publishDraft(staff, id, revision)
    return id
  }
  const withdraw = async (id: string, input: object): Promise<void> => {
    const down = await staff.handler.post(`/api/desk/notices/${id}/withdraw`, { hideTitle: true, ...input })
    expect(down.status, JSON.stringify(down.body)).toBe(200)
  }
  const secret = { title: `名单${MARK}`, body: paragraphs(MARK) }
  const expiresAt = new Date(Date.parse(board.clock.now()) + 86_400_000).toISOString()
  await publish({ ...secret, expiresAt })
  await withdraw(await publish(secret), {
    reason: 'ORDERED_DOWN',
    note: '依要求撤下',
    order: { authority: `县保密局${MARK}`, number: `${MARK}1号` },
  })
  const catalogueItemId = database
    .prepare('SELECT item_id FROM catalogue_row WHERE item_id <> ? LIMIT 1')
    .pluck()
    .get(usual.catalogueItemId) as string
  await publish({ ...secret, catalogueItemId })
  await withdraw(await publish({ ...secret, catalogueItemId }), {
    reason: 'PUBLISHED_IN_ERROR',
    note: `误公开${MARK}`,
  })
  database
    .prepare(`UPDATE catalogue_row SET disclosure_scope = 'NAMED_PERSONS' WHERE item_id = ?`)
    .run(catalogueItemId)
  board.clock.advance(2 * 86_400_000)
}

beforeAll(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  const item = await importVillageCatalogue(staff.handler)
  const content = { title: '关于停电检修的通知', body: paragraphs('停电。'), catalogueItemId: item.id }
  const one = await writeDraft(staff.handler, content)
  await publishDraft(staff, one.id, one.revision)
  await writeDraft(staff.handler, { ...content, title: `草稿${MARK}`, body: paragraphs(MARK) })
  await plantWhatStays(content)
  const { database, read } = board.deps.store
  const account = read.office.accountByName('周敏')?.id ?? ''
  database.exec(`INSERT INTO duty_ground VALUES (900, '{}')`)
  // A duty that was done for somebody, and why.
  database
    .prepare(
      `INSERT INTO duty (id, kind, unit_id, item_id, regime, title, period, event, stage, stage_name, ground_id, term, starts_on, target, due,
         provisional, assignee_id, created_at, closing, closed_at, closed_on, closed_by, closed_notice_id, closed_reason, closed_clock_doubt)
       VALUES ('duty-planted', 'EVENT', 'township', ?, 'VILLAGE', '救助对象公示', '', ?, 0, '', 900, '{}', '2026-10-01', '2026-10-02', '2026-10-08',
         0, ?, '2026-10-01T01:00:00.000Z', 'NIL', '2026-10-09T01:00:00.000Z', '2026-10-09', ?, NULL, ?, 0)`,
    )
    .run(item.id, `${MARK} 99000019800229001X`, account, account, `${MARK} 6222020000000000000`)
  plantEverywhere()
  const county = await plantCounty(board.deps, account)
  // Lists would choke on what is planted; the package must not even notice.
  const begun = beginExport(board.deps, { id: account, name: '周敏', roles: ['HANDLER'] })
  if (!begun.ok) throw new Error(begun.code)
  expect(await begun.value.done).toMatchObject({ ok: true, value: { sequence: 1 } })
  const plain = join(board.dataFolder, 'opened.zip')
  const path = packagePath(board.dataFolder, read.exchange.bySequence(1)?.fileName ?? '')
  expect(await decryptFile(path, plain, county.identity, { limit: 1e9 })).toMatchObject({ ok: true })
  bytes = readFileSync(plain)
  reading = readPackageIndependently(plain)
})

afterAll(() => board.close())

describe('a package, opened', () => {
  it('holds none of what is planted in every other table of the office, nor what ran out, was closed or was kept back with a withdrawal, in no text and no number', () => {
    expect(planted.length).toBeGreaterThan(130)
    expect(refused.length, refused.join(' ')).toBeLessThan(8)
    expect(reading.editions).toHaveLength(1)
    // Of the one that was ordered down, and of no other.
    expect(reading.withdrawals).toMatchObject([{ reason: 'ORDERED_DOWN', title: null }])
    expect(bytes.includes(MARK)).toBe(false)
    for (const value of ['99000019800229001X', '6222020000000000000', '周敏', '韩立', '陈静', 'yunxi-2026']) {
      expect(bytes.includes(value), value).toBe(false)
    }
  })

  it('counts a duty by what it was and when it was done, and says neither what happened, to whom, nor why', () => {
    expect(reading.statistics).toContainEqual({
      format: 'board-duty-statistic/1',
      dutyId: 'duty-planted',
      regime: 'VILLAGE',
      catalogue: expect.objectContaining({ name: expect.any(String) }),
      unit: '示例县云溪镇人民政府',
      title: '救助对象公示',
      period: '',
      due: '2026-10-08',
      state: 'NIL_REPORTED_LATE',
      closedOn: '2026-10-09',
      indexNumber: null,
    })
  })
})
