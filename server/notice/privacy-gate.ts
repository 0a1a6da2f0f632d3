import type { StoredAttachment } from '../../db/repos/attachment-repo.ts'
import type { StoredNotice } from '../../db/repos/notice-repo.ts'
import type { Reads } from '../../db/store.ts'
import { gateFits, scanDraft } from '../../domain/privacy/gate.ts'
import type { GatedContent } from '../../domain/privacy/gate-text.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { civilDateOf } from '../clock.ts'
import type { Deps } from '../deps.ts'
import { fingerprintWith } from './fingerprint.ts'
import type { GateReport } from './views.ts'

/**
 * The key of this database's fingerprints. @throws before set-up: nothing can be scanned then.
 * @example fingerprintKey(read).length // 32
 */
export function fingerprintKey(read: Reads): Uint8Array {
  const instance = read.office.instance()
  if (!instance) throw new Error('fingerprints need a set-up database')
  return instance.fingerprintKey
}

/**
 * Runs the privacy gate over a draft (or what was handed in) and its attachments (domain book §7.4).
 * @example scanNotice(deps, notice, notice.content, attachments).fits
 */
export function scanNotice(
  deps: Pick<Deps, 'store' | 'clock'>,
  notice: Pick<StoredNotice, 'id' | 'revision'>,
  content: GatedContent,
  attachments: readonly StoredAttachment[],
): GateReport {
  const read = deps.store.read
  const hits = scanDraft({
    content,
    attachments: attachments.map(({ id, name, passages }) => ({ id, name, passages })),
    fingerprint: fingerprintWith(fingerprintKey(read)),
    overrides: read.notice
      .overrides(notice.id)
      .map(({ fingerprint, byName, at, reason }) => ({ fingerprint, by: byName, at, reason })),
    today: civilDateOf(deps.clock.now()),
  })
  return {
    fits: gateFits(hits),
    revision: notice.revision,
    hits,
    unread: attachments
      .filter((file) => !file.textRead)
      .map((file) => ({ attachmentId: file.id, name: file.name })),
  }
}

/**
 * Refuses `notice.privacy-hit` when something blocks; the sentence names how many and the first kind, never a value.
 * @example requireClean(report)
 */
export function requireClean(report: GateReport): Result<true> {
  if (report.fits) return accept(true)
  const blocking = report.hits.filter(
    (hit) => hit.severity === 'BLOCK' && hit.override === null && !hit.droppedFromPublicCopy,
  )
  return refuse('notice.privacy-hit', { count: blocking.length, kind: blocking[0]?.kind ?? '' })
}
