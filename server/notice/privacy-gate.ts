import type { StoredAttachment } from '../../db/repos/attachment-repo.ts'
import type { StoredNotice } from '../../db/repos/notice-repo.ts'
import type { DraftContent, PublicContent } from '../../domain/notice/content.ts'
import { gateFits, scanDraft } from '../../domain/privacy/gate.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { draftAsPublic } from './draft-as-public.ts'
import { fingerprintWith } from './fingerprint.ts'
import { standingOverrides } from './standing-overrides.ts'
import { removedHits } from './table/removed-values.ts'
import type { GateReport } from './views.ts'

/**
 * Runs the privacy gate (domain book §7.4) over a draft as it would go public, or over the frozen content itself, with
 * the files shown in it. Read is always the public content, so nothing printed beside the handler's own words (path in
 * the catalogue, name of the office) goes past.
 * @example scanNotice(deps, notice, notice.content, attachments).fits
 */
export function scanNotice(
  deps: Pick<Deps, 'store' | 'clock' | 'fingerprintKey'>,
  notice: Pick<StoredNotice, 'id' | 'revision'>,
  content: DraftContent | PublicContent,
  attachments: readonly StoredAttachment[],
): GateReport {
  const read = deps.store.read
  const gated = 'format' in content ? content : draftAsPublic(read, notice, content)
  const shown = new Set(gated.attachments.map((file) => file.id))
  const files = attachments.filter((file) => shown.has(file.id))
  const frozen = 'format' in content ? read.submission.open(notice.id) : undefined
  const overrides = standingOverrides(read, notice.id, frozen)
  const found = scanDraft({
    content: gated,
    attachments: files.map(({ id, name, passages }) => ({ id, name, passages })),
    fingerprint: fingerprintWith(deps.fingerprintKey()),
    overrides,
    today: civilDateOf(deps.clock.now()),
  })
  const hits = [...found, ...removedHits(read, notice.id, gated, overrides, frozen?.revision ?? null)]
  return {
    fits: gateFits(hits),
    revision: notice.revision,
    hits,
    unread: files
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
