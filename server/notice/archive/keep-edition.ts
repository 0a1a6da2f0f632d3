import { retainUntil, retentionOf } from '../../../domain/notice/retention.ts'
import type { PublicationStep } from '../publication-steps.ts'

/**
 * Notes with each edition whose it is, how long it is kept, what it changed and when it runs out.
 * @example keepEdition(step)
 */
export function keepEdition({
  write,
  read,
  editionId,
  content,
  itemId,
  placement,
  on,
}: PublicationStep): void {
  const retention = retentionOf(
    content.noticeKind,
    itemId === null ? null : read.editionRecord.ofItem(itemId),
  )
  write.editionRecord.insert({
    editionId,
    unitId: placement.unitId,
    retention,
    retainUntil: retainUntil(retention, on),
    changeKind: content.change?.kind ?? null,
    changeNote: content.change?.note ?? '',
    expiresAt: content.expiresAt ?? null,
  })
}
