import { describe, expect, it } from 'vitest'
import { receiptCounts } from '../../../domain/exchange/receipt-counts.ts'
import type { Receipt, ReceiptItem } from '../../../domain/exchange/receipt.ts'
import { type NoticeChange, taskEndedBy } from '../../../domain/exchange/task-end.ts'

const item = (change: number, result: ReceiptItem['result'] = 'ACCEPTED'): ReceiptItem => ({
  change,
  kind: 'EDITION',
  indexNumber: 'x',
  editionNumber: 1,
  hash: 'h',
  result,
  fault: result === 'REJECTED' ? { code: 'record.dates', params: {} } : null,
  remarks: [],
})

type Counted = Pick<Receipt, 'number' | 'verdict' | 'counts' | 'items'>
function receipt(items: readonly ReceiptItem[], change: Partial<Counted> = {}): Counted {
  const rejected = items.filter(({ result }) => result === 'REJECTED').length
  return {
    number: 7,
    verdict: rejected > 0 ? 'PARTLY_REJECTED' : 'ACCEPTED',
    counts: {
      editions: items.length,
      withdrawals: 0,
      statistics: 3,
      attachments: 0,
      accepted: items.length - rejected,
      rejected,
    },
    items,
    ...change,
  }
}

const two = { editions: 2, withdrawals: 0 }

describe('figures of a receipt', () => {
  it('hold when declared equals received equals accepted and rejected', () => {
    expect(receiptCounts(receipt([item(1), item(2, 'REJECTED')]), two)).toEqual({ ok: true, value: 2 })
    expect(receiptCounts(receipt([item(1)]), undefined)).toEqual({ ok: true, value: 1 })
  })

  const whole = receipt([item(1), item(2)])
  const none = { ...whole.counts, accepted: 0 }
  it.each<[string, Counted]>([
    ['the county counted less than was declared', receipt([item(1)])],
    ['a change is answered twice', receipt([item(1), item(1)])],
    ['a change is not answered', { ...whole, items: [item(1)] }],
    ['the verdict says another thing than the items', { ...whole, verdict: 'PARTLY_REJECTED' }],
    ['a held package is answered for', { ...whole, verdict: 'HELD' }],
    ['the sum is wrong', { ...whole, counts: { ...whole.counts, accepted: 1 } }],
  ])('do not hold when %s', (_, wrong) => {
    expect(receiptCounts(wrong, two)).toMatchObject({ ok: false, code: 'receipt.counts-differ' })
  })

  it('hold for a held package that answers nothing', () => {
    expect(receiptCounts({ ...whole, verdict: 'HELD', items: [], counts: none }, two).ok).toBe(true)
  })
})

describe('a rejected change', () => {
  const edition = (editionNumber: number): NoticeChange => ({ kind: 'EDITION', editionNumber })
  const withdrawal = (editionNumber: number): NoticeChange => ({ kind: 'WITHDRAWAL', editionNumber })

  it('is settled by the same or a later edition, or by its withdrawal', () => {
    expect(taskEndedBy(edition(2), edition(2))).toBe('ACCEPTED')
    expect(taskEndedBy(edition(2), edition(3))).toBe('ACCEPTED')
    expect(taskEndedBy(edition(2), edition(1))).toBeNull()
    expect(taskEndedBy(edition(2), withdrawal(2))).toBe('WITHDRAWN')
    expect(taskEndedBy(edition(2), withdrawal(1))).toBeNull()
  })

  it('that is a withdrawal is not settled by the edition it takes down', () => {
    expect(taskEndedBy(withdrawal(2), edition(2))).toBeNull()
    expect(taskEndedBy(withdrawal(2), edition(3))).toBe('ACCEPTED')
    expect(taskEndedBy(withdrawal(2), withdrawal(2))).toBe('WITHDRAWN')
  })
})
