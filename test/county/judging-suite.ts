import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendDown } from '../../county/downward/send-down.ts'
import { ingestPackage, type Ingested } from '../../county/ingest/ingest-package.ts'
import { enrolOffice } from '../../county/office/enrol.ts'
import type { Receipt } from '../../domain/exchange/receipt.ts'
import type { Result } from '../../domain/refusal.ts'
import { readReceipt } from '../../sealed/receipt.ts'
import { must, openTestCounty, type TestCounty } from './support/county.ts'
import { officeSender } from './support/office-sender.ts'
import type { TestPostgres } from './support/postgres.ts'

const file = (name: string, mediaType: string, bytes: Buffer) => ({
  id: 'a1',
  name,
  mediaType,
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  role: 'ATTACHMENT' as const,
})

/**
 * What judging row by row promises, on whichever database it is given.
 * @example judgingSuite('PostgreSQL', startPostgres)
 */
export function judgingSuite(name: string, start: () => Promise<TestPostgres> | null): void {
  describe(`The county judges a package row by row (${name})`, () => {
    let postgres: TestPostgres | null = null
    let county: TestCounty
    beforeAll(async () => {
      postgres = await start()
    })
    afterAll(() => postgres?.stop())
    beforeEach(async () => {
      county = await openTestCounty(postgres)
    })
    afterEach(() => county.close())

    const ingest = (path: string): Promise<Result<Ingested>> =>
      ingestPackage(county, { file: path, cameBy: 'FILE', actor: 'cli' })
    const receiptIn = ({ receipt }: Ingested): Receipt => must(readReceipt(receipt.document)).document

    it('Each row that breaks a rule is rejected with its reason, the others are taken in', async () => {
      const { office } = county
      const png = Buffer.from('<svg onload="alert(1)">')
      const bad = file('图.svg', 'image/svg+xml', png)
      const other = { ...office.edition(2, 2), indexNumber: '示例/2026-1' }
      const editions = [
        office.edition(1, 1),
        other,
        office.edition(3, 3, { audience: 'INTERNAL' }),
        office.edition(4, 4, { issueDate: '2026-11-01' }),
        office.edition(5, 5, { documentDate: '2026-02-30' }),
        office.edition(6, 6, { attachments: [bad] }),
        office.edition(7, 7, { title: '联系电话13800138000' }),
        office.edition(8, 8, {
          body: { type: 'doc', content: [{ type: 'table', content: [{ type: 'tableRow' }] }] } as never,
        }),
        office.edition(1, 9, { title: '另一篇' }),
      ]
      const { file: path } = await office.send({
        editions,
        withdrawals: [office.withdrawal(office.edition(1, 10, { title: '不是这一篇' }), 10)],
        changes: { first: 1, last: 10 },
        files: new Map([[bad.sha256, png]]),
      })
      const taken = must(await ingest(path))
      const receipt = receiptIn(taken)
      expect(receipt.verdict).toBe('PARTLY_REJECTED')
      expect(receipt.items.map(({ change, fault }) => [change, fault?.code ?? null])).toEqual([
        [1, null],
        [2, 'record.index-number'],
        [3, 'record.not-public'],
        [4, 'record.dates'],
        [5, 'record.dates'],
        [6, 'record.file-type'],
        [7, 'record.personal-data'],
        [8, 'record.unreadable'],
        [9, 'record.edition-differs'],
        [10, 'record.withdrawal-differs'],
      ])
      expect(receipt.items[6]?.fault?.params).toEqual({ kind: 'MOBILE', place: 'title' })
      expect(existsSync(county.blobs.pathOf(bad.sha256))).toBe(false)
      // Of the text with personal data nothing is left, neither in the database nor on the disk.
      expect(await county.everything()).not.toContain('13800138000')
      expect(await county.sql.query('SELECT count(*) AS n FROM edition')).toEqual([{ n: 1 }])
      expect(await county.sql.query('SELECT count(*) AS n FROM rejection')).toEqual([{ n: 9 }])
    })

    it('What is strange but no fault is taken with a remark', async () => {
      const { office } = county
      const same = { ...office.edition(1, 1), publishedAt: '2041-01-01T00:00:00.000Z' }
      const never = office.edition(9, 3)
      const sent = await office.send({
        editions: [same, { ...office.edition(1, 2), indexNumber: office.edition(2, 2).indexNumber }],
        withdrawals: [office.withdrawal(never, 3)],
        changes: { first: 1, last: 3 },
      })
      expect(receiptIn(must(await ingest(sent.file))).items.map(({ remarks }) => remarks)).toEqual([
        ['remark.clock'],
        ['remark.same-text'],
        ['remark.never-here'],
      ])
      const again = await office.send({
        editions: [{ ...same, change: 1 }],
        withdrawals: [office.withdrawal(never, 3)],
        changes: { first: 1, last: 3 },
      })
      expect(receiptIn(must(await ingest(again.file))).items.map(({ remarks }) => remarks)).toEqual([
        ['remark.known'],
        ['remark.known'],
      ])
    })

    it('Of a row with personal data nothing that was written is kept or sent back, whatever else is wrong with it', async () => {
      const { office } = county
      const id = '99000019800229001X'
      const bytes = Buffer.from('x')
      const named = { ...file(`张三${id}.et`, `application/${id}`, bytes), id: 'a1' }
      const plainName = { ...file('名单.et', `application/${id}`, bytes), id: 'a1' }
      const numbered = { ...office.edition(3, 3), indexNumber: `张三${id}` }
      const taken = must(
        await ingest(
          (
            await office.send({
              editions: [
                office.edition(1, 1, { attachments: [named] }),
                office.edition(2, 2, { attachments: [plainName] }),
                numbered,
                { ...office.edition(4, 4, { title: `${id}低保` }), indexNumber: id },
              ],
              withdrawals: [{ ...office.withdrawal(numbered, 5), note: id, title: id }],
              changes: { first: 1, last: 5 },
              files: new Map([[named.sha256, bytes]]),
            })
          ).file,
        ),
      )
      expect(receiptIn(taken).items.map(({ fault }) => fault)).toMatchObject([
        { code: 'record.personal-data', params: { kind: 'RESIDENT_ID', place: 'attachment' } },
        { code: 'record.file-type', params: { name: '名单.et' } },
        { code: 'record.index-number' },
        { code: 'record.personal-data', params: { place: 'title' } },
        { code: 'record.index-number' },
      ])
      expect(taken.receipt.document).not.toContain(id)
      expect(await county.everything()).not.toContain(id)
    })

    it('What is held can always be taken down, also after the office’s numbers have got another form', async () => {
      const { office } = county
      const card = { card: office.card(), indexTemplate: '{regionCode}/{yyyy}-{seq:5}', actor: 'cli' }
      must(await enrolOffice(county, card))
      const held = { ...office.edition(1, 1), indexNumber: '990000/2026-00001' }
      const one = await office.send({ editions: [held], changes: { first: 1, last: 1 } })
      expect(must(await ingest(one.file)).accepted).toBe(1)
      await county.sql.query(`UPDATE office SET region_code = '990100'`)
      const down = office.withdrawal(held, 2)
      const two = await office.send({
        withdrawals: [
          { ...down, editionHash: 'a'.repeat(64) },
          { ...down, change: 3 },
        ],
        changes: { first: 2, last: 3 },
      })
      const { items } = receiptIn(must(await ingest(two.file)))
      expect(items.map(({ result, fault }) => [result, fault?.code])).toEqual([
        ['REJECTED', 'record.index-number'],
        ['ACCEPTED', undefined],
      ])
      expect(await county.sql.query('SELECT edition_hash FROM withdrawal')).toEqual([
        { edition_hash: held.hash },
      ])
    })

    it('Signs that no database holds stop no package, wherever they stand', async () => {
      const { office } = county
      const nul = 'a\0b'
      const bytes = Buffer.from('%PDF-1.7')
      const odd = { ...file(`${nul}.pdf`, 'application/pdf', bytes), id: nul }
      const first = office.edition(1, 1, {
        title: nul,
        documentNumber: nul,
        catalogue: { name: nul, level1: nul, level2: nul },
        attachments: [odd, { ...odd, id: nul.repeat(1000) }],
      })
      const second = office.edition(2, 2, { title: nul, abstract: nul, attachments: [odd] })
      const sent = await office.send({
        editions: [first, second, { ...office.edition(3, 3), indexNumber: nul }],
        withdrawals: [
          { ...office.withdrawal(second, 4), title: nul, note: nul, consolidatedInto: nul },
          { ...office.withdrawal(second, 5), indexNumber: nul },
        ],
        statistics: [
          {
            format: 'board-duty-statistic/1',
            dutyId: nul,
            regime: 'GOV',
            catalogue: { name: nul, level1: nul, level2: nul },
            unit: nul,
            title: nul,
            period: nul,
            due: '2026-03-31',
            state: 'DONE',
            closedOn: null,
            indexNumber: nul,
          },
        ],
        changes: { first: 1, last: 5 },
        files: new Map([[odd.sha256, bytes]]),
      })
      const { items } = receiptIn(must(await ingest(sent.file)))
      expect(items.map(({ fault }) => fault?.code ?? null)).toEqual([
        'record.unreadable',
        null,
        'record.index-number',
        null,
        'record.index-number',
      ])
      expect(await county.sql.query('SELECT period, index_number FROM duty_statistic')).toEqual([
        { period: 'a\ufffdb', index_number: 'a\ufffdb' },
      ])
    })

    it('An index number that another office uses is rejected', async () => {
      const { office } = county
      const second = officeSender(county.stick, '11990000000000002E', '示例县河口镇人民政府')
      must(await enrolOffice(county, { card: second.card(), indexTemplate: '{yyyy}-{seq:3}', actor: 'cli' }))
      must(await enrolOffice(county, { card: office.card(), indexTemplate: '{yyyy}-{seq:3}', actor: 'cli' }))
      const numbered = (sender: typeof office) => ({ ...sender.edition(1, 1), indexNumber: '2026-001' })
      const one = await office.send({ editions: [numbered(office)], changes: { first: 1, last: 1 } })
      const two = await second.send({ editions: [numbered(second)], changes: { first: 1, last: 1 } })
      must(await ingest(one.file))
      const receipt = receiptIn(must(await ingest(two.file)))
      expect(receipt.items[0]?.fault?.code).toBe('record.index-number-taken')
    })

    it('An item that is not in the catalogue the county gave out is rejected', async () => {
      const { office } = county
      const table =
        '序号,公开事项（一级事项）,公开事项（二级事项）,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体\n1,最低生活保障,办事指南,条件,条例,长期公开,县民政局,网站\n'
      must(
        await sendDown(county, {
          officeIds: [county.officeId],
          items: [{ kind: 'CATALOGUE', fileName: '社会救助.csv', bytes: Buffer.from(table, 'utf8') }],
          actor: 'cli',
        }),
      )
      const [line] = await county.sql.query<{ catalogue: string }>('SELECT catalogue FROM catalogue_line')
      const within = { name: line?.catalogue ?? '', level1: '最低生活保障' }
      const sent = await office.send({
        editions: [
          office.edition(1, 1, { catalogue: { ...within, level2: '办事指南' } }),
          office.edition(2, 2, { catalogue: { ...within, level2: '没有的事项' } }),
          office.edition(3, 3, { catalogue: { name: '本单位自定', level1: '甲', level2: '乙' } }),
        ],
        changes: { first: 1, last: 3 },
      })
      const { items } = receiptIn(must(await ingest(sent.file)))
      expect(items.map(({ fault }) => fault?.code ?? null)).toEqual([null, 'record.catalogue-item', null])
    })
  })
}
