import pino from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ingestPackage } from '../../county/ingest/ingest-package.ts'
import { searchEditions } from '../../county/search/edition-search.ts'
import { fillWords } from '../../county/search/fill-words.ts'
import { must, NOW, openTestCounty, type TestCounty } from './support/county.ts'
import { startPostgres, type TestPostgres } from './support/postgres.ts'

function body(text: string) {
  return {
    body: {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
    },
  }
}

describe.each(['embedded', 'PostgreSQL'])('The county’s search and its log, %s', (kind) => {
  let postgres: TestPostgres | null = null
  let county: TestCounty
  beforeAll(async () => {
    if (kind === 'PostgreSQL') postgres = await startPostgres()
  })
  afterAll(() => postgres?.stop())
  beforeEach(async () => {
    county = await openTestCounty(postgres)
  })
  afterEach(() => county.close())

  const takeIn = async (serial: number, text: string) => {
    const { office } = county
    const sent = await office.send({
      editions: [office.edition(serial, serial, body(text))],
      changes: { first: serial, last: serial },
    })
    return must(await ingestPackage(county, { file: sent.file, cameBy: 'FILE', actor: 'cli' }))
  }
  const found = async (text: string) =>
    (await searchEditions(county.sql, { text }, NOW)).rows.map(({ indexNumber }) => indexNumber)

  it('A notice of more words than the database takes is found by its first ones, and stops nobody behind it', async () => {
    const many = Array.from({ length: 8000 }, (_, at) => `${String(at).padStart(5, '0')}${'ก'.repeat(54)}`)
    await takeIn(1, `防汛值班 ${many.join(' ')}`)
    await takeIn(2, '停电检修')
    while (await fillWords(county.sql)) continue
    const { office } = county
    expect(await found('防汛')).toEqual([office.edition(1, 1).indexNumber])
    expect(await found('检修')).toEqual([office.edition(2, 2).indexNumber])
  })

  it('An edition whose words the database refuses, or whose text nobody can read, is named and set aside', async () => {
    await takeIn(1, '疏散路线')
    await takeIn(2, '停电检修')
    await county.sql.query(
      `INSERT INTO edition SELECT (jsonb_populate_record(e, '{"edition_number": 7, "content": "no JSON"}')).* FROM edition e
       WHERE change = 1`,
    )
    // Stands for any limit of the database that the words of one edition pass.
    await county.sql.query(
      `ALTER TABLE edition_words ADD CHECK (NOT words @@ '疏散'::tsquery OR 1 / (length(words) - length(words)) > 0)`,
    )
    const aside: unknown[] = []
    while (await fillWords(county.sql, (edition) => aside.push(edition))) continue
    const { indexNumber } = county.office.edition(1, 1)
    const { officeId } = county
    expect(aside).toHaveLength(2)
    expect(aside).toEqual(
      expect.arrayContaining([
        { officeId, indexNumber, editionNumber: 1 },
        { officeId, indexNumber, editionNumber: 7 },
      ]),
    )
    expect(await found('检修')).toHaveLength(1)
    expect(await found('疏散')).toEqual([])
  })

  it('What the database refuses comes into the log by its code: no statement, no value, no row', async () => {
    let log = ''
    const logger = pino({ base: null }, { write: (line: string) => (log += line) })
    const [large, one] = ['残'.repeat(9000), '王小明患病']
    const statements = [
      ['SELECT $1::int', one],
      ['SELECT array_to_tsvector(ARRAY[$1::text])', one + large],
      [
        `INSERT INTO account (id, name, roles, password_hash, created_at) VALUES ('1', NULL, '{}', $1, '')`,
        one,
      ],
    ] as const
    for (const [text, value] of statements) {
      await county.sql.query(text, [value]).catch((err: unknown) => logger.error({ err }, 'failed'))
      await county.sql
        .transaction((sql) => sql.query(text, [value]))
        .catch((err: unknown) => logger.error({ err }, 'failed'))
    }
    expect(log.split('\n')).toHaveLength(7)
    expect(log).toContain('23502')
    expect(log).not.toMatch(/小明|残|SELECT|INSERT/u)
  })
})
