import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ingestPackage } from '../../county/ingest/ingest-package.ts'
import { openStaging, sweepStaging, sweepWaiting } from '../../county/ingest/staging.ts'
import { checkInstance, newInstance } from '../../county/instance/check-instance.ts'
import { readReceipt } from '../../sealed/receipt.ts'
import { must, openTestCounty, refusalOf, type TestCounty } from './support/county.ts'
import { startPostgres, type TestPostgres } from './support/postgres.ts'

describe('The county’s database and its data folder', () => {
  let postgres: TestPostgres
  let county: TestCounty
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.stop())
  beforeEach(async () => {
    county = await openTestCounty(postgres)
  })
  afterEach(() => county.close())

  const markFile = () => join(county.dataFolder, 'instance.json')
  const takeIn = async (change: number) => {
    const { office } = county
    const sent = await office.send({
      editions: [office.edition(change, change)],
      changes: { first: change, last: change },
    })
    return must(await ingestPackage(county, { file: sent.file, cameBy: 'FILE', actor: 'cli' }))
  }

  it('A start on the database the folder knows changes nothing', async () => {
    await takeIn(1)
    expect(must(await checkInstance(county))).toEqual({ restored: false })
  })

  it('A database that is behind the folder was restored: it gets a new id, and receipts name the former one', async () => {
    await takeIn(1)
    const mark = JSON.parse(readFileSync(markFile(), 'utf8')) as { instanceId: string; receipts: number }
    expect(mark.receipts).toBe(1)
    writeFileSync(markFile(), JSON.stringify({ ...mark, receipts: 5 }))
    const found = must(await checkInstance(county))
    expect(found).toMatchObject({ restored: true, former: mark.instanceId, lost: 4 })
    expect(must(await checkInstance(county))).toEqual({ restored: false })
    const { receipt } = await takeIn(2)
    const { instance } = must(readReceipt(receipt.document)).document.county
    expect(instance.former).toEqual([mark.instanceId])
    expect(instance.id).not.toBe(mark.instanceId)
  })

  it('The folder knows of a receipt also when looking at what waits has failed after it', async () => {
    const { office } = county
    const sent = await office.send({ editions: [office.edition(1, 1)], changes: { first: 1, last: 1 } })
    const broken: typeof county.sql = {
      ...county.sql,
      query: (text, values) =>
        text.includes("state = 'WAITING'")
          ? Promise.reject(new Error('the line to the database is gone'))
          : county.sql.query(text, values),
    }
    const taking = ingestPackage(
      { ...county, sql: broken },
      { file: sent.file, cameBy: 'FILE', actor: 'cli' },
    )
    await expect(taking).rejects.toThrow('the line to the database is gone')
    expect(JSON.parse(readFileSync(markFile(), 'utf8'))).toMatchObject({ receipts: 1 })
  })

  it('A folder that knows an id the database never heard of makes both former ones', async () => {
    const mark = JSON.parse(readFileSync(markFile(), 'utf8')) as { instanceId: string }
    const other = '01990000-0000-7000-8000-00000000abcd'
    writeFileSync(markFile(), JSON.stringify({ ...mark, instanceId: other }))
    expect(must(await checkInstance(county)).restored).toBe(true)
    const { receipt } = await takeIn(1)
    expect(must(readReceipt(receipt.document)).document.county.instance.former).toEqual([
      mark.instanceId,
      other,
    ])
  })

  it('A person may say that it was restored', async () => {
    const id = must(await newInstance(county, 'cli'))
    expect(await county.sql.query('SELECT instance_id FROM county')).toEqual([{ instance_id: id }])
    expect(must(await checkInstance(county))).toEqual({ restored: false })
  })

  it('What a dead program left in the staging is swept, what a living one uses is not', async () => {
    const living = await openStaging(county.dataFolder)
    const root = join(county.dataFolder, 'staging')
    mkdirSync(join(root, 'dead'))
    writeFileSync(join(root, 'dead', 'package.zip'), 'half a package')
    expect(await sweepStaging(county.dataFolder)).toBe(1)
    expect(readdirSync(root).filter((name) => !name.endsWith('.lock'))).toHaveLength(1)
    await living.end()
    expect(readdirSync(root)).toEqual([])
  })

  it('A staging that is full takes nothing more', async () => {
    const staging = await openStaging(county.dataFolder, 10)
    const file = join(county.stick, 'large.zip')
    writeFileSync(file, 'more than ten bytes')
    expect(refusalOf(await staging.bring(file, county.age.identity)).code).toBe('county.staging-full')
    await staging.end()
  })

  it('A waiting file that no row speaks of goes, but not while it may be under way', async () => {
    const folder = join(county.dataFolder, 'waiting')
    mkdirSync(folder)
    writeFileSync(join(folder, `${'a'.repeat(64)}.zip`), '')
    expect(await sweepWaiting(county.dataFolder, new Set())).toBe(0)
  })
})
