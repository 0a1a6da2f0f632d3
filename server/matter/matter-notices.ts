import type { StoredLink, StoredMatterFile } from '../../db/repos/matter-repo.ts'
import type { Reads, Writes } from '../../db/store.ts'
import type { MatterRole } from '../../domain/matter/matter-notice.ts'
import type { DraftContent } from '../../domain/notice/content.ts'
import type { NoticeKind } from '../../domain/notice/notice-kind.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { createNotice, writeDraft } from '../notice/edit-notice.ts'
import { type Principal, requireRole } from '../principal.ts'
import { sentencesIn } from '../../platform/sentence.ts'
import { adoptionDraft } from './adoption-draft.ts'
import { matterSubject, touchMatter } from './keep-matter.ts'
import { type MatterStanding, matterStanding, shownEdition } from './matter-standing.ts'
import { wordsOf } from './words-of.ts'
import { findMatter } from './matter-views.ts'

/** What is begun or put into a matter. */
export type MatterNoticeInput = {
  readonly role: MatterRole
  /** A notice that is there already; null begins one. */
  readonly noticeId: string | null
}

/** What a begun notice holds beyond an empty one. */
type Beginning = Partial<Pick<DraftContent, 'title' | 'body' | 'noticeKind' | 'catalogueItemId'>>

const KINDS: Readonly<Record<Exclude<MatterRole, 'DECISION'>, NoticeKind>> = {
  DRAFT: 'ANNOUNCEMENT',
  ADOPTION: 'ANNOUNCEMENT',
  INTERPRETATION: 'INTERPRETATION',
  PROGRESS: 'BULLETIN',
}

function decisionKind(matter: StoredMatterFile): NoticeKind {
  if (matter.kind === 'NORMATIVE_DOCUMENT') return 'NOTIFICATION'
  return matter.kind === 'VILLAGE_MATTER' ? 'ANNOUNCEMENT' : 'DECISION'
}

/** The consultation a notice of this role belongs to; null for roles that belong to none. */
function consultationFor(standing: MatterStanding, role: MatterRole): Result<string | null> {
  if (role !== 'DRAFT' && role !== 'ADOPTION') return accept(null)
  const newest = standing.consultations.at(-1)
  if (!newest) return refuse('consultation.not-found')
  const taken = role === 'DRAFT' ? newest.draftId : newest.adoptionId
  return taken === null ? accept(newest.stored.id) : refuse('consultation.under-way')
}

// A decision that was taken down makes room for another, filed away or not; one that is under way does not.
function roomFor(read: Reads, standing: MatterStanding, role: MatterRole): Result<true> {
  if (role !== 'DECISION') return accept(true)
  const takenDown = ({ noticeId }: StoredLink): boolean => {
    const state = read.notice.byId(noticeId)?.state
    return state === 'WITHDRAWN' || (state === 'ARCHIVED' && !shownEdition(read, noticeId))
  }
  const open = standing.links.find((link) => link.role === 'DECISION' && !takenDown(link))
  return open ? refuse('matter.decision-exists') : accept(true)
}

/** What a notice of the role begins with: the decision takes over the text that was open to opinions. */
function beginning(read: Reads, standing: MatterStanding, role: MatterRole): Result<Beginning> {
  const { matter } = standing
  const { say } = sentencesIn('zh-Hans')
  const draftId = standing.consultations.at(-1)?.draftId ?? null
  const draft = draftId === null ? undefined : read.notice.byId(draftId)
  switch (role) {
    case 'DRAFT':
      return accept({
        title: say('terms:adoption.draftTitle', { title: matter.title }),
        noticeKind: KINDS.DRAFT,
      })
    case 'DECISION':
      return accept({
        title: matter.title,
        noticeKind: decisionKind(matter),
        ...(draft && { body: draft.content.body, catalogueItemId: draft.content.catalogueItemId }),
      })
    case 'ADOPTION': {
      const feedback = adoptionDraft(read, standing)
      if (!feedback.ok) return feedback
      const item = draft?.content.catalogueItemId ?? null
      return accept({ ...feedback.value, noticeKind: KINDS.ADOPTION, catalogueItemId: item })
    }
    case 'INTERPRETATION':
      return accept({})
    case 'PROGRESS':
      return accept({ noticeKind: KINDS.PROGRESS })
  }
}

