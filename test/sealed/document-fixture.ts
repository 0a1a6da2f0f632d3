import type { CountyCard, OfficeCard } from '../../domain/exchange/card.ts'
import type { Receipt, ReceiptItem } from '../../domain/exchange/receipt.ts'
import { OFFICE, USCC } from './package-fixture.ts'

export const RECIPIENT = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'
const COUNTY_INSTANCE = '01990000-0000-7000-8000-00000000c001'
const OFFICE_INSTANCE = '01990000-0000-7000-8000-000000000001'

export const OFFICE_CARD: OfficeCard = {
  format: 'board-office-card/1',
  office: { ...OFFICE, regionCode: '999999' },
  instanceId: OFFICE_INSTANCE,
  recipient: RECIPIENT,
  indexTemplate: '{uscc}/{yyyy}-{serial5}',
  claimedAt: '2026-11-20T08:00:00.000Z',
}

export const COUNTY_CARD: CountyCard = {
  format: 'board-county-card/1',
  county: {
    name: '示例县政务公开办公室',
    code: '999999',
    instanceId: COUNTY_INSTANCE,
    recipient: RECIPIENT,
  },
  address: 'https://10.0.0.7:8443',
  certificate: null,
  office: { uscc: USCC, keyId: 'ab'.repeat(32) },
  claimedAt: '2026-11-21T02:00:00.000Z',
}

export const accepted = (change: number): ReceiptItem => ({
  change,
  kind: 'EDITION',
  indexNumber: `${USCC}/2026-${String(change).padStart(5, '0')}`,
  editionNumber: 1,
  hash: 'cd'.repeat(32),
  result: 'ACCEPTED',
  fault: null,
  remarks: [],
})

export const rejected = (change: number): ReceiptItem => ({
  ...accepted(change),
  result: 'REJECTED',
  fault: { code: 'record.personal-data', params: { kind: 'ID_NUMBER', place: 'body' } },
})

const SEAL = 'ef'.repeat(32)

/** A receipt for these items, all of one package; `other` says what else. */
export function receiptOf(items: readonly ReceiptItem[], other: Partial<Receipt> = {}): Receipt {
  const count = items.filter(({ result }) => result === 'REJECTED').length
  const last = Math.max(2, ...items.map(({ change }) => change))
  return {
    format: 'board-receipt/1',
    county: {
      name: '示例县政务公开办公室',
      code: '999999',
      instance: { id: COUNTY_INSTANCE, former: [] },
    },
    office: OFFICE,
    number: 7,
    claimedAt: '2026-11-21T02:03:04.000Z',
    package: { instanceId: OFFICE_INSTANCE, sequence: 3, seal: SEAL, changes: { first: 2, last } },
    verdict: count > 0 ? 'PARTLY_REJECTED' : 'ACCEPTED',
    counts: {
      editions: items.length,
      withdrawals: 0,
      statistics: 1,
      attachments: 0,
      accepted: items.length - count,
      rejected: count,
    },
    items,
    held: { instanceId: OFFICE_INSTANCE, sequence: 3, seal: SEAL, change: last },
    waiting: [],
    missingFrom: null,
    unknown: [],
    officeKeyId: '12'.repeat(32),
    ...other,
  }
}
