import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { accept, refuse, type Refusal, type Result } from '../../../domain/refusal.ts'
import { fileSha256 } from '../../../platform/file-sha256.ts'
import type { CountyClient } from './county-client.ts'
import type { NetworkHands } from './hands.ts'
import type { Persistence } from './persist.ts'
import { refusedBy } from './refused-by.ts'
import { type PackageToSend, StepFailed } from './step.ts'
import type { NetworkJobView } from './views.ts'

/** What came of it. */
export type SendOutcome = {
  readonly packages: number
  readonly receipts: number
  readonly downward: number
  /** Why it ended early; null when everything was done. */
  readonly refusal: Refusal | null
  readonly cancelled: boolean
}

/** What a sending is made of. */
export type SendParts = {
  readonly client: CountyClient
  readonly hands: NetworkHands
  readonly persist: Persistence
  readonly signal: AbortSignal
  /** False: by the schedule. What the county refused before is then not sent again until somebody does it. */
  readonly byPerson: boolean
  readonly report: (change: Partial<NetworkJobView>) => void
}

/** How often a package that arrived otherwise than it was sent is sent again from its beginning. */
const DAMAGED_TIMES = 3

/** Ends the whole sending; kept from the steps so that each reads like what it does. */
class Ended extends Error {
  readonly refusal: Refusal | null
  constructor(refusal: Refusal | null) {
    super(refusal?.code ?? 'cancelled')
    this.refusal = refusal
  }
}

async function must<T>(result: Promise<Result<T> | null>): Promise<T> {
  const value = await result
  if (value === null) throw new Ended(null)
  if (!value.ok) throw new Ended(value)
  return value.value
}

/**
 * Sends what is unsent, one package after another, and fetches receipts and what the county sent down. A package counts as handed over when
 * the county says that it has the whole of it by its SHA-256, and not before; wherever a line, this program or the county's ends,
 * the next sending goes on from what the county has. When a package is refused the answers are fetched all the same.
 * @example await sendOverNetwork(parts) // { packages: 1, receipts: 1, downward: 0, refusal: null, cancelled: false }
 */
export async function sendOverNetwork(parts: SendParts): Promise<SendOutcome> {
  const { hands, client, persist, report, signal } = parts
  const done = { packages: 0, receipts: 0, downward: 0 }
  const attempt = async (act: () => Promise<void>): Promise<Refusal | null | 'CANCELLED'> => {
    try {
      await act()
      return null
    } catch (error) {
      if (!(error instanceof Ended)) throw error
      return error.refusal ?? 'CANCELLED'
    }
  }
  let countyInstanceId = ''
  const sent = await attempt(async () => {
    report({ state: 'WRITING' })
    const written = await hands.writeWaiting(signal)
    report({ state: 'CONNECTING' })
    countyInstanceId = await must(persist.run(() => client.prove()))
    const unsent = hands.unsent()
    report({ packagesTotal: unsent.length })
    for (const one of unsent) {
      await must(sendPackage(parts, one))
      hands.confirmed(one.sequence)
      done.packages += 1
      report({ packagesDone: done.packages })
    }
    // What could not be written does not keep what was written before from going.
    if (!written.ok) throw new Ended(written)
  })
  if (sent === 'CANCELLED' || countyInstanceId === '') return outcome(done, sent)
  report({ state: 'FETCHING', sequence: null, bytesSent: 0, bytesTotal: 0 })
  // One that is refused holds no other up.
  let refused: Refusal | null = null
  const fetched = await attempt(async () => {
    for await (const document of receipts(parts, countyInstanceId)) {
      const taken = await hands.takeReceipt(document)
      if (taken.ok) done.receipts += 1
      else refused ??= taken
      report({ receipts: done.receipts })
    }
    for await (const path of downwardPackages(parts, countyInstanceId)) {
      const taken = await hands.takeDownward(path)
      if (taken.ok) done.downward += 1
      else refused ??= taken
      report({ downward: done.downward })
    }
    if (refused !== null) throw new Ended(refused)
  })
  return outcome(done, sent ?? fetched)
}

function outcome(
  done: Pick<SendOutcome, 'packages' | 'receipts' | 'downward'>,
  ended: Refusal | null | 'CANCELLED',
): SendOutcome {
  return { ...done, refusal: ended === 'CANCELLED' ? null : ended, cancelled: ended === 'CANCELLED' }
}