function begin(
  deps: Deps,
  write: Writes,
  read: Reads,
  principal: Principal,
  standing: MatterStanding,
  role: MatterRole,
): Result<string> {
  const first = beginning(read, standing, role)
  if (!first.ok) return first
  const decision = standing.links.findLast((link) => link.role === 'DECISION')
  const created = createNotice(deps, principal, {
    unitId: standing.matter.unitId,
    ...(role === 'INTERPRETATION' && decision && { interpretsNoticeId: decision.noticeId }),
  })
  if (!created.ok) return created
  const notice = read.notice.byId(created.value)
  if (!notice) throw new Error('a notice that was just made is there')
  const content = { ...notice.content, ...first.value }
  const written = writeDraft(deps, write, read, principal, notice.id, { revision: notice.revision, content })
  return written.ok ? accept(notice.id) : written
}

// What was published before it belonged to a matter was judged by none of its rules.
function mayPutIn(read: Reads, noticeId: string, role: MatterRole): Result<true> {
  if (!read.notice.byId(noticeId)) return refuse('notice.not-found')
  if (read.matter.linkOf(noticeId)) return refuse('matter.notice-linked')
  const free = role === 'PROGRESS' || role === 'INTERPRETATION'
  const published = read.edition.ofNotice(noticeId).length > 0
  return published && !free ? refuse('matter.notice-published') : accept(true)
}

/**
 * Begins a notice of a matter, or puts one into it that is there already. A draft for opinions takes the matter's name, the
 * decision the text that was open to opinions, the feedback its counts and answers; whoever wrote these is an author of it.
 * Needs HANDLER. Refuses
 * `matter.not-found`, `consultation.not-found`, `consultation.under-way` for a second draft or feedback,
 * `matter.decision-exists`, `notice.not-found`, `matter.notice-linked`, `matter.notice-published`, and what `adoptionDraft`
 * and `createNotice` refuse.
 * @example addMatterNotice(deps, handler, id, { role: 'DECISION', noticeId: null })
 */
export function addMatterNotice(
  deps: Deps,
  principal: Principal,
  matterId: string,
  input: MatterNoticeInput,
): Result<{ readonly noticeId: string }> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<{ readonly noticeId: string }> => {
    const found = findMatter(read, matterId)
    if (!found.ok) return found
    const now = deps.clock.now()
    const { role } = input
    const standing = matterStanding(read, found.value, civilDateOf(now))
    const consultation = consultationFor(standing, role)
    if (!consultation.ok) return consultation
    const room = roomFor(read, standing, role)
    if (!room.ok) return room
    const fits = input.noticeId === null ? accept(true) : mayPutIn(read, input.noticeId, role)
    if (!fits.ok) return fits
    const noticeId =
      input.noticeId === null ? begin(deps, write, read, principal, standing, role) : accept(input.noticeId)
    if (!noticeId.ok) return noticeId
    const begun = input.noticeId === null
    for (const author of wordsOf(read, standing, role, begun)) write.notice.addAuthor(noticeId.value, author)
    write.matter.link({
      matterId,
      noticeId: noticeId.value,
      role,
      consultationId: consultation.value,
      linked: true,
      accountId: principal.id,
      at: now,
    })
    touchMatter(deps, write, principal, matterId)
    record(deps, write, principal, 'matter.link', matterSubject(matterId), {
      noticeId: noticeId.value,
      matterRole: role,
    })
    return accept({ noticeId: noticeId.value })
  })
}

/**
 * Takes a notice out of a matter; the notice itself stays. Needs HANDLER. Refuses `notice.not-found` for one that is not
 * in it, `matter.notice-published` for one that the public has seen.
 * @example removeMatterNotice(deps, handler, id, noticeId)
 */
export function removeMatterNotice(
  deps: Deps,
  principal: Principal,
  matterId: string,
  noticeId: string,
): Result<true> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const link = read.matter.linkOf(noticeId)
    if (link?.matterId !== matterId) return refuse('notice.not-found')
    if (read.edition.ofNotice(noticeId).length > 0) {
      return refuse('matter.notice-published')
    }
    const at = deps.clock.now()
    write.matter.link({ ...link, linked: false, accountId: principal.id, at })
    touchMatter(deps, write, principal, matterId)
    record(deps, write, principal, 'matter.unlink', matterSubject(matterId), {
      noticeId,
      matterRole: link.role,
    })
    return accept(true)
  })
}
