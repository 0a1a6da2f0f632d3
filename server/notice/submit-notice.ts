import { canonicalContent } from '../../domain/notice/canonical-content.ts'
import { sha256 } from '../../platform/sha256.ts'
import { readyToSubmit } from '../../domain/notice/ready-to-submit.ts'
import { bodyImages } from '../../domain/notice/body-images.ts'
import { elementsSettled, interpretationOf } from '../../domain/notice/placement.ts'
import { ROLES } from '../../domain/office/role.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { draftAsPublic } from './draft-as-public.ts'
import { findNotice, requireRevision } from './find-notice.ts'
import { requireOpenItem, requireTarget } from './placement-rules.ts'
import { requireClean, scanNotice } from './privacy-gate.ts'
import { referralsFor } from './review/approved.ts'
import { itemWords } from './review/item-words.ts'
import { chainOf } from './review-chain.ts'
import { checkSubmission } from './submission-checks.ts'
import { unreadFiles } from './unread-file.ts'

/**
 * Hands a draft in: checks it, runs the privacy gate, freezes its public content and names it by its hash.
 * Refuses what `readyToSubmit` and the gate refuse, `notice.draft-conflict`, `notice.image-missing`,
 * `notice.item-named-persons`, `notice.item-not-in-catalogue` for an item the catalogue in use no longer has,
 * `notice.interpretation-incomplete`, `notice.interpretation-target-unpublished`.
 * While a higher body still owes an answer about the notice, what is handed in rests (REFERRED) until it is there.
 * @example submitNotice(deps, handler, id, { revision: 7 })
 */
export function submitNotice(
  deps: Deps,
  principal: Principal,
  id: string,
  input: { readonly revision: number },
): Result<string> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<string> => {
    const notice = findNotice(read, id, 'SUBMIT')
    if (!notice.ok) return notice
    const unchanged = requireRevision(read, notice.value, input.revision)
    if (!unchanged.ok) return unchanged
    const now = deps.clock.now()
    const draft = readyToSubmit(notice.value.content, civilDateOf(now))
    if (!draft.ok) return draft
    const placement = read.placement.of(id)
    const open = requireOpenItem(read, draft.value.catalogueItemId, placement.unitId)
    if (!open.ok) return open
    const interpretation = interpretationOf(draft.value, placement)
    const settled = interpretation ? elementsSettled(interpretation) : open
    if (!settled.ok) return settled
    // The content names the document by its index number, so the document comes first.
    const target = requireTarget(read, interpretation)
    if (!target.ok) return target
    const files = read.attachment.ofNotice(id)
    for (const imageId of bodyImages(draft.value.body)) {
      if (!files.some((file) => file.id === imageId)) return refuse('notice.image-missing')
    }
    const clean = requireClean(scanNotice(deps, notice.value, draft.value, files))
    if (!clean.ok) return clean
    const shown = draftAsPublic(read, notice.value, draft.value)
    const sound = checkSubmission({
      deps,
      read,
      noticeId: id,
      content: shown,
      placement,
      itemId: draft.value.catalogueItemId,
      today: civilDateOf(now),
    })
    if (!sound.ok) return sound
    const content = canonicalContent(shown)
    const hash = sha256(content)
    write.notice.addAuthor(id, principal.id)
    const chain = chainOf(read, { ...draft.value, id })
    const authorIds = read.notice.authors(id).map((author) => author.id)
    const handedIn = {
      id: deps.ids.next(),
      noticeId: id,
      hash,
      content,
      submittedBy: principal.id,
      submittedAt: now,
      closed: false,
      revision: notice.value.revision,
      catalogueItemId: draft.value.catalogueItemId,
      placement,
      chain,
      emergencyReason: '',
      authorIds,
      modeReason: draft.value.disclosureModeReason,
      itemWords: itemWords(read, draft.value.catalogueItemId),
    }
    write.submission.insert(handedIn)
    // Taken down meanwhile, or put before a higher body by an earlier program: the question still stands.
    const awaited = referralsFor(read, handedIn).some(({ answer }) => answer === null)
    write.notice.update(id, {
      state: awaited ? 'REFERRED' : 'IN_REVIEW',
      content: draft.value,
      title: draft.value.title,
      updatedAt: now,
    })
    // Who wrote it and what it needs, in the log: what the tables say later can be held against it.
    const authors = authorIds.join(' ')
    const unread = unreadFiles(read, id, shown).length
    record(
      deps,
      write,
      principal,
      'notice.submit',
      { kind: 'notice', id },
      { hash, authors, chain: chain.flat().join(','), unreadFiles: unread },
    )
    return accept(hash)
  })
}

/**
 * Takes a submission back, also an approved one, so that it is not published as it is. The decisions given stay on record.
 * Not while it lies before a higher body: nothing of it can go out, and the answer belongs to it (`notice.wrong-state`).
 * Needs any role but ADMINISTRATOR: whoever sees the fault in time must be able to stop it.
 * @example recallNotice(deps, handler, id)
 */
export function recallNotice(deps: Deps, principal: Principal, id: string): Result<true> {
  const allowed = requireRole(principal, ...ROLES.filter((role) => role !== 'ADMINISTRATOR'))
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const notice = findNotice(read, id, 'RECALL')
    if (!notice.ok) return notice
    const submission = read.submission.open(id)
    if (!submission) return refuse('notice.wrong-state', { state: notice.value.state, action: 'RECALL' })
    write.submission.close(submission.id)
    write.notice.update(id, { state: 'DRAFT', updatedAt: deps.clock.now() })
    record(deps, write, principal, 'notice.recall', { kind: 'notice', id }, { hash: submission.hash })
    return accept(true)
  })
}
