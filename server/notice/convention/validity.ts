import type { StoredValidity } from '../../../db/repos/convention-repo.ts'
import type { Reads } from '../../../db/store.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { type StatedValidity, validityOn, type ValidityNow } from '../../../domain/notice/validity.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { requirePublicWords } from '../../display/public-display/public-words.ts'
import { requireConfirmed } from '../../office/restore-confirmation.ts'
import { type Principal, requireRole } from '../../principal.ts'
import type { PublicationStep } from '../publication-steps.ts'
import type { NoticeValidityView, ReplacementView, ValidityStatementView } from './views.ts'

const CONFIRMING = ['REVIEWER', 'DEPUTY_LEADER'] as const

function replacement(read: Reads, noticeId: string): ReplacementView {
  const notice = read.notice.byId(noticeId)
  const current = read.edition.ofNotice(noticeId).find(({ state }) => state === 'PUBLISHED')
  return {
    noticeId,
    title: current?.title ?? notice?.title ?? '',
    indexNumber: current ? current.indexNumber : null,
  }
}

/**
 * 有效性 of a published notice on a day, from what two persons have put on record and from the dates in its current edition.
 * @example validityNow(read, noticeId, content, '2026-11-23').validity // 'IN_FORCE'
 */
export function validityNow(
  read: Reads,
  noticeId: string,
  content: Pick<PublicContent, 'validity'>,
  today: string,
): ValidityNow {
  const confirmed = read.convention
    .validityOf(noticeId)
    .filter(({ decision }) => decision?.decision === 'CONFIRMED')
  return validityOn(today, content.validity ?? { from: null, to: null }, confirmed)
}

function statementView(read: Reads, principal: Principal, row: StoredValidity): ValidityStatementView {
  const open = row.decision === null
  const own = row.proposedBy === principal.id
  const decides = open && !own && requireRole(principal, ...CONFIRMING).ok
  return {
    id: row.sequence,
    standing: row.standing,
    effectiveOn: row.effectiveOn,
    reason: row.reason,
    replacedBy: row.replacedBy === null ? null : replacement(read, row.replacedBy),
    proposedBy: { id: row.proposedBy, name: row.proposerName },
    proposedAt: row.proposedAt,
    decision: row.decision && {
      decision: row.decision.decision,
      reason: row.decision.reason,
      by: { id: row.decision.decidedBy, name: row.decision.deciderName },
      at: row.decision.decidedAt,
    },
    may: { confirm: decides, return: decides, recall: open && own },
  }
}

/**
 * What the desk shows of the validity of a notice. Refuses `notice.not-found`, `validity.not-published`.
 * @example noticeValidity(read, principal, id, '2026-11-23')
 */
export function noticeValidity(
  read: Reads,
  principal: Principal,
  id: string,
  today: string,
): Result<NoticeValidityView> {
  if (!read.notice.byId(id)) return refuse('notice.not-found')
  const current = read.edition.ofNotice(id).find(({ state }) => state === 'PUBLISHED')
  if (!current) return refuse('validity.not-published')
  const rows = read.convention.validityOf(id)
  return accept({
    now: validityNow(read, id, JSON.parse(current.content) as PublicContent, today),
    statements: rows.map((row) => statementView(read, principal, row)).toReversed(),
    replaces: read.convention.replacedBy(id).map((noticeId) => replacement(read, noticeId)),
    mayPropose: requireRole(principal, 'HANDLER').ok && rows.every(({ decision }) => decision !== null),
  })
}

/** What is proposed about a document. */
export type ValidityProposal = {
  readonly standing: StatedValidity
  readonly effectiveOn: string
  readonly reason: string
  readonly replacedBy: string | null
}

/**
 * Proposes what became of a published document; public once another person has confirmed it. Needs HANDLER. Refuses
 * `notice.not-found`, `validity.not-published`, `validity.already-proposed`, `validity.reason-required`,
 * `validity.replacement-invalid` for a document that is not published, is the same, or replaces nothing repealed, and
 * `display.privacy-hit`: the public reads the reason with the document.
 * @example proposeValidity(deps, handler, id, { standing: 'REPEALED', effectiveOn: '2026-12-01', reason: '已有新办法', replacedBy: null })
 */
