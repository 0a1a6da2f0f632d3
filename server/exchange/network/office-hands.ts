import { knownUpTo } from '../../../domain/exchange/known-up-to.ts'
import type { RefusalCode } from '../../../domain/refusal-code.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { Deps } from '../../deps.ts'
import type { Principal } from '../../principal.ts'
import { recordCarriage } from '../carriage.ts'
import { receiveDownward } from '../downward/receive-downward.ts'
import { beginExport } from '../export-package.ts'
import { listPackages } from '../list-packages.ts'
import { packagePath } from '../package-path.ts'
import { takeReceipts } from '../receipt/take-receipts.ts'
import type { NetworkHands } from './hands.ts'
import type { PackageToSend } from './step.ts'

/**
 * Packages that are encrypted for a county, not confirmed over the network, and not answered or superseded; oldest first. What is not encrypted
 * never goes over a network.
 * @example unsentPackages(deps)[0]?.sequence
 */
export function unsentPackages(deps: Deps): readonly PackageToSend[] {
  const names = new Map(
    deps.store.read.exchange.packages().map(({ sequence, fileName }) => [sequence, fileName]),
  )
  return listPackages(deps.store.read, deps.clock.now())
    .filter(
      (one) =>
        one.encryptedFor !== null &&
        !one.ofFormerInstance &&
        (one.state === 'WRITTEN' || one.state === 'SENT') &&
        one.carriages.every(({ carrier }) => carrier !== 'NETWORK'),
    )
    .map(({ sequence, sha256, size }) => ({
      sequence,
      sha256,
      size,
      path: packagePath(deps.dataFolder, names.get(sequence) ?? ''),
    }))
    .sort((one, other) => one.sequence - other.sequence)
}

// Nothing waits, or all that waits stays in the office: no reason not to fetch what the county has answered.
const NOTHING_TO_WRITE: readonly RefusalCode[] = ['package.nothing-to-export', 'package.all-held-back']
// Of a database of the county, or of this office, that was given up: it counts no longer, and nobody can do anything about it.
const PASSED_OVER: readonly RefusalCode[] = ['receipt.other-instance', 'downward.older']

function passing(result: Result<unknown>): Result<true> {
  return result.ok || PASSED_OVER.includes(result.code) ? accept(true) : result
}

function upTo(
  rows: readonly { readonly countyInstanceId: string; readonly number: number }[],
  countyInstanceId: string,
): number {
  const numbers = Map.groupBy(rows, (row) => row.countyInstanceId === countyInstanceId)
  return knownUpTo(
    (numbers.get(true) ?? []).map(({ number }) => number),
    (numbers.get(false) ?? []).map(({ number }) => number),
  )
}

/**
 * The office as sending over the network finds it. `person` writes packages; `by` is who began, null for the schedule.
 * @example officeHands(deps, handler, handler, { address, fetchFolder }).unsent()
 */
export function officeHands(
  deps: Deps,
  person: Principal,
  by: Principal | null,
  of: { readonly address: string; readonly fetchFolder: string },
): NetworkHands {
  const { network } = deps.store.read
  return {
    fetchFolder: of.fetchFolder,
    writeWaiting: async (signal) => {
      const begun = beginExport(deps, person)
      if (!begun.ok) return begun
      const cancel = (): void => deps.exchangeJobs.cancel()
      signal.addEventListener('abort', cancel, { once: true })
      try {
        const written = await begun.value.done
        return written.ok || NOTHING_TO_WRITE.includes(written.code) ? accept(true) : written
      } finally {
        signal.removeEventListener('abort', cancel)
      }
    },
    unsent: () => unsentPackages(deps),
    confirmed: (sequence) =>
      recordCarriage(deps, by, { sequence, carrier: 'NETWORK', place: of.address, person: '' }),
    newestReceipt: (countyInstanceId) => upTo(network.receiptNumbers(), countyInstanceId),
    takeReceipt: async (document) => {
      const taken = await takeReceipts(deps, null, [{ name: '', bytes: Buffer.from(document) }])
      if (!taken.ok) return taken
      const [outcome] = taken.value
      return passing(outcome?.outcome === 'REFUSED' ? refuse(outcome.code, outcome.params) : accept(true))
    },
    newestDownward: (countyInstanceId) => upTo(network.downwardNumbers(), countyInstanceId),
    takeDownward: async (path) => passing(await receiveDownward(deps, null, path)),
  }
}
