import { describe, expect, it } from 'vitest'
import { balanceFaults, type FinanceBook, type FinanceEntry } from '../../../domain/table/finance-balance.ts'

const entry = (at: number, income: number, expense: number, balance: number | null = null): FinanceEntry => ({
  entry: at,
  row: at + 3,
  income: BigInt(income * 100),
  expense: BigInt(expense * 100),
  balance: balance === null ? null : BigInt(balance * 100),
})
const book = (entries: readonly FinanceEntry[], rest: Partial<FinanceBook> = {}): FinanceBook => ({
  opening: 100_000n,
  entries,
  closing: null,
  cash: null,
  bank: null,
  ...rest,
})

describe('opening + in − out = closing', () => {
  it('holds, and cash and bank make the closing balance', () => {
    const sound = book([entry(1, 500, 0, 1500), entry(2, 0, 200, 1300)], {
      closing: 130_000n,
      cash: 30_000n,
      bank: 100_000n,
    })
    expect(balanceFaults(sound)).toEqual([])
  })

  it('a running balance that breaks names its entry, what it should be and what stands there', () => {
    const broken = book([entry(1, 500, 0, 1500), entry(2, 0, 200, 1307), entry(3, 0, 7, 1300)])
    expect(balanceFaults(broken)).toEqual([
      {
        code: 'table.balance-mismatch',
        params: { row: 5, entry: 2, expected: '1,300.00', found: '1,307.00', difference: '7.00' },
      },
    ])
  })

  it('a difference of twice one entry is told as a guess that it stands on the wrong side', () => {
    const wrong = book([entry(1, 500, 0), entry(2, 0, 30), entry(3, 0, 200)], { closing: 133_000n })
    expect(balanceFaults(wrong)[0]).toMatchObject({
      code: 'table.balance-mismatch-side',
      params: { entry: 2, amount: '30.00', expected: '1,270.00', found: '1,330.00', difference: '60.00' },
    })
  })

  it('guesses nothing where two entries would explain it', () => {
    const two = book([entry(1, 0, 30), entry(2, 0, 30)], { closing: 100_000n })
    expect(balanceFaults(two)[0]?.code).toBe('table.closing-mismatch')
  })

  it('a difference that can be divided by nine points at exchanged digits', () => {
    const exchanged = book([entry(1, 0, 540), entry(2, 11, 0)], { closing: 56_100n })
    expect(balanceFaults(exchanged)[0]).toMatchObject({
      code: 'table.balance-mismatch-digits',
      params: { entry: 1, amount: '540.00', difference: '90.00' },
    })
  })

  it('cash and bank that do not make the closing balance are told', () => {
    expect(balanceFaults(book([], { cash: 100n, bank: 100_000n }))[0]).toMatchObject({
      code: 'table.cash-mismatch',
      params: { difference: '1.00' },
    })
  })
})