export function proposeValidity(
  deps: Deps,
  principal: Principal,
  id: string,
  input: ValidityProposal,
): Result<NoticeValidityView> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<NoticeValidityView> => {
    const today = civilDateOf(deps.clock.now())
    const view = noticeValidity(read, principal, id, today)
    if (!view.ok) return view
    if (!view.value.mayPropose) return refuse('validity.already-proposed')
    if (input.reason.trim() === '') return refuse('validity.reason-required')
    const words = requirePublicWords(input.reason)
    if (!words.ok) return words
    const { standing, effectiveOn, replacedBy } = input
    if (replacedBy !== null) {
      const published = read.edition.ofNotice(replacedBy).some(({ state }) => state === 'PUBLISHED')
      if (standing !== 'REPEALED' || replacedBy === id || !published) {
        return refuse('validity.replacement-invalid')
      }
    }
    const proposal = write.convention.proposeValidity({
      noticeId: id,
      standing,
      effectiveOn,
      reason: words.value,
      replacedBy,
      proposedBy: principal.id,
      proposedAt: deps.clock.now(),
    })
    record(
      deps,
      write,
      principal,
      'validity.propose',
      { kind: 'notice', id },
      { proposal, validity: standing },
    )
    return noticeValidity(read, principal, id, today)
  })
}

const ACTIONS = {
  CONFIRMED: 'validity.confirm',
  RETURNED: 'validity.return',
  RECALLED: 'validity.recall',
} as const

/**
 * Confirms what was proposed about a document (REVIEWER or DEPUTY_LEADER, never the proposer), sends it back with a reason,
 * or recalls it (the proposer). Refuses `validity.proposal-not-found`, `validity.already-decided`,
 * `validity.proposer-may-not-confirm`, `validity.reason-required`, `validity.replacement-invalid`,
 * `office.restored-unconfirmed`, `display.privacy-hit`.
 * @example decideValidity(deps, reviewer, 7, { decision: 'CONFIRMED', reason: '' })
 */
export function decideValidity(
  deps: Deps,
  principal: Principal,
  proposal: number,
  input: { readonly decision: keyof typeof ACTIONS; readonly reason: string },
): Result<NoticeValidityView> {
  return deps.store.tx((write, read): Result<NoticeValidityView> => {
    const noticeId = read.convention.validityNotice(proposal)
    if (noticeId === undefined) return refuse('validity.proposal-not-found')
    const row = read.convention.validityOf(noticeId).find(({ sequence }) => sequence === proposal)
    if (!row) return refuse('validity.proposal-not-found')
    const own = row.proposedBy === principal.id
    if (input.decision === 'RECALLED') {
      if (!own) return refuse('trust.role-missing', { role: 'HANDLER' })
    } else {
      const allowed = requireRole(principal, ...CONFIRMING)
      if (!allowed.ok) return allowed
      if (own) return refuse('validity.proposer-may-not-confirm')
    }
    if (row.decision !== null) return refuse('validity.already-decided')
    const reason = input.reason.trim()
    if (input.decision === 'RETURNED' && reason === '') return refuse('validity.reason-required')
    if (input.decision === 'CONFIRMED') {
      const confirmed = requireConfirmed(read)
      if (!confirmed.ok) return confirmed
      // From here on the public reads it: what this program finds in it now counts, whatever let it in.
      const words = requirePublicWords(row.reason)
      if (!words.ok) return words
      // What is to take its place may have been taken down meanwhile.
      if (row.replacedBy !== null && replacement(read, row.replacedBy).indexNumber === null) {
        return refuse('validity.replacement-invalid')
      }
    }
    const at = deps.clock.now()
    write.convention.decideValidity({
      validitySequence: proposal,
      decision: input.decision,
      reason,
      decidedBy: principal.id,
      decidedAt: at,
    })
    record(
      deps,
      write,
      principal,
      ACTIONS[input.decision],
      { kind: 'notice', id: noticeId },
      { proposal, validity: row.standing },
    )
    return noticeValidity(read, principal, noticeId, civilDateOf(at))
  })
}

/**
 * Repeats 有效期至 of a new edition where public lists read it, in the transaction that publishes it.
 * @example keepTerm(step)
 */
export function keepTerm({ write, read, noticeId, content, former }: PublicationStep): void {
  const validTo = content.validity?.to ?? null
  const had = former ? ((JSON.parse(former.content) as PublicContent).validity?.to ?? null) : null
  // A correction may have taken an end away that an edition before it had.
  if (validTo !== null || had !== null || read.edition.ofNotice(noticeId).length > 1) {
    write.convention.setTerm(noticeId, validTo)
  }
}
