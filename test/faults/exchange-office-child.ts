import { readdirSync, readFileSync, writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pino } from 'pino'
import type { RefusalCode } from '../../domain/refusal-code.ts'
import type { Result } from '../../domain/refusal.ts'
import { systemClock } from '../../platform/clock.ts'
import { createDeps } from '../../server/create-deps.ts'
import { beginCarriage } from '../../server/exchange/carriage.ts'
import { officeCard } from '../../server/exchange/enrolment/office-card.ts'
import { announceNextKey, newKeyNow } from '../../server/exchange/enrolment/package-key-change.ts'
import { takeCountyCard } from '../../server/exchange/enrolment/take-county-card.ts'
import { readCountyCard } from '../../sealed/card.ts'
import { exportPackage } from '../../server/exchange/export-package.ts'
import { listPackages } from '../../server/exchange/list-packages.ts'
import { newInstance } from '../../server/exchange/new-instance.ts'
import { offerEverythingAgain } from '../../server/exchange/offer-again.ts'
import { startSending } from '../../server/exchange/network/start-sending.ts'
import type { Timers } from '../../server/exchange/network/timers.ts'
import { CHANGES_A_PAGE, packageChanges } from '../../server/exchange/package-changes.ts'
import { takeReceipts } from '../../server/exchange/receipt/take-receipts.ts'
import { confirmRestore, restoreState } from '../../server/office/restore-confirmation.ts'
import type { Principal } from '../../server/principal.ts'
import { correctOne, publishSome, scopeItem, withdrawOne } from './exchange-office-work.ts'

/** What the office is told to do, one line each. */
export type OfficeOrder =
  | {
      readonly do: 'PUBLISH'
      readonly from: number
      readonly count: number
      readonly fileType: string
      readonly item?: number
    }
  | { readonly do: 'WITHDRAW'; readonly which?: number; readonly former?: boolean }
  | { readonly do: 'CORRECT'; readonly which: number; readonly withdrawn: boolean }
  /** Says for whom an item is from now on. */
  | {
      readonly do: 'SCOPE'
      readonly item: number
      readonly scope: 'PUBLIC' | 'LIMITED_CIRCLE' | 'NAMED_PERSONS'
    }
  /** `years`: by how much the clock is wrong while the package is written. */
  | { readonly do: 'EXPORT'; readonly folder: string; readonly whole: boolean; readonly years: number }
  /** Hands over what waits, and fetches what was answered, over the network. */
  | { readonly do: 'SEND'; readonly bySchedule: boolean; readonly years: number }
  | { readonly do: 'CARRY_AGAIN'; readonly folder: string; readonly sequence: number }
  | { readonly do: 'TAKE_RECEIPTS'; readonly folder: string }
  | { readonly do: 'OFFER_AGAIN' }
  | { readonly do: 'NEW_INSTANCE' }
  | { readonly do: 'CONFIRM'; readonly serial: number }
  | { readonly do: 'TAKE_CARD'; readonly card: string }
  /** Makes the key that is to sign next, or (`now`) one that signs at once. */
  | { readonly do: 'NEW_KEY'; readonly now: boolean }
  | { readonly do: 'CARD' }
  | { readonly do: 'STATE' }
  /** Bytes the process had in memory at most. */
  | { readonly do: 'MEMORY' }

/** One change as the office sees it. */
export type OfficeChange = {
  readonly change: number
  readonly kind: 'EDITION' | 'WITHDRAWAL'
  readonly indexNumber: string
  readonly editionNumber: number
  readonly hash: string
  readonly state: string
  /** The item of its edition is not for everybody now. */
  readonly closed: boolean
}

const [dataFolder = ''] = process.argv.slice(2)
// It is written at the end of a process otherwise, and these do not get there.
flushCompileCache()

const handler: Principal = { id: 'handler', name: '周敏', roles: ['HANDLER'] }
const administrator: Principal = { id: 'handler', name: '周敏', roles: ['ADMINISTRATOR', 'HANDLER'] }

// The clock is right but for exports: there its claim must change nothing.
let years = 0
const steady = systemClock()
const begun = Date.parse('2026-11-20T01:00:00.000Z')
const clock = {
  now: () => {
    const now = new Date(begun + Math.floor(steady.elapsed()))
    now.setUTCFullYear(now.getUTCFullYear() + years)
    return now.toISOString()
  },
  elapsed: steady.elapsed,
}
const created = createDeps(dataFolder, { clock, logger: pino({ level: 'silent' }) })
if (!created.ok) throw new Error(created.code)
const deps = created.value
const { read } = deps.store

type Said = Result<unknown> | { readonly ok: true; readonly value: unknown }

