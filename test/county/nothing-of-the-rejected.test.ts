import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ingestPackage } from '../../county/ingest/ingest-package.ts'
import { fillWords } from '../../county/search/fill-words.ts'
import type { EditionRecord } from '../../domain/exchange/package-records.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { must, openTestCounty, type TestCounty } from './support/county.ts'

const ID = '99000019800229001X'
/** Stands beside the number: whatever keeps a piece of such a text keeps this. */
const MARK = '张三不得外传'
const VALUE = `${MARK}${ID}`

const bytes = Buffer.from(VALUE)
const sha256 = createHash('sha256').update(bytes).digest('hex')
const named = (name: string): PublicContent['attachments'] => [
  { id: 'a1', name, mediaType: 'application/pdf', size: bytes.length, sha256, role: 'ATTACHMENT' },
]
const paragraph = (text: string): PublicContent['body'] => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

/** One edition a place, with nothing else wrong; then some that break another rule as well. */
const PLACES: readonly Partial<PublicContent>[] = [
  { title: VALUE },
  { body: paragraph(VALUE) },
  { documentNumber: VALUE },
  { addressee: VALUE },
  { signature: VALUE },
  { attachments: named(`${VALUE}.pdf`) },
  { title: VALUE, disclosureMode: 'ON_REQUEST' },
  { body: paragraph(VALUE), issueDate: '2026-01-01' },
  { body: paragraph(VALUE), catalogue: { name: '社会救助', level1: VALUE, level2: VALUE } },
]

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}

let county: TestCounty
let document: string
const later: EditionRecord[] = []

beforeAll(async () => {
  county = await openTestCounty(null)
  const { office } = county
  const editions = PLACES.map((more, at) => office.edition(at + 1, at + 1, more))
  const next = editions.length + 1
  const gone = office.edition(90, next)
  later.push(gone)
  const withdrawals = [
    { ...office.withdrawal(gone, next + 1), note: VALUE, title: VALUE },
    { ...office.withdrawal({ ...gone, indexNumber: ID }, next + 2), note: VALUE },
  ]
  const { file } = await office.send({
    editions: [...editions, gone],
    withdrawals,
    changes: { first: 1, last: next + 2 },
    files: new Map([[sha256, bytes]]),
  })
  const taken = must(await ingestPackage(county, { file, cameBy: 'FILE', actor: 'cli' }))
  ;({ document } = taken.receipt)
  while (await fillWords(county.sql)) continue
})
afterAll(() => county.close())

describe('of a row in which the county finds personal data', () => {
  it('no table, no file of the data folder and no receipt holds a word', async () => {
    const tables = await county.sql.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
    )
    expect(tables.length).toBeGreaterThan(20)
    for (const { name } of tables) {
      const rows = await county.sql.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM "${name}" t`)
      const text = rows.map(({ row }) => row).join('\n')
      for (const value of [MARK, ID]) expect(text.includes(value), `${name} ${value}`).toBe(false)
    }
    for (const path of filesUnder(county.dataFolder)) {
      const text = readFileSync(path)
      for (const value of [MARK, ID]) expect(text.includes(value), path).toBe(false)
    }
    expect(document).not.toContain(MARK)
    expect(document).not.toContain(ID)
    expect(await county.sql.query('SELECT count(*)::int AS n FROM rejection')).toEqual([
      { n: PLACES.length + 1 },
    ])
  })

  it('a withdrawal takes down all the same, without the words', async () => {
    expect(await county.sql.query('SELECT index_number, title, note FROM withdrawal')).toEqual([
      { index_number: later[0]?.indexNumber, title: null, note: '' },
    ])
  })
})
