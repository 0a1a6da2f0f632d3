import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { type ExclusiveFile, holdFile } from '../../../platform/exclusive-file.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { countyClient } from './county-client.ts'
import { openCountyLine } from './county-line.ts'
import type { NetworkHands } from './hands.ts'
import type { NetworkJob } from './jobs.ts'
import { officeHands } from './office-hands.ts'
import { openPersistence } from './persist.ts'
import { type SendOutcome, sendOverNetwork } from './send.ts'
import { systemTimers, type Timers } from './timers.ts'
import type { NetworkJobView } from './views.ts'

/** What tests put in place of the real thing. */
export type SendingOptions = {
  readonly timers?: Timers
  readonly hands?: Partial<NetworkHands>
  readonly pieceSize?: number
}

/** Bytes in one request: small enough that each confirms something on a bad line. */
const PIECE = 4 * 1024 * 1024

/**
 * Begins to send over the network what waits, and to fetch what the county has answered. One at a time in all processes of the data folder.
 * `by` null: the schedule, in the name of whoever switched it on. Needs HANDLER. Refuses `network.no-address` when the card names none, and
 * `network.busy`; what goes wrong on the way stands in the job and on record as a contact, and is refused to nobody.
 * @example startSending(deps, handler)
 */
export function startSending(
  deps: Deps,
  person: Principal,
  how: { readonly bySchedule: boolean },
  options: SendingOptions = {},
): Result<NetworkJob> {
  const allowed = requireRole(person, 'HANDLER')
  if (!allowed.ok) return allowed
  const { network, office } = deps.store.read
  const card = network.county()
  const uscc = office.office()?.uscc
  if (!card || card.address === null || uscc === undefined) return refuse('network.no-address')
  const running = deps.networkJobs.current()
  if (running !== null && running.view().endedAt === null) return refuse('network.busy')
  const held = holdFile(join(deps.dataFolder, 'network.lock'))
  if (held === null) return refuse('network.busy')
  try {
    const by = how.bySchedule ? null : person
    const { address, certificate } = card
    const job = begin(deps, { person, by, uscc, held, options, cardId: card.id, address, certificate })
    deps.networkJobs.begin(job)
    return accept(job)
  } catch (error) {
    held.letGo()
    throw error
  }
}

type Beginning = {
  readonly person: Principal
  readonly by: Principal | null
  readonly uscc: string
  readonly held: ExclusiveFile
  readonly options: SendingOptions
  readonly cardId: number
  readonly address: string
  readonly certificate: string | null
}

function begin(deps: Deps, of: Beginning): NetworkJob {
  const { clock } = deps
  const { by, options, address, certificate } = of
  const timers = options.timers ?? systemTimers()
  const cancel = new AbortController()
  const { signal } = cancel
  let view: NetworkJobView = {
    id: deps.ids.next(),
    state: 'CONNECTING',
    by: by && { id: by.id, name: by.name },
    startedAt: clock.now(),
    endedAt: null,
    sequence: null,
    bytesSent: 0,
    bytesTotal: 0,
    packagesDone: 0,
    packagesTotal: 0,
    receipts: 0,
    downward: 0,
    interruptions: 0,
    nextTryAt: null,
    refusal: null,
  }
  const report = (change: Partial<NetworkJobView>): void => {
    view = { ...view, ...change }
  }
  const fetchFolder = join(deps.dataFolder, 'network')
  mkdirSync(fetchFolder, { recursive: true, mode: 0o700 })
  const line = openCountyLine({ address, certificate, timers })
  const pieceSize = options.pieceSize ?? PIECE
  const client = countyClient({ line, key: deps.packageKey(), uscc: of.uscc, signal, pieceSize })
  let before: NetworkJobView['state'] = view.state
  const persist = openPersistence({
    clock,
    timers,
    signal,
    reached: client.reached,
    where: () =>
      view.sequence === null ? {} : { sequence: view.sequence, sent: view.bytesSent, size: view.bytesTotal },
    waits: (wait) => {
      if (wait === null) return report({ state: before, nextTryAt: null })
      before = view.state
      // While the county takes the package in there is nothing wrong with the line.
      if (wait.reason === 'processing') return
      const nextTryAt = Temporal.Instant.from(clock.now())
        .add({ milliseconds: wait.milliseconds })
        .toString({ smallestUnit: 'millisecond' })
      report({ state: 'WAITING', nextTryAt, interruptions: view.interruptions + 1 })
    },
  })
  const hands = {
    ...officeHands(deps, of.person, by, { address: line.origin, fetchFolder }),
    ...options.hands,
  }
  const send = async (): Promise<void> => {
    let outcome: SendOutcome = { packages: 0, receipts: 0, downward: 0, refusal: null, cancelled: false }
    try {
      outcome = await sendOverNetwork({ client, hands, persist, signal, byPerson: by !== null, report })
    } catch (error) {
      deps.logger.error({ err: error }, 'sending over the network broke')
      outcome = { ...outcome, refusal: refuse('request.failed') }
    } finally {
      line.close()
    }
    const { refusal, cancelled } = outcome
    const endedAt = clock.now()
    try {
      deps.store.tx((write) => {
        const why = cancelled ? refuse('network.interrupted', { reason: 'cancelled' }) : refusal
        write.network.insertContact({
          countyCardId: of.cardId,
          accountId: by?.id ?? null,
          beganAt: view.startedAt,
          endedAt,
          reached: client.reached(),
          refusalCode: why?.code ?? null,
          refusalParams: JSON.stringify(why?.params ?? {}),
          packageCount: outcome.packages,
          receiptCount: outcome.receipts,
          downwardCount: outcome.downward,
        })
      })
    } catch (error) {
      // A full disk, for example: what was sent stands at the county all the same.
      deps.logger.error({ err: error }, 'a contact over the network could not be put on record')
    }
    of.held.letGo()
    report({
      state: cancelled ? 'CANCELLED' : refusal === null ? 'DONE' : 'FAILED',
      endedAt,
      nextTryAt: null,
      refusal: refusal && { code: refusal.code, params: refusal.params },
    })
  }
  return { view: () => view, cancel: () => cancel.abort(), ended: send() }
}
