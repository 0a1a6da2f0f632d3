import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ingestPackage, type Ingested } from '../../county/ingest/ingest-package.ts'
import { enrolOffice } from '../../county/office/enrol.ts'
import { revokeOffice } from '../../county/office/revoke.ts'
import type { DutyStatistic } from '../../domain/exchange/duty-statistic.ts'
import type { Receipt } from '../../domain/exchange/receipt.ts'
import type { Result } from '../../domain/refusal.ts'
import { readOfficeCard, writeOfficeCard } from '../../sealed/card.ts'
import { createPackageKey, type PackageKey } from '../../sealed/package-key.ts'
import { readReceipt } from '../../sealed/receipt.ts'
import { must, openTestCounty, refusalOf, type TestCounty } from './support/county.ts'

/** The card of an office as another key signs it. */
function cardBy(card: string, key: PackageKey): string {
  const { document } = must(readOfficeCard(card))
  return writeOfficeCard(document, key)
}

describe('What waits at the county, and the keys that vouch for it', () => {
  let county: TestCounty
  beforeEach(async () => {
    county = await openTestCounty(null)
  })
  afterEach(() => county.close())
  const ingest = (path: string): Promise<Result<Ingested>> =>
    ingestPackage(county, { file: path, cameBy: 'FILE', actor: 'cli' })
  const receiptIn = ({ receipt }: Ingested): Receipt => must(readReceipt(receipt.document)).document

  it('A held package whose file was lost is missing until the office offers it again', async () => {
    const { office } = county
    const one = await office.send({ editions: [office.edition(1, 1)], changes: { first: 1, last: 1 } })
    const two = await office.send({ editions: [office.edition(2, 2)], changes: { first: 2, last: 2 } })
    const three = await office.send({ editions: [office.edition(3, 3)], changes: { first: 3, last: 3 } })
    must(await ingest(one.file))
    must(await ingest(three.file))
    rmSync(join(county.dataFolder, 'waiting'), { recursive: true })
    must(await ingest(two.file))
    const four = await office.send({ editions: [office.edition(4, 4)], changes: { first: 4, last: 4 } })
    expect(receiptIn(must(await ingest(four.file)))).toMatchObject({ waiting: [4], missingFrom: 3 })
    const five = await office.send({
      editions: [office.edition(3, 3), office.edition(4, 4)],
      changes: { first: 3, last: 4 },
    })
    expect(must(await ingest(five.file))).toMatchObject({
      outcome: 'TAKEN_IN',
      accepted: 2,
      missingFrom: null,
    })
  })

  it('What waited is not taken in once its key was revoked, and is missing until it comes by another', async () => {
    const { office } = county
    const one = await office.send({ editions: [office.edition(1, 1)], changes: { first: 1, last: 1 } })
    must(await ingest(one.file))
    const other = createPackageKey()
    const two = await office.send({
      editions: [office.edition(2, 2)],
      changes: { first: 2, last: 2 },
      key: other,
      sequence: 2,
    })
    const three = await office.send({
      editions: [office.edition(3, 3)],
      changes: { first: 3, last: 3 },
      sequence: 3,
    })
    expect(must(await ingest(three.file)).outcome).toBe('HELD')
    must(await revokeOffice(county, { uscc: office.uscc, reason: '电脑遗失', actor: 'cli' }))
    must(await enrolOffice(county, { card: cardBy(office.card(), other), actor: 'cli', replace: true }))
    expect(must(await ingest(two.file))).toMatchObject({ missingFrom: 3, further: [] })
    expect(await county.sql.query('SELECT change FROM edition ORDER BY change')).toEqual([
      { change: 1 },
      { change: 2 },
    ])
    expect(refusalOf(await ingest(three.file)).code).toBe('package.key-revoked')
  })

  it('The gap of a restored office stays shown when an old stick of its former database comes', async () => {
    const { office } = county
    const one = await office.send({ editions: [office.edition(1, 1)], changes: { first: 1, last: 1 } })
    must(await ingest(one.file))
    const old = await office.send({ editions: [office.edition(2, 2)], changes: { first: 2, last: 2 } })
    office.restore(1)
    await office.send({ editions: [office.edition(1, 1)], changes: { first: 1, last: 1 } })
    const waits = await office.send({ editions: [office.edition(5, 2)], changes: { first: 2, last: 2 } })
    expect(must(await ingest(waits.file)).missingFrom).toBe(1)
    expect(must(await ingest(old.file))).toMatchObject({ outcome: 'TAKEN_IN', missingFrom: 1 })
  })

  it('A key that its successor has replaced is enrolled again by card when a person confirms it', async () => {
    const { office } = county
    const next = createPackageKey()
    const publicKey = next.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    const announced = { publicKey, recipient: county.age.recipient }
    const one = { editions: [office.edition(1, 1)], changes: { first: 1, last: 1 } }
    must(await ingest((await office.send({ ...one, nextKey: announced })).file))
    const two = { editions: [office.edition(2, 2)], changes: { first: 2, last: 2 } }
    must(await ingest((await office.send({ ...two, key: next })).file))
    office.restore(0)
    const again = await office.send(one)
    expect(refusalOf(await ingest(again.file)).code).toBe('package.key-revoked')
    const enrolment = { card: office.card(), actor: 'cli' }
    expect(refusalOf(await enrolOffice(county, enrolment)).code).toBe('enrolment.already')
    const reason = '单位从更换密钥前的备份恢复'
    must(await enrolOffice(county, { ...enrolment, replace: true, reason }))
    expect(must(await ingest(again.file)).outcome).toBe('TAKEN_IN')
    expect(
      refusalOf(await enrolOffice(county, { ...enrolment, card: cardBy(office.card(), next) })).code,
    ).toBe('enrolment.revoked')
  })

  it('Figures of the years a package does not speak of stay, and one written years ahead replaces none', async () => {
    const { office } = county
    const duty = (dutyId: string, due: string): DutyStatistic => ({
      format: 'board-duty-statistic/1',
      dutyId,
      regime: 'GOV',
      catalogue: null,
      unit: office.name,
      title: '公开预算',
      period: due.slice(0, 4),
      due,
      state: 'OVERDUE',
      closedOn: null,
      indexNumber: null,
    })
    const send = async (at: number, claimedAt: string, statistics: readonly DutyStatistic[]) => {
      const editions = [office.edition(at, at)]
      const sent = await office.send({ editions, statistics, changes: { first: at, last: at }, claimedAt })
      return must(await ingest(sent.file))
    }
    const duties = () => county.sql.query('SELECT duty_id FROM duty_statistic ORDER BY duty_id')
    const standing = () => county.sql.query('SELECT statistics_from, statistics_ahead FROM office_standing')
    await send(1, '2026-11-22T01:00:00.000Z', [duty('a', '2025-10-10'), duty('b', '2026-10-10')])
    await send(2, '2031-11-22T01:00:00.000Z', [])
    expect(await duties()).toEqual([{ duty_id: 'a' }, { duty_id: 'b' }])
    expect(await standing()).toEqual([{ statistics_from: '2025-01-01', statistics_ahead: '2031-11-22' }])
    county.time.now = '2027-01-04T02:00:00.000Z'
    await send(3, '2027-01-04T01:00:00.000Z', [duty('c', '2026-12-10')])
    expect(await duties()).toEqual([{ duty_id: 'a' }, { duty_id: 'c' }])
    expect(await standing()).toEqual([{ statistics_from: '2025-01-01', statistics_ahead: null }])
  })
})
