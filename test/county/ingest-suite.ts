import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest'
import { WAITING_SHARE } from '../../county/ingest/county-limits.ts'
import { giveUpWaiting } from '../../county/ingest/give-up-waiting.ts'
import { ingestPackage, type Ingested } from '../../county/ingest/ingest-package.ts'
import { enrolOffice } from '../../county/office/enrol.ts'
import { revokeOffice } from '../../county/office/revoke.ts'
import { receiptsSince } from '../../county/receipt/receipts.ts'
import type { Receipt } from '../../domain/exchange/receipt.ts'
import type { Result } from '../../domain/refusal.ts'
import { createPackageKey } from '../../sealed/package-key.ts'
import { readReceipt } from '../../sealed/receipt.ts'
import { must, openTestCounty, refusalOf, type TestCounty } from './support/county.ts'
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
 * What taking packages in promises, on whichever database it is given.
 * @example ingestSuite('PostgreSQL', startPostgres)
 */
export function ingestSuite(name: string, start: () => Promise<TestPostgres> | null): void {
  describe(`The county takes packages in (${name})`, () => {
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

    it('A package is taken in whole, with its files and statistics, and its receipt answers each change', async () => {
      const bytes = Buffer.from('%PDF-1.7 受理时间')
      const attachment = file('受理时间表.pdf', 'application/pdf', bytes)
      const { office } = county
      const first = office.edition(1, 1, { attachments: [attachment] })
      const { file: path, seal } = await office.send({
        editions: [first, office.edition(2, 2)],
        withdrawals: [office.withdrawal(first, 3)],
        statistics: [
          {
            format: 'board-duty-statistic/1',
            dutyId: 'd1',
            regime: 'GOV',
            catalogue: null,
            unit: office.name,
            title: '公开预算',
            period: '2026',
            due: '2026-03-01',
            state: 'DONE',
            closedOn: '2026-02-27',
            indexNumber: first.indexNumber,
          },
        ],
        changes: { first: 1, last: 3 },
        files: new Map([[attachment.sha256, bytes]]),
        recipients: [county.age.recipient],
      })
      const taken = must(await ingest(path))
      expect(taken).toMatchObject({ outcome: 'TAKEN_IN', accepted: 3, rejected: 0, missingFrom: null })
      const receipt = receiptIn(taken)
      expect(receipt.items.map(({ change, kind, result }) => [change, kind, result])).toEqual([
        [1, 'EDITION', 'ACCEPTED'],
        [2, 'EDITION', 'ACCEPTED'],
        [3, 'WITHDRAWAL', 'ACCEPTED'],
      ])
      expect(receipt).toMatchObject({
        number: 1,
        verdict: 'ACCEPTED',
        held: { instanceId: office.instance(), sequence: 1, seal, change: 3 },
        officeKeyId: office.key.keyId,
        waiting: [],
        unknown: [],
      })
      expect(readFileSync(county.blobs.pathOf(attachment.sha256))).toEqual(bytes)
      expect(await county.sql.query('SELECT state, closed_on FROM duty_statistic')).toEqual([
        { state: 'DONE', closed_on: '2026-02-27' },
      ])
      const [row] = await county.sql.query<{ content: string; hash: string }>(
        'SELECT content, hash FROM edition WHERE index_number = $1',
        [first.indexNumber],
      )
      expect(createHash('sha256').update(String(row?.content)).digest('hex')).toBe(first.hash)
    })

    it('The same package again changes nothing, and the same receipt is given', async () => {
      const { office } = county
      const { file: path } = await office.send({
        editions: [office.edition(1, 1)],
        changes: { first: 1, last: 1 },
      })
      const taken = must(await ingest(path))
      const before = await county.everything()
      county.time.now = '2027-01-05T02:00:00.000Z'
      const again = must(await ingest(path))
      expect(again).toMatchObject({ outcome: 'KNOWN', accepted: 1, receipt: taken.receipt })
      expect(await county.everything()).toBe(before)
    })

    it('Of one package handed in twice at the same moment one is taken in and the other is known', async () => {
      const { office } = county
      const editions = Array.from({ length: 60 }, (_, at) => office.edition(at + 1, at + 1))
      const { file: path } = await office.send({ editions, changes: { first: 1, last: 60 } })
      const both = await Promise.all([ingest(path), ingest(path)])
      expect(both.map((one) => must(one).outcome).sort()).toEqual(['KNOWN', 'TAKEN_IN'])
      expect(await receiptsSince(county.sql, county.officeId, 0)).toHaveLength(1)
    })

    it('A package that comes too early is held, and taken in with a receipt of its own when the gap closes', async () => {
      const { office } = county
      const one = await office.send({ editions: [office.edition(1, 1)], changes: { first: 1, last: 1 } })
      const two = await office.send({ editions: [office.edition(2, 2)], changes: { first: 2, last: 2 } })
      const three = await office.send({ editions: [office.edition(3, 3)], changes: { first: 3, last: 3 } })
      must(await ingest(one.file))
      const held = must(await ingest(three.file))
      expect(held).toMatchObject({ outcome: 'HELD', missingFrom: 2 })
      expect(receiptIn(held)).toMatchObject({ verdict: 'HELD', items: [], waiting: [3], missingFrom: 2 })
      expect(must(await ingest(three.file)).outcome).toBe('KNOWN')
      const closed = must(await ingest(two.file))
      expect(closed.further).toHaveLength(1)
      const further = must(readReceipt(closed.further[0]?.document ?? '')).document
      expect(further).toMatchObject({
        number: 4,
        verdict: 'ACCEPTED',
        package: { sequence: 3 },
        held: { change: 3 },
        waiting: [],
        missingFrom: null,
      })
      expect(readdirSync(join(county.dataFolder, 'waiting'))).toEqual([])
      expect(must(await ingest(three.file)).receipt.number).toBe(4)
    })

    it('What waits has a share for each office: a full one stops that office alone, until somebody gives up waiting', async () => {
      const { office } = county
      const second = officeSender(county.stick, '11990000000000002E', '示例县河口镇人民政府')
      must(await enrolOffice(county, { card: second.card(), actor: 'cli' }))
      const early = (sender: typeof office, change: number) =>
        sender.send({ editions: [sender.edition(change, change)], changes: { first: change, last: change } })
      const waits = await early(office, 3)
      must(await ingest(waits.file))
      await county.sql.query('UPDATE package SET size = $1', [WAITING_SHARE])
      const more = await early(office, 5)
      expect(refusalOf(await ingest(more.file))).toMatchObject({
        code: 'package.waiting-full',
        params: { missingFrom: 1 },
      })
      expect(must(await ingest((await early(second, 2)).file)).outcome).toBe('HELD')
      const given = must(await giveUpWaiting(county, { uscc: office.uscc, actor: 'cli' }))
      expect(given.sequences).toEqual([1])
      expect(readdirSync(join(county.dataFolder, 'waiting'))).toHaveLength(1)
      // As if it had never come: it may come again, and is taken in when its turn comes.
      expect(must(await ingest(more.file)).outcome).toBe('HELD')
      const all = [1, 2, 3].map((at) => office.edition(at, at))
      const whole = must(
        await ingest((await office.send({ editions: all, changes: { first: 1, last: 5 } })).file),
      )
      expect([whole.outcome, whole.accepted]).toEqual(['TAKEN_IN', 3])
    })

    it('A held package whose file was lost is shown as missing, and is taken in when it is handed in again', async () => {
      const { office } = county
      const [one, two, three] = [
        await office.send({ editions: [office.edition(1, 1)], changes: { first: 1, last: 1 } }),
        await office.send({ editions: [office.edition(2, 2)], changes: { first: 2, last: 2 } }),
        await office.send({ editions: [office.edition(3, 3)], changes: { first: 3, last: 3 } }),
      ]
      must(await ingest(one.file))
      must(await ingest(three.file))
      rmSync(join(county.dataFolder, 'waiting'), { recursive: true })
      expect(must(await ingest(two.file))).toMatchObject({ missingFrom: 3, further: [] })
      expect(await county.sql.query('SELECT sequence, state FROM package WHERE sequence = 3')).toEqual([
        { sequence: 3, state: 'SUPERSEDED' },
      ])
      const again = must(await ingest(three.file))
      expect(again.further.map(({ sequence, verdict }) => [sequence, verdict])).toEqual([[3, 'ACCEPTED']])
      expect(must(await ingest(three.file)).receipt).toEqual(again.further[0])
    })

    it('A lost package is made good by a later one that offers everything since; what waited is overtaken', async () => {
      const { office } = county
      const editions = [1, 2, 3, 4].map((at) => office.edition(at, at))
      const one = await office.send({ editions: editions.slice(0, 1), changes: { first: 1, last: 1 } })
      await office.send({ editions: editions.slice(1, 2), changes: { first: 2, last: 2 } })
      const three = await office.send({ editions: editions.slice(2, 3), changes: { first: 3, last: 3 } })
      const four = await office.send({ editions: editions.slice(1), changes: { first: 2, last: 4 } })
      must(await ingest(one.file))
      must(await ingest(three.file))
      const taken = must(await ingest(four.file))
      expect(taken).toMatchObject({ outcome: 'TAKEN_IN', accepted: 3, missingFrom: null, further: [] })
      expect(await county.sql.query('SELECT sequence, state FROM package ORDER BY sequence')).toEqual([
        { sequence: 1, state: 'APPLIED' },
        { sequence: 3, state: 'SUPERSEDED' },
        { sequence: 4, state: 'APPLIED' },
      ])
      expect(readdirSync(join(county.dataFolder, 'waiting'))).toEqual([])
    })

    it('A restored office begins anew: what is held stays, and what it did not offer is named', async () => {
      const { office } = county
      const [kept, lost] = [office.edition(1, 1), office.edition(2, 2)]
      const one = await office.send({ editions: [kept, lost], changes: { first: 1, last: 2 } })
      must(await ingest(one.file))
      const former = office.instance()
      office.restore(0)
      const two = await office.send({
        editions: [kept, office.edition(7, 2)],
        changes: { first: 1, last: 2 },
      })
      const receipt = receiptIn(must(await ingest(two.file)))
      expect(receipt.unknown).toEqual([{ indexNumber: lost.indexNumber, editionNumber: 1, hash: lost.hash }])
      expect(receipt.items[0]?.remarks).toEqual(['remark.known'])
      expect(await county.sql.query('SELECT count(*) AS n FROM edition')).toEqual([{ n: 3 }])
      expect(await county.sql.query('SELECT instance_id FROM office_former_instance')).toEqual([
        { instance_id: former },
      ])
      expect(refusalOf(await ingest(one.file)).code).toBe('package.former-instance')
    })

    it('Another key is believed only after a package signed with the former one has announced it', async () => {
      const { office } = county
      const next = createPackageKey()
      const publicKey = next.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
      const recipient = county.age.recipient
      const one = await office.send({
        editions: [office.edition(1, 1)],
        changes: { first: 1, last: 1 },
        nextKey: { publicKey, recipient },
      })
      const two = await office.send({
        editions: [office.edition(2, 2)],
        changes: { first: 2, last: 2 },
        key: next,
      })
      expect(refusalOf(await ingest(two.file)).code).toBe('package.unknown-key')
      expect(receiptIn(must(await ingest(one.file))).officeKeyId).toBe(next.keyId)
      expect(must(await ingest(two.file)).outcome).toBe('TAKEN_IN')
      const three = await office.send({ editions: [office.edition(3, 3)], changes: { first: 3, last: 3 } })
      expect(refusalOf(await ingest(three.file)).code).toBe('package.key-revoked')
      expect(must(await ingest(one.file)).outcome).toBe('KNOWN')
    })

    it('What is forged, foreign, damaged, older or sealed for somebody else is refused and changes nothing', async () => {
      const { office } = county
      const edition = office.edition(1, 1)
      must(await ingest((await office.send({ editions: [edition], changes: { first: 1, last: 1 } })).file))
      const before = await county.everything()
      const refused = async (path: string): Promise<string> => {
        const { code } = refusalOf(await ingest(path))
        expect(await county.everything()).toBe(before)
        return code
      }
      const send = (more: object = {}) =>
        office.send({ editions: [office.edition(2, 2)], changes: { first: 2, last: 2 }, ...more })
      const stranger = officeSender(county.stick, '11990000000000002E', '别处')
      const strange = await stranger.send({
        editions: [stranger.edition(1, 1)],
        changes: { first: 1, last: 1 },
      })
      expect(await refused(strange.file)).toBe('package.unknown-office')
      expect(await refused((await send({ key: createPackageKey() })).file)).toBe('package.unknown-key')
      const claims = officeSender(county.stick, office.uscc)
      const forged = await claims.send({
        changes: { first: 1, last: 1 },
        editions: [edition],
        key: stranger.key,
      })
      expect(await refused(forged.file)).toBe('package.unknown-key')
      const { file: whole } = await send({ sequence: 2 })
      const bytes = readFileSync(whole)
      const cut = `${whole}.cut`
      writeFileSync(cut, bytes.subarray(0, bytes.length - 100))
      expect(await refused(cut)).toMatch(/^package\.(damaged|not-a-package)$/)
      const flipped = `${whole}.flip`
      const other = Buffer.from(bytes)
      other[200] = (other[200] ?? 0) ^ 1
      writeFileSync(flipped, other)
      expect(await refused(flipped)).toBe('package.damaged')
      appendFileSync(cut, 'x')
      expect(await refused(join(county.stick, 'nothing.zip'))).toBe('package.not-found')
      const elsewhere = await send({
        sequence: 2,
        recipients: ['age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'],
      })
      expect(await refused(elsewhere.file)).toBe('package.sealed-for-other')
      office.goBack(0)
      const changed = await office.send({ editions: [office.edition(8, 1)], changes: { first: 1, last: 1 } })
      expect(await refused(changed.file)).toBe('package.other-content')
      expect(readdirSync(join(county.dataFolder, 'staging'))).toEqual([])
      const [logged] = await county.sql.query<{ n: number }>(
        `SELECT count(*) AS n FROM audit_event WHERE action = 'package.refused'`,
      )
      expect(logged?.n).toBe(8)
    })

    it('What the county holds as taken down and a restored office offers as published is rejected with day and reason, and stays down', async () => {
      const { office } = county
      const [lost, other] = [office.edition(1, 1), office.edition(2, 2)]
      must(
        await ingest((await office.send({ editions: [lost, other], changes: { first: 1, last: 2 } })).file),
      )
      // Late in the evening in UTC: the next day here.
      const down = { ...office.withdrawal(lost, 3), withdrawnAt: '2026-11-19T20:00:00.000Z' }
      must(await ingest((await office.send({ withdrawals: [down], changes: { first: 3, last: 3 } })).file))
      office.restore(1)
      const again = must(
        await ingest((await office.send({ editions: [lost, other], changes: { first: 1, last: 2 } })).file),
      )
      const receipt = receiptIn(again)
      expect(again).toMatchObject({ accepted: 1, rejected: 1 })
      expect(receipt.items.map(({ change, result, fault }) => [change, result, fault])).toEqual([
        [
          1,
          'REJECTED',
          { code: 'record.withdrawn', params: { reason: 'PUBLISHED_IN_ERROR', withdrawnOn: '2026-11-20' } },
        ],
        [2, 'ACCEPTED', null],
      ])
      expect(receipt.unknown).toEqual([])
      expect(await county.sql.query('SELECT index_number FROM withdrawal')).toEqual([
        { index_number: lost.indexNumber },
      ])
      // Taken down at the office too, or published anew: both sides agree.
      const settled = must(
        await ingest(
          (
            await office.send({
              editions: [office.edition(1, 4, { title: '更正后的通知' }, 2)],
              withdrawals: [office.withdrawal(lost, 3)],
              changes: { first: 3, last: 4 },
            })
          ).file,
        ),
      )
      expect(settled).toMatchObject({ accepted: 2, rejected: 0 })
    })

    it('An office that offers everything again sends the tombstone alone, and what waited meanwhile is not put up again', async () => {
      const { office } = county
      const [gone, stays] = [office.edition(1, 2), office.edition(2, 3)]
      must(
        await ingest(
          (await office.send({ editions: [office.edition(9, 1)], changes: { first: 1, last: 1 } })).file,
        ),
      )
      const missed = await office.send({ editions: [gone], changes: { first: 2, last: 2 } })
      const waiting = await office.send({ editions: [stays], changes: { first: 3, last: 3 } })
      expect(must(await ingest(waiting.file)).outcome).toBe('HELD')
      const whole = await office.send({
        editions: [office.edition(9, 1), stays],
        withdrawals: [office.withdrawal(gone, 4)],
        changes: { first: 1, last: 4 },
      })
      const taken = must(await ingest(whole.file))
      expect(taken).toMatchObject({ outcome: 'TAKEN_IN', rejected: 0, missingFrom: null, further: [] })
      expect(refusalOf(await ingest(missed.file)).code).toBe('package.older')
      expect(must(await ingest(waiting.file)).rejected).toBe(0)
      const last = await office.send({
        editions: [office.edition(9, 1), stays],
        withdrawals: [office.withdrawal(gone, 4)],
        changes: { first: 1, last: 4 },
      })
      expect(must(await ingest(last.file))).toMatchObject({ accepted: 3, rejected: 0 })
    })

    it('After an office was revoked nothing of it is taken in, and what is held stays', async () => {
      const { office } = county
      must(
        await ingest(
          (await office.send({ editions: [office.edition(1, 1)], changes: { first: 1, last: 1 } })).file,
        ),
      )
      must(await revokeOffice(county, { uscc: office.uscc, reason: '电脑遗失', actor: 'cli' }))
      const { file: path } = await office.send({
        editions: [office.edition(2, 2)],
        changes: { first: 2, last: 2 },
      })
      expect(refusalOf(await ingest(path)).code).toBe('package.key-revoked')
      expect(refusalOf(await enrolOffice(county, { card: office.card(), actor: 'cli' })).code).toBe(
        'enrolment.revoked',
      )
      expect(await county.sql.query('SELECT count(*) AS n FROM edition')).toEqual([{ n: 1 }])
    })

    it('The hundredth exchange is like the first: nothing is left behind on the disk', async () => {
      const { office } = county
      for (let at = 1; at <= 100; at += 1) {
        const sent = await office.send({
          editions: [office.edition(at, at)],
          changes: { first: at, last: at },
        })
        must(await ingest(sent.file))
      }
      expect(readdirSync(join(county.dataFolder, 'staging'))).toEqual([])
      expect((await receiptsSince(county.sql, county.officeId, 0)).map(({ number }) => number)).toEqual(
        Array.from({ length: 100 }, (_, at) => at + 1),
      )
    })
  })
}