async function sendPackage(parts: SendParts, one: PackageToSend): Promise<Result<true> | null> {
  const { client, persist, report } = parts
  let mayTryRefused = parts.byPerson
  let atCounty = 0
  let anew = 0
  const confirmed = (bytes: number): void => {
    if (bytes > atCounty) persist.progressed()
    atCounty = bytes
    mayTryRefused = false
    report({ state: 'SENDING', bytesSent: bytes })
  }
  const fromTheBeginning = async (): Promise<Refusal | null> => {
    // It was on its way and is gone: what arrived was not what was sent, and the county threw it away.
    if (atCounty > 0 && ++anew >= DAMAGED_TIMES) {
      return refuse('network.interrupted', { sequence: one.sequence, reason: 'damaged' })
    }
    // A file that the disk spoilt would be sent in vain, again and again.
    const own = await fileSha256(one.path).catch(() => null)
    if (own !== one.sha256) return refuse(own === null ? 'package.not-found' : 'package.damaged')
    atCounty = 0
    await client.upload(one, null, confirmed)
    return null
  }
  // Where it goes on is asked anew each time, since a broken line does not say how much came through.
  const round = async (): Promise<Result<true> | null> => {
    const state = await client.arrival(one.sha256)
    switch (state.state) {
      case 'TAKEN_IN':
        return accept(true)
      case 'REFUSED':
        return mayTryRefused ? fromTheBeginning() : refusedBy(state)
      case 'ABSENT':
        return fromTheBeginning()
      case 'UPLOADING':
        confirmed(state.offset)
        await client.upload(one, state.location, confirmed)
        return null
      case 'PROCESSING':
        mayTryRefused = false
        report({ state: 'CONFIRMING', bytesSent: one.size })
        throw new StepFailed({ kind: 'PASSING', reason: 'processing', retryAfter: null })
    }
  }
  report({ state: 'SENDING', sequence: one.sequence, bytesSent: 0, bytesTotal: one.size })
  for (;;) {
    const turn = await persist.run(round)
    if (turn === null || !turn.ok) return turn
    if (turn.value !== null) return turn.value
  }
}

/** Numbers above what is known; each is asked for once, whatever the office makes of it. */
async function* receipts(parts: SendParts, countyInstanceId: string): AsyncGenerator<string> {
  const { client, hands, persist } = parts
  let after = hands.newestReceipt(countyInstanceId)
  for (;;) {
    const from = after
    const numbers = await must(persist.run(() => client.receiptNumbers(from)))
    for (const number of numbers) {
      if (number <= after) throw new Ended(refuse('network.unreachable', { reason: 'not-county' }))
      after = number
      yield await must(persist.run(() => client.receipt(number)))
    }
    if (numbers.length === 0) return
  }
}

async function* downwardPackages(parts: SendParts, countyInstanceId: string): AsyncGenerator<string> {
  const { client, hands, persist } = parts
  let after = hands.newestDownward(countyInstanceId)
  for (;;) {
    const from = after
    const list = await must(persist.run(() => client.downwardList(from)))
    for (const { sequence, sha256, size } of list) {
      if (sequence <= after) throw new Ended(refuse('network.unreachable', { reason: 'not-county' }))
      after = sequence
      const path = join(hands.fetchFolder, `downward-${sequence}.partial`)
      try {
        await must(persist.run(() => fetchInto(client, { sequence, sha256, size, path })))
        yield path
      } finally {
        await rm(path, { force: true })
      }
    }
    if (list.length === 0) return
  }
}

async function fetchInto(
  client: CountyClient,
  of: { readonly sequence: number; readonly sha256: string; readonly size: number; readonly path: string },
): Promise<void> {
  const hash = createHash('sha256')
  const handle = await open(of.path, 'w', 0o600)
  try {
    await client.downward(of.sequence, of.size, async (piece) => {
      hash.update(piece)
      await handle.writeFile(piece)
    })
    await handle.sync()
  } finally {
    await handle.close()
  }
  if (hash.digest('hex') === of.sha256) return
  throw new StepFailed({ kind: 'PASSING', reason: 'damaged', retryAfter: null })
}
