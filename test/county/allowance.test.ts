import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { allowEdition, withdrawAllowance } from '../../county/allowance/allow-edition.ts'
import { runCounty } from '../../county/cli/program.ts'
import { ingestPackage } from '../../county/ingest/ingest-package.ts'
import { enrolOffice } from '../../county/office/enrol.ts'
import { rejectionPage } from '../../county/report/rejections.ts'
import type { EditionRecord } from '../../domain/exchange/package-records.ts'
import type { ReceiptItem } from '../../domain/exchange/receipt.ts'
import { readReceipt } from '../../sealed/receipt.ts'
import { must, openTestCounty, refusalOf, type TestCounty } from './support/county.ts'
import { officeSender, type OfficeSender } from './support/office-sender.ts'
import { startPostgres, type TestPostgres } from './support/postgres.ts'

const PHONE = '13800138000'
const HAN = { id: 'a-han', name: '韩梅' }
const REASON = '政务值班手机，依法公开'
const duty = (text = `政务值班手机 ${PHONE}，二十四小时有人接听。`) => ({
  body: {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
  },
})

describe('The county lets in by name and reason what its detectors stop', () => {
  let postgres: TestPostgres
  let county: TestCounty
  let change: number
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.stop())
  beforeEach(async () => {
    county = await openTestCounty(postgres)
    change = 0
  })
  afterEach(() => county.close())

  /** The office offers an edition, each time under the next number of its outbox, as the desk's “offer as it is” does. */
  const offer = async (
    edition: EditionRecord,
    office: OfficeSender = county.office,
  ): Promise<ReceiptItem> => {
    change += 1
    const { file } = await office.send({
      editions: [{ ...edition, change }],
      changes: { first: change, last: change },
    })
    const taken = must(await ingestPackage(county, { file, cameBy: 'FILE', actor: 'cli' }))
    const [item] = must(readReceipt(taken.receipt.document)).document.items
    if (item === undefined) throw new Error('a receipt answers for each change')
    return item
  }
  const asked = (hash: string) => ({ officeId: county.officeId, hash, by: HAN })
  const row = async () => (await rejectionPage(county.sql, {})).rows[0]

  it('A duty telephone is rejected, allowed by its hash, offered again, and taken in under a receipt', async () => {
    const edition = county.office.edition(1, 1, duty())
    expect((await offer(edition)).fault).toEqual({
      code: 'record.personal-data',
      params: { kind: 'MOBILE', place: 'body' },
    })
    expect((await offer(edition)).result).toBe('REJECTED')
    must(await allowEdition(county, { ...asked(edition.hash), reason: ` ${REASON} ` }))
    expect(await row()).toMatchObject({ mended: false, allowance: { by: '韩梅', reason: REASON, end: null } })
    expect(await offer(edition)).toMatchObject({ result: 'ACCEPTED', fault: null, remarks: [] })
    expect(await row()).toMatchObject({ mended: true, allowance: { end: { how: 'USED', by: null } } })
    const log = await county.sql.query<{ action: string; actor: string; detail: string }>(
      `SELECT action, actor, detail FROM audit_event WHERE action LIKE 'allowance.%' ORDER BY sequence`,
    )
    expect(log.map(({ action, actor }) => [action, actor])).toEqual([
      ['allowance.given', 'a-han'],
      ['allowance.used', 'cli'],
    ])
    expect(log.every(({ detail }) => detail.includes(edition.hash) && !detail.includes(PHONE))).toBe(true)
  })

  it('Kinds, places and numbers of what was found are told, never what stood there', async () => {
    const edition = county.office.edition(1, 1, {
      ...duty(`张三 99000019800229001X，${PHONE} 或 13900139000`),
      title: `值班${PHONE}`,
    })
    await offer(edition)
    expect((await row())?.findings).toEqual([
      { kind: 'MOBILE', place: 'title', count: 1 },
      { kind: 'RESIDENT_ID', place: 'body', count: 1 },
      { kind: 'MOBILE', place: 'body', count: 2 },
    ])
    expect(await county.everything()).not.toMatch(/13800138000|13900139000|99000019800229001X/u)
  })

  it('Every other rule still holds for an edition that is allowed', async () => {
    const { office } = county
    const faults = [
      [office.edition(1, 1, { ...duty(), audience: 'INTERNAL' }), 'record.not-public'],
      [{ ...office.edition(2, 1, duty('值班 13900139000')), indexNumber: '别的' }, 'record.index-number'],
      [office.edition(3, 1, { ...duty(), title: '日期', documentDate: '2026-02-30' }), 'record.dates'],
    ] as const
    for (const [edition, code] of faults) {
      expect((await offer(edition)).fault?.code).toBe('record.personal-data')
      must(await allowEdition(county, { ...asked(edition.hash), reason: REASON }))
      expect((await offer(edition)).fault?.code).toBe(code)
    }
    // None of them came in, so each may still be taken back.
    for (const [edition] of faults) must(await withdrawAllowance(county, asked(edition.hash)))
  })

  it('An allowance is for this office and this text: not for a changed one, and not for another office', async () => {
    const edition = county.office.edition(1, 1, duty())
    await offer(edition)
    must(await allowEdition(county, { ...asked(edition.hash), reason: REASON }))
    expect((await offer(county.office.edition(1, 1, duty(`值班 ${PHONE}。`)))).result).toBe('REJECTED')
    const other = officeSender(county.stick, '11990000000000002E', '示例县东岭乡人民政府')
    must(await enrolOffice(county, { card: other.card(), actor: 'cli' }))
    change = 0
    const same = { ...edition, indexNumber: edition.indexNumber.replace(county.office.uscc, other.uscc) }
    expect((await offer(same, other)).fault?.code).toBe('record.personal-data')
  })

  it('One that was not used yet can be withdrawn and given again; one that was used stays on record', async () => {
    const edition = county.office.edition(1, 1, duty())
    await offer(edition)
    const refusedTo = async (work: ReturnType<typeof withdrawAllowance>) => refusalOf(await work).code
    expect(await refusedTo(withdrawAllowance(county, asked(edition.hash)))).toBe('allowance.not-found')
    must(await allowEdition(county, { ...asked(edition.hash), reason: REASON }))
    expect(await refusedTo(allowEdition(county, { ...asked(edition.hash), reason: REASON }))).toBe(
      'allowance.already',
    )
    must(await withdrawAllowance(county, { ...asked(edition.hash), by: { id: 'a-li', name: '李雷' } }))
    expect((await row())?.allowance).toMatchObject({ by: '韩梅', end: { how: 'WITHDRAWN', by: '李雷' } })
    expect(await refusedTo(withdrawAllowance(county, asked(edition.hash)))).toBe('allowance.not-found')
    expect((await offer(edition)).result).toBe('REJECTED')
    must(await allowEdition(county, { ...asked(edition.hash), reason: REASON }))
    expect((await offer(edition)).result).toBe('ACCEPTED')
    expect(await refusedTo(withdrawAllowance(county, asked(edition.hash)))).toBe('allowance.used')
    await expect(county.sql.query('DELETE FROM allowance')).rejects.toThrow('append-only')
    await expect(county.sql.query('DELETE FROM allowance_end')).rejects.toThrow('append-only')
  })

  it('Nothing is allowed without a reason, nor what was never rejected for personal data', async () => {
    const { office } = county
    const [bad, good] = [office.edition(1, 1, duty()), office.edition(2, 2, { audience: 'INTERNAL' })]
    await offer(bad)
    await offer(good)
    const refused = async (hash: string, reason: string) =>
      refusalOf(await allowEdition(county, { ...asked(hash), reason })).code
    expect(await refused(bad.hash, '  ')).toBe('allowance.reason-required')
    expect(await refused(good.hash, REASON)).toBe('allowance.not-rejected')
    expect(await refused('0'.repeat(64), REASON)).toBe('allowance.not-rejected')
    expect(await county.sql.query('SELECT * FROM allowance')).toEqual([])
  })

  it('What detectors find in the same text later was not allowed, and takes a decision of its own', async () => {
    const edition = county.office.edition(1, 1, duty(`值班 ${PHONE}，张三 99000019800229001X`))
    await offer(edition)
    // As a county would hold it whose detectors knew telephones only.
    await county.sql.query(
      `INSERT INTO allowance (office_id, hash, number, findings, reason, allowed_by, allowed_by_name, allowed_at)
       VALUES ($1, $2, 1, '[{"kind":"MOBILE","place":"body","count":1}]', '值班', 'a-han', '韩梅', $3)`,
      [county.officeId, edition.hash, county.time.now],
    )
    expect((await offer(edition)).fault?.params).toEqual({ kind: 'RESIDENT_ID', place: 'body' })
    expect((await row())?.allowance).toBe(null)
    must(await allowEdition(county, { ...asked(edition.hash), reason: '本人要求公开' }))
    expect((await offer(edition)).result).toBe('ACCEPTED')
  })

  it('The same on the command line, for a technician', async () => {
    const edition = county.office.edition(1, 1, duty())
    await offer(edition)
    const run = async (...words: string[]) => {
      let out = ''
      let err = ''
      const code = await runCounty(
        [
          'allow',
          '--data',
          county.dataFolder,
          '--office',
          county.office.uscc,
          '--hash',
          edition.hash,
          ...words,
        ],
        {
          out: (text) => (out += text),
          err: (text) => (err += text),
          env: { DATABASE_URL: county.databaseUrl ?? '' },
        },
      )
      return { code, out, err }
    }
    const without = await run('--json')
    expect([without.code, JSON.parse(without.out)]).toMatchObject([1, { code: 'allowance.reason-required' }])
    const given = await run('--reason', REASON, '--by', '韩梅', '--json')
    expect([given.code, JSON.parse(given.out)]).toMatchObject([
      0,
      { ok: true, hash: edition.hash, allowance: { by: '韩梅', reason: REASON, end: null } },
    ])
    const back = await run('--withdraw')
    expect([back.code, back.out]).toEqual([0, `${county.office.name}：已撤回对 ${edition.hash} 的放行。\n`])
    expect((await run('--withdraw')).err).toContain('没有可以撤回的放行')
  })
})
