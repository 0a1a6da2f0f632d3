import { expect } from 'vitest'
import type { Exchange } from './exchange-journeys.ts'
import { ITEMS } from './exchange-office-work.ts'

/** Publishes one to three notices, some on items that are not for everybody. */
export async function publish(exchange: Exchange): Promise<void> {
  const count = 1 + exchange.below(3)
  // A kind of file the county does not take: such rows are rejected, for good reasons, again and again.
  const fileType = exchange.chance(0.1) ? 'application/x-msdownload' : 'application/pdf'
  const item = exchange.chance(0.5) ? 0 : exchange.below(ITEMS.length)
  const said = await exchange.office.tell({
    do: 'PUBLISH',
    from: exchange.published + 1,
    count,
    fileType,
    item,
  })
  expect(said?.code, `seed ${String(exchange.seed)}`).toBeUndefined()
  exchange.published += count
}

/** A next edition of something, something taken down, and items that are for fewer people or for everybody again. */
export async function change(exchange: Exchange): Promise<void> {
  if (exchange.chance(0.3)) {
    const order = { do: 'CORRECT', which: exchange.below(40), withdrawn: exchange.chance(0.2) }
    expect((await exchange.office.tell(order))?.code, `seed ${String(exchange.seed)}`).toBeUndefined()
  }
  if (exchange.chance(0.2)) {
    const order = { do: 'WITHDRAW', which: exchange.below(40), former: exchange.chance(0.2) }
    expect((await exchange.office.tell(order))?.code, `seed ${String(exchange.seed)}`).toBeUndefined()
  }
  if (exchange.chance(0.12)) {
    const item = 1 + exchange.below(ITEMS.length - 1)
    const closed = ITEMS[item]?.includes('persons') === true ? 'NAMED_PERSONS' : 'LIMITED_CIRCLE'
    const scope = exchange.chance(0.5) ? 'PUBLIC' : closed
    exchange.count(`item ${scope}`)
    await exchange.office.tell({ do: 'SCOPE', item, scope })
  }
}

/** Nothing is kept back any more. */
export async function openEverything(exchange: Exchange): Promise<void> {
  for (const item of ITEMS.keys()) await exchange.office.tell({ do: 'SCOPE', item, scope: 'PUBLIC' })
}

/** Keys and databases that people change. */
export async function peopleChangeThings(exchange: Exchange): Promise<void> {
  if (exchange.chance(0.05)) {
    exchange.count('next key announced')
    await exchange.office.tell({ do: 'NEW_KEY', now: false })
  }
  if (exchange.chance(0.012)) {
    exchange.count('new key without a word')
    await exchange.office.tell({ do: 'NEW_KEY', now: true })
  }
  if (exchange.chance(0.012)) {
    exchange.count('key revoked')
    await exchange.county.tell({ do: 'REVOKE' })
  }
  if (exchange.chance(0.012)) {
    exchange.count('county changed by a person')
    await exchange.county.tell({ do: 'NEW_INSTANCE' })
  }
}

/** What people do about a package that was refused. */
export async function settleRefusal(exchange: Exchange, code: string | null | undefined): Promise<void> {
  const cards = [
    'package.unknown-instance',
    'package.unknown-key',
    'package.key-revoked',
    'package.signature-invalid',
    'enrolment.revoked',
    'receipt.unknown-county',
  ]
  if (cards.includes(code ?? '')) await exchange.introduce(true)
}
