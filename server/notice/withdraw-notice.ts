import type { Reads } from '../../db/store.ts'
import type { WithdrawalReason } from '../../domain/notice/notice-state.ts'
import { detect } from '../../domain/privacy/detect.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { findNotice } from './find-notice.ts'
import { takeDown, takeDownFormer, type TakingDown } from './take-down.ts'

/** Why a notice is taken down; `note` is read by the public, `hideTitle` when the title itself must not be seen. */
export type WithdrawalInput = {
  readonly reason: WithdrawalReason
  readonly note: string
  readonly hideTitle: boolean
  /** Index number of the published notice that it went into; needed with CONSOLIDATED. */
  readonly consolidatedInto?: string | undefined
  /** Who ordered it down and under which number, for the office only; the authority is needed with ORDERED_DOWN. */
  readonly order?: { readonly authority: string; readonly number: string } | undefined
  /** One superseded edition alone; left out, everything that hangs of the notice. */
  readonly editionNumber?: number | undefined
}

function settle(read: Reads, ownIndex: string | null, input: WithdrawalInput): Result<TakingDown> {
  const { reason, hideTitle } = input
  const note = input.note.trim()
  if (note === '') return refuse('notice.reason-required')
  const found = detect(note).filter((finding) => finding.severity === 'BLOCK')
  if (found.length > 0)
    return refuse('notice.privacy-hit', { count: found.length, kind: found[0]?.kind ?? '' })
  const target = reason === 'CONSOLIDATED' ? (input.consolidatedInto ?? '').trim() : ''
  if (reason === 'CONSOLIDATED') {
    const hangs = read.edition.byIndexNumber(target).some((edition) => edition.state === 'PUBLISHED')
    if (!hangs || target === ownIndex) return refuse('notice.consolidation-target-unpublished')
  }
  const order =
    reason === 'ORDERED_DOWN'
      ? { authority: input.order?.authority.trim() ?? '', number: input.order?.number.trim() ?? '' }
      : { authority: '', number: '' }
  if (reason === 'ORDERED_DOWN' && order.authority === '') return refuse('notice.order-required')
  return accept({ reason, note, hideTitle, consolidatedInto: target, order, detail: {} })
}

/**
 * Takes a notice down at once, its former editions with it, and leaves a tombstone with the reason. Nothing is
 * deleted, and none of these editions is ever shown again: what is published later under the number is a new edition.
 * What it had closed is open again. A superseded edition can be taken down alone. The note is read by the public and passes the
 * privacy gate like everything else. Refuses `notice.privacy-hit`, `notice.reason-required`, `notice.order-required`,
 * `notice.consolidation-target-unpublished`, `notice.edition-not-found`, `notice.wrong-state`.
 * Needs HANDLER, REVIEWER, SECRECY_REVIEWER or DEPUTY_LEADER: what must come down must not wait for one person.
 * Works also while a next edition is being drafted or reviewed; what was handed in for it goes back to its author.
 * @example withdrawNotice(deps, handler, id, { reason: 'PUBLISHED_IN_ERROR', note: '附表有误', hideTitle: true })
 */
export function withdrawNotice(
  deps: Deps,
  principal: Principal,
  id: string,
  input: WithdrawalInput,
): Result<true> {
  const allowed = requireRole(principal, 'HANDLER', 'REVIEWER', 'SECRECY_REVIEWER', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const notice = findNotice(read, id, null)
    if (!notice.ok) return notice
    const editions = read.edition.ofNotice(id)
    const current = editions.find((edition) => edition.state === 'PUBLISHED')
    if (!current) return refuse('notice.wrong-state', { state: notice.value.state, action: 'WITHDRAW' })
    const taking = settle(read, notice.value.indexNumber, input)
    if (!taking.ok) return taking
    if (input.editionNumber === undefined || input.editionNumber === current.editionNumber) {
      takeDown(deps, write, read, principal, notice.value, current, taking.value)
      return accept(true)
    }
    const former = editions.find((edition) => edition.editionNumber === input.editionNumber)
    if (former?.state !== 'SUPERSEDED') return refuse('notice.edition-not-found')
    takeDownFormer(deps, write, read, principal, former, taking.value)
    return accept(true)
  })
}

/**
 * Opens a published or withdrawn notice for a next edition: a new working copy of the last one. The published edition
 * stays as it is until the next one supersedes it. Needs HANDLER.
 * @example reviseNotice(deps, handler, id)
 */
export function reviseNotice(deps: Deps, principal: Principal, id: string): Result<true> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const notice = findNotice(read, id, 'REVISE')
    if (!notice.ok) return notice
    const { content } = notice.value
    const over = content.expiresAt !== null && content.expiresAt <= deps.clock.now()
    write.notice.addAuthor(id, principal.id)
    write.notice.update(id, {
      state: 'DRAFT',
      // What the last edition changed is said; this one has to say its own.
      content: { ...content, change: null, expiresAt: over ? null : content.expiresAt },
      revision: notice.value.revision + 1,
      updatedBy: principal.id,
      updatedAt: deps.clock.now(),
    })
    record(deps, write, principal, 'notice.revise', { kind: 'notice', id })
    return accept(true)
  })
}
