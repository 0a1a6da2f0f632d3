import { accept, type Result } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { takeJournalEntry } from './journal-entries.ts'
import type { AskingReplica } from './replica-trust.ts'
import type { ReplicaReport, ReportAcknowledged } from './views.ts'

/**
 * Takes what a replica reports: how it is, and the lines of its journal in their order. A line of the same run that came before
 * counts once, a line that was refused for good is counted and passed over, a line that cannot be taken now ends the round. The
 * answer says up to which line of this report all is settled, and only that may the replica let go of.
 * @example await takeReport(deps, asking, report)
 */
export async function takeReport(
  deps: Deps,
  asking: AskingReplica,
  report: ReplicaReport,
): Promise<Result<ReportAcknowledged>> {
  const { id } = asking.replica
  const now = deps.clock.now()
  const contact = deps.store.read.replica.byId(id)?.contact
  let { run, sequence } = { run: contact?.journalRun ?? '', sequence: contact?.journalSequence ?? 0 }
  let refused = contact?.journalRefused ?? 0
  let acknowledged = 0
  for (const entry of report.entries) {
    const isKnown = entry.run === run && entry.sequence <= sequence
    if (!isKnown) {
      const taking = await takeJournalEntry(deps, asking, entry)
      if (taking === 'LATER') break
      if (taking === 'REFUSED') refused += 1
      run = entry.run
      sequence = entry.sequence
    }
    acknowledged = entry.sequence
  }
  deps.store.tx((write) =>
    write.replica.contact(id, {
      journalRun: run,
      journalSequence: sequence,
      lastAt: now,
      snapshotSequence: report.snapshotSequence,
      programVersion: report.programVersion,
      drift: asking.drift,
      journalLost: report.lost,
      journalRefused: refused,
    }),
  )
  return accept({ acknowledged, now })
}
