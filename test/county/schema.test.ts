import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadMigrations, migrate } from '../../county/db/migrate.ts'
import { openCounty } from '../../county/db/open-county.ts'
import { openPg } from '../../county/db/open-pg.ts'
import { ingestPackage } from '../../county/ingest/ingest-package.ts'
import { sha256 } from '../../platform/sha256.ts'
import { must, openTestCounty, refusalOf } from './support/county.ts'
import { startPostgres, type TestPostgres } from './support/postgres.ts'

const PER_OFFICE = `SELECT DISTINCT table_name AS name FROM information_schema.columns
  WHERE table_schema = 'public' AND column_name = 'office_id' ORDER BY 1`

describe('The county’s tables', () => {
  let postgres: TestPostgres
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.stop())

  const opened = async () => {
    const url = await postgres.freshDatabase()
    const sql = openPg(url)
    must(await migrate(sql, loadMigrations()))
    return { url, sql }
  }

  it('Every unique index of a table of an office begins with the office, so that it can be cut by office', async () => {
    const { sql } = await opened()
    const tables = await sql.query<{ name: string }>(PER_OFFICE)
    const indexes = await sql.query<{ table: string; first: string; primary: boolean }>(
      `SELECT i.indrelid::regclass::text AS table, a.attname AS first, i.indisprimary AS primary
       FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
       WHERE i.indisunique AND i.indrelid::regclass::text = ANY($1::text[])`,
      [tables.map(({ name }) => name)],
    )
    expect(tables.length).toBeGreaterThan(10)
    expect(
      indexes
        .filter(({ primary }) => primary)
        .map(({ table }) => table)
        .sort(),
    ).toEqual(tables.map(({ name }) => name))
    expect(indexes.filter(({ first }) => first !== 'office_id')).toEqual([])
    await sql.close()
  })

  it('The same tables cut into partitions by office take packages in as they are', async () => {
    const [first] = loadMigrations()
    if (first === undefined) throw new Error('there is a first step')
    const names: string[] = []
    const cut = first.sql.replaceAll(
      /CREATE TABLE (\w+) \(([\s\S]*?)\n\);/g,
      (whole: string, name: string, columns: string) => {
        if (!columns.includes('\n  office_id INTEGER')) return whole
        names.push(name)
        const parts = [0, 1, 2, 3].map(
          (part) =>
            `CREATE TABLE ${name}_${part} PARTITION OF ${name} FOR VALUES WITH (MODULUS 4, REMAINDER ${part});`,
        )
        return `CREATE TABLE ${name} (${columns}\n) PARTITION BY HASH (office_id);\n${parts.join('\n')}`
      },
    )
    const county = await openTestCounty(postgres, [{ ...first, sql: cut, checksum: sha256(cut) }])
    expect(names).toContain('edition')
    const { office } = county
    const sent = await office.send({
      editions: [office.edition(1, 1), office.edition(2, 2)],
      withdrawals: [office.withdrawal(office.edition(1, 1), 3)],
      changes: { first: 1, last: 3 },
    })
    const taken = must(await ingestPackage(county, { file: sent.file, cameBy: 'FILE', actor: 'cli' }))
    expect(taken).toMatchObject({ outcome: 'TAKEN_IN', accepted: 3 })
    const [cutInto] = await county.sql.query<{ n: number }>(
      `SELECT count(*) AS n FROM pg_partitioned_table WHERE partrelid::regclass::text = ANY($1::text[])`,
      [names],
    )
    expect(cutInto?.n).toBe(names.length)
    await county.close()
  })

  it('What is on record is neither changed nor deleted', async () => {
    const county = await openTestCounty(postgres)
    const { office } = county
    const sent = await office.send({
      editions: [office.edition(1, 1), { ...office.edition(2, 2), indexNumber: '别的' }],
      withdrawals: [office.withdrawal(office.edition(1, 1), 3)],
      changes: { first: 1, last: 3 },
    })
    must(await ingestPackage(county, { file: sent.file, cameBy: 'FILE', actor: 'cli' }))
    for (const table of ['edition', 'withdrawal', 'rejection', 'receipt', 'audit_event']) {
      await expect(county.sql.query(`DELETE FROM ${table}`)).rejects.toThrow('append-only')
      const [column] = await county.sql.query<{ name: string }>(
        `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND is_identity = 'NO' LIMIT 1`,
        [table],
      )
      const { name = '' } = column ?? {}
      await expect(county.sql.query(`UPDATE ${table} SET ${name} = ${name}`)).rejects.toThrow('append-only')
    }
    await county.close()
  })

  it('Two programs that start at once bring a database to its newest step together', async () => {
    const databaseUrl = await postgres.freshDatabase()
    const dataFolder = mkdtempSync(join(tmpdir(), 'county-'))
    const both = await Promise.all([1, 2, 3].map(() => openCounty({ dataFolder, databaseUrl })))
    for (const one of both) await must(one).close()
  })

  it('A database of a newer program is refused, and one whose steps were rewritten is not touched', async () => {
    const { sql, url } = await opened()
    await sql.query(`INSERT INTO county_migration (version, name, checksum) SELECT $1, 'later', ''`, [
      loadMigrations().length + 1,
    ])
    const dataFolder = mkdtempSync(join(tmpdir(), 'county-'))
    expect(refusalOf(await openCounty({ dataFolder, databaseUrl: url })).code).toBe('county.database-newer')
    await sql.query('DELETE FROM county_migration WHERE version > 1')
    await sql.query(`UPDATE county_migration SET checksum = 'other'`)
    await expect(openCounty({ dataFolder, databaseUrl: url })).rejects.toThrow('another text')
    await sql.close()
  })

  it('A database that cannot be reached is refused without its password being told', async () => {
    const refused = refusalOf(
      await openCounty({
        dataFolder: '/nowhere',
        databaseUrl: 'postgres://county:geheim@127.0.0.1:1/county',
      }),
    )
    expect(refused.code).toBe('county.database-unreachable')
    expect(JSON.stringify(refused)).not.toContain('geheim')
  })
})
