import { sha256 } from '../../platform/sha256.ts'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'

/** What is covered of each kind of record, by the names of the columns; `board check` reads the same. */
const COVERED = {
  opinion_version: ['channel', 'receivedOn', 'name', 'contact', 'text'],
  opinion_answer: ['result', 'reason', 'summary'],
  matter_entry: [
    'step',
    'on',
    'heading',
    'text',
    'measure',
    'result',
    'workdays',
    'noticeId',
    'fileId',
    'voids',
  ],
  consultation: ['opensOn', 'amount', 'unit', 'channels', 'shorterReason', 'openedOn', 'closesOn'],
} as const
/** One kind of record of a matter that the log covers by a hash. */
export type CoveredRecord = keyof typeof COVERED

/**
 * Hash of what a record of a matter says; the log holds it, so that the words can be proved without standing there.
 * @example recordHash('opinion_answer', { result: 'ADOPTED', reason: '第三条已改', summary: '扩大保护范围' })
 */
export function recordHash<Kind extends CoveredRecord>(
  kind: Kind,
  row: Readonly<Record<(typeof COVERED)[Kind][number], unknown>>,
): string {
  const names: readonly (typeof COVERED)[Kind][number][] = COVERED[kind]
  return sha256(canonicalJson(Object.fromEntries(names.map((name) => [name, row[name]]))))
}