async function obey(order: OfficeOrder): Promise<Said> {
  switch (order.do) {
    case 'PUBLISH':
      return publishSome(deps, order)
    case 'WITHDRAW':
      return withdrawOne(deps, order)
    case 'CORRECT':
      return correctOne(deps, order)
    case 'SCOPE':
      scopeItem(deps, order)
      return { ok: true, value: null }
    case 'EXPORT': {
      years = order.years
      const exported = await exportPackage(deps, handler, { whole: order.whole })
      years = 0
      if (!exported.ok) return exported
      nothingClosedIn(exported.value.sequence)
      return carry(exported.value.sequence, order.folder)
    }
    case 'SEND':
      return send(order)
    case 'CARRY_AGAIN':
      return carry(order.sequence, order.folder)
    case 'TAKE_RECEIPTS': {
      const names = readdirSync(order.folder).filter((name) => name.startsWith('receipt-'))
      const files = names.map((name) => ({ name, bytes: readFileSync(join(order.folder, name)) }))
      return takeReceipts(deps, administrator, files)
    }
    case 'OFFER_AGAIN':
      return offerEverythingAgain(deps, handler, { whole: false })
    case 'NEW_INSTANCE':
      return newInstance(deps, administrator, 'COUNTY_AHEAD')
    case 'CONFIRM': {
      const { series, restoredAt } = restoreState(deps)
      if (restoredAt === null) return { ok: true, value: null }
      const lastSerials = series.map((one) => ({ series: one.series, last: order.serial }))
      return confirmRestore(deps, administrator, { lastSerials })
    }
    case 'CARD':
      return officeCard(deps)
    case 'TAKE_CARD': {
      const card = readCountyCard(order.card)
      if (!card.ok) return card
      return takeCountyCard(deps, administrator, order.card, { keyId: card.value.keyId, replace: false })
    }
    case 'NEW_KEY':
      return order.now ? newKeyNow(deps, administrator) : announceNextKey(deps, administrator)
    case 'MEMORY':
      return { ok: true, value: process.resourceUsage().maxRSS * 1024 }
    case 'STATE':
      return { ok: true, value: stateOf() }
  }
}

/** Every change of the present database that some package answers for, as its newest package shows it. */
function stateOf(): {
  readonly instance: string
  /** The county's database by the newest receipt that counts. */
  readonly countyInstance: string
  readonly changes: readonly OfficeChange[]
  readonly waiting: number
} {
  const seen = new Map<number, OfficeChange>()
  const closedEditions = read.placement.closedEditions()
  const instance = read.office.instance()?.id ?? ''
  for (const { sequence } of listPackages(read, clock.now()).toReversed()) {
    if (read.exchange.offerOf(sequence)?.instanceId !== instance) continue
    for (let from = 0; ;) {
      const page = packageChanges(read, sequence, { from, now: clock.now() })
      if (!page.ok) throw new Error(page.code)
      for (const { change, kind, indexNumber, editionNumber, state } of page.value.changes) {
        const [edition] = read.edition
          .byIndexNumber(indexNumber)
          .filter((one) => one.editionNumber === editionNumber)
        const hash = edition?.hash ?? ''
        const closed = closedEditions.has(edition?.id ?? 0)
        seen.set(change, { change, kind, indexNumber, editionNumber, hash, state, closed })
      }
      from += page.value.changes.length
      if (page.value.changes.length < CHANGES_A_PAGE) break
    }
  }
  // What no package of the present database answers for, everything after a new instance.
  const rows = read.exchange.between(1, Number.MAX_SAFE_INTEGER)
  const countyInstance = read.receipt.standing()?.countyInstanceId ?? ''
  return {
    instance,
    countyInstance,
    changes: [...seen.values()],
    waiting: rows.filter(({ id }) => !seen.has(id)).length,
  }
}

/** What is not for everybody when a package was just written is not in it. */
function nothingClosedIn(sequence: number): void {
  const closed = read.placement.closedEditions()
  const offer = read.exchange.offerOf(sequence)
  if (!offer) return
  const { firstChange: first, lastChange: last } = offer
  const rows = read.exchange.changes(sequence, { first, last }, { from: 0, limit: last })
  const out = rows.filter(
    ({ kind, editionId, heldBack }) => kind === 'EDITION' && heldBack === 0 && closed.has(editionId),
  )
  if (out.length > 0)
    throw new Error(`not for everybody, and in package ${String(sequence)}: ${JSON.stringify(out)}`)
}

/** As after a broken line, only that waiting is short: how long is no question of this test. */
const impatient: Timers = {
  draw: () => 0,
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds < 60_000 ? Math.min(milliseconds, 40) : milliseconds).unref()
    return () => clearTimeout(timer)
  },
}

async function send(order: { readonly bySchedule: boolean; readonly years: number }): Promise<Said> {
  years = order.years
  const before = read.exchange.newestPackage()?.sequence ?? 0
  const sending = startSending(deps, handler, order, { timers: impatient, pieceSize: 4096 })
  if (!sending.ok) return sending
  await sending.value.ended
  years = 0
  for (const { sequence } of read.exchange.packages()) if (sequence > before) nothingClosedIn(sequence)
  const { refusal, packagesDone, receipts, interruptions } = sending.value.view()
  return { ok: true, value: { code: refusal?.code ?? null, packagesDone, receipts, interruptions } }
}

async function carry(sequence: number, folder: string): Promise<Said> {
  const begin = beginCarriage(deps, handler, sequence, { path: folder }, '张伟')
  return begin.ok ? begin.value.done : begin
}

process.stdout.on('error', () => undefined)
// Not writeSync: a pipe takes a long answer in parts.
createInterface({ input: process.stdin }).on('line', (line) => {
  const order = JSON.parse(line) as OfficeOrder
  obey(order).then(
    (said) => {
      const answer: { readonly code?: RefusalCode; readonly value?: unknown } = said.ok
        ? { value: said.value }
        : { code: said.code }
      process.stdout.write(`said ${JSON.stringify(answer)}\n`)
    },
    (error: unknown) => {
      const { code } = error as { readonly code?: unknown }
      // A full disk has no room for anything: the screens are told by the same codes. Everything else is a fault.
      const full = ['EFBIG', 'ENOSPC', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE'].includes(String(code))
      if (full) return void process.stdout.write(`said ${JSON.stringify({ code: String(code) })}\n`)
      process.stderr.write(error instanceof Error ? `${error.stack}\n` : 'unknown\n')
      process.exit(1)
    },
  )
})
writeSync(1, 'ready\n')
