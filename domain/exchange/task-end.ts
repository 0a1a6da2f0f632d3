import type { ChangeKind } from './package-records.ts'

/** What of a change decides whether it ends a task: what it is, and of which edition of the notice. */
export type NoticeChange = { readonly kind: ChangeKind; readonly editionNumber: number }

/**
 * Says how a rejected change is settled by another change of the same notice that the county accepted: by the same or a later
 * edition, or by its withdrawal. A rejected withdrawal is not settled by the edition it takes down. Null: it stays open.
 * Source: domain.md S12.
 * @example taskEndedBy({ kind: 'EDITION', editionNumber: 1 }, { kind: 'EDITION', editionNumber: 2 }) // 'ACCEPTED'
 */
export function taskEndedBy(rejected: NoticeChange, accepted: NoticeChange): 'ACCEPTED' | 'WITHDRAWN' | null {
  if (accepted.kind === 'WITHDRAWAL') {
    return accepted.editionNumber >= rejected.editionNumber ? 'WITHDRAWN' : null
  }
  const least = rejected.kind === 'WITHDRAWAL' ? rejected.editionNumber + 1 : rejected.editionNumber
  return accepted.editionNumber >= least ? 'ACCEPTED' : null
}
