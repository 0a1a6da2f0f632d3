import { describe, expect, it } from 'vitest'
import { placeReceipt, type ReceiptTaker } from '../../../domain/exchange/receipt-place.ts'
import type { Receipt } from '../../../domain/exchange/receipt.ts'

const held = { instanceId: 'A', sequence: 3, seal: 'seal 3', change: 30 }

const receipt: Receipt = {
  format: 'board-receipt/1',
  county: { name: '示例县', code: '990000', instance: { id: 'county', former: ['county before'] } },
  office: { name: '示例县云溪镇人民政府', uscc: '119900000000000019' },
  number: 7,
  claimedAt: '2026-11-20T08:00:00.000Z',
  package: { instanceId: 'A', sequence: 3, seal: 'seal 3', changes: { first: 21, last: 30 } },
  verdict: 'ACCEPTED',
  counts: { editions: 1, withdrawals: 0, statistics: 0, attachments: 0, accepted: 1, rejected: 0 },
  items: [
    {
      change: 30,
      kind: 'EDITION',
      indexNumber: '119900000000000019/2026-00030',
      editionNumber: 1,
      hash: 'hash',
      result: 'ACCEPTED',
      fault: null,
      remarks: [],
    },
  ],
  held,
  waiting: [],
  missingFrom: null,
  unknown: [],
  officeKeyId: 'key',
}

/** The office has written four packages with forty changes, and taken in receipt 6. */
const office: ReceiptTaker = {
  uscc: '119900000000000019',
  instance: { id: 'A', former: ['Z'] },
  newestSequence: 4,
  newestChange: 40,
  sealOf: (sequence) => `seal ${String(sequence)}`,
  county: { instanceId: 'county', number: 6 },
  cardInstanceId: 'county',
  formerCountyInstances: ['county before'],
  digestOf: (instance, number) => (instance === 'county' && number === 6 ? 'digest 6' : undefined),
}

const place = (of: Partial<Receipt>, digest = 'digest', taker: Partial<ReceiptTaker> = {}) => {
  const placed = placeReceipt({ ...office, ...taker }, { ...receipt, ...of }, digest)
  return placed.ok ? placed.value.place : placed.code
}

describe('At the office a receipt', () => {
  it('with the next number is new', () => {
    expect(place({})).toBe('NEW')
    expect(place({}, 'digest', { county: null })).toBe('NEW')
  })

  it('that is on record changes nothing, and another under its number is refused', () => {
    expect(place({ number: 6 }, 'digest 6')).toBe('KNOWN')
    expect(place({ number: 6 }, 'another')).toBe('receipt.other-content')
  })

  it('with a lower number speaks only of what no newer one speaks of', () => {
    expect(place({ number: 5 })).toBe('LATE')
  })

  it('from a county database that was given up speaks only of what is still held', () => {
    const before = { ...receipt.county, instance: { id: 'county before', former: [] } }
    expect(place({ county: before })).toBe('LATE')
  })

  it('for another office is refused', () => {
    expect(place({ office: { name: '示例县青石乡人民政府', uscc: 'other' } })).toBe('receipt.other-office')
  })

  it('about a database this one does not come from is refused, about a former one it is not', () => {
    expect(place({ package: { ...receipt.package, instanceId: 'B' } })).toBe('receipt.other-instance')
    expect(place({ package: { ...receipt.package, instanceId: 'Z' } })).toBe('NEW')
  })

  it('about a package this database never wrote is refused', () => {
    expect(place({ package: { ...receipt.package, seal: 'another' } })).toBe('receipt.never-sent')
  })

  it('that knows more of this database than it knows itself shows that the disk went back', () => {
    expect(place({ package: { ...receipt.package, sequence: 5 } })).toBe('receipt.ahead')
    expect(place({ held: { ...held, sequence: 5 } })).toBe('receipt.ahead')
    expect(place({ held: { ...held, change: 41 } })).toBe('receipt.ahead')
    expect(place({ held: { ...held, instanceId: 'Z', change: 400, sequence: 50 } })).toBe('NEW')
  })

  it('of a county that was restored says so, when it names the database known here', () => {
    const restored = {
      ...receipt.county,
      instance: { id: 'county after', former: ['county before', 'county'] },
    }
    expect(place({ county: restored, number: 1 })).toBe('COUNTY_RESTORED')
  })

  it('of a county database that names no known one is refused until its card is taken in', () => {
    const other = { ...receipt.county, instance: { id: 'county anew', former: [] } }
    expect(place({ county: other })).toBe('receipt.unknown-county')
    expect(place({ county: other }, 'digest', { cardInstanceId: 'county anew' })).toBe('COUNTY_RESTORED')
  })
})
