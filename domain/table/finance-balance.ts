import { writeAmount } from './amount.ts'
import type { TableFault } from './list-policy.ts'

/** One entry of the accounts; `entry` counts entries from 1, `row` is the row of the file. Amounts in fen. */
export type FinanceEntry = {
  readonly entry: number
  readonly row: number
  readonly income: bigint
  readonly expense: bigint
  /** The running balance the file gives; null where it gives none. */
  readonly balance: bigint | null
}

/** A month's accounts in fen; null is what nobody stated. */
export type FinanceBook = {
  readonly opening: bigint
  readonly entries: readonly FinanceEntry[]
  readonly closing: bigint | null
  readonly cash: bigint | null
  readonly bank: bigint | null
}

/** What the entries of a month make, in fen. */
export type FinanceTotals = { readonly income: bigint; readonly expense: bigint; readonly closing: bigint }

/**
 * Adds a month up: opening + in − out = closing (domain book §4.3).
 * @example financeTotals(book).closing // 1234000n
 */
export function financeTotals({ opening, entries }: Pick<FinanceBook, 'opening' | 'entries'>): FinanceTotals {
  const income = entries.reduce((sum, entry) => sum + entry.income, 0n)
  const expense = entries.reduce((sum, entry) => sum + entry.expense, 0n)
  return { income, expense, closing: opening + income - expense }
}

/** Why a balance may be off, where the numbers themselves point at one entry: a guess, never a finding. */
type Guess =
  | { readonly kind: 'SIDE'; readonly entry: FinanceEntry; readonly amount: bigint }
  | { readonly kind: 'TRANSPOSED'; readonly entry: FinanceEntry; readonly amount: bigint }

/** Whether exchanging two neighbouring digits changes the amount by just so much. */
function transposes(amount: bigint, change: bigint): boolean {
  const digits = amount.toString()
  for (let at = 0; at < digits.length - 1; at += 1) {
    const swapped = digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2)
    if (BigInt(swapped) - amount === change) return true
  }
  return false
}

/** `apart` is what was found less what the entries make. */
function guessOf(apart: bigint, entries: readonly FinanceEntry[]): Guess | null {
  const wrongSide = entries.filter(({ income, expense }) =>
    // Entered as expense though it came in, the balance lacks it twice; and the other way round.
    apart > 0n ? expense * 2n === apart : income * 2n === -apart,
  )
  const [side] = wrongSide
  if (side && wrongSide.length === 1) {
    return { kind: 'SIDE', entry: side, amount: side.income > 0n ? side.income : side.expense }
  }
  // A difference of two exchanged digits can always be divided by nine.
  if (apart % 9n !== 0n) return null
  const exchanged = entries.filter(
    ({ income, expense }) => transposes(income, apart) || transposes(expense, -apart),
  )
  const [one] = exchanged
  return one && exchanged.length === 1
    ? { kind: 'TRANSPOSED', entry: one, amount: one.income > 0n ? one.income : one.expense }
    : null
}

function mismatch(
  at: { readonly row: number; readonly entry: number },
  expected: bigint,
  found: bigint,
  among: readonly FinanceEntry[],
): TableFault {
  const params = {
    ...at,
    expected: writeAmount(expected),
    found: writeAmount(found),
    difference: writeAmount(found > expected ? found - expected : expected - found),
  }
  const guess = guessOf(found - expected, among)
  if (!guess) {
    return at.entry === 0
      ? { code: 'table.closing-mismatch', params }
      : { code: 'table.balance-mismatch', params }
  }
  return {
    code: guess.kind === 'SIDE' ? 'table.balance-mismatch-side' : 'table.balance-mismatch-digits',
    params: {
      ...params,
      row: guess.entry.row,
      entry: guess.entry.entry,
      amount: writeAmount(guess.amount),
    },
  }
}

/**
 * Checks a month's accounts in fen: the running balance entry by entry, then opening + in − out = closing, then closing =
 * cash + bank (domain book §4.3, S2). Faults name the entry that breaks the sum, what it should be and what stands there;
 * where the difference itself points at one entry (twice an amount: wrong side; divisible by nine: exchanged digits) the
 * fault says so as a guess. Faults `table.balance-mismatch`, `-side`, `-digits`, `table.closing-mismatch`,
 * `table.cash-mismatch`.
 * @example balanceFaults({ ...book, closing: 106000n })[0]?.params // { row: 20, entry: 17, amount: '30.00', … }
 */
export function balanceFaults(book: FinanceBook): readonly TableFault[] {
  let before = book.opening
  for (const entry of book.entries) {
    const expected = before + entry.income - entry.expense
    // Every later balance is reckoned from the one that is given, so that one slip names one row.
    if (entry.balance !== null && entry.balance !== expected) {
      return [mismatch(entryPlace(entry), expected, entry.balance, [entry])]
    }
    before = expected
  }
  const { closing } = financeTotals(book)
  if (book.closing !== null && book.closing !== closing) {
    return [mismatch({ row: 0, entry: 0 }, closing, book.closing, book.entries)]
  }
  if (book.cash === null || book.bank === null) return []
  const held = book.cash + book.bank
  if (held === closing) return []
  return [
    {
      code: 'table.cash-mismatch',
      params: {
        expected: writeAmount(closing),
        found: writeAmount(held),
        difference: writeAmount(held - closing),
      },
    },
  ]
}

function entryPlace({ row, entry }: FinanceEntry): { row: number; entry: number } {
  return { row, entry }
}
