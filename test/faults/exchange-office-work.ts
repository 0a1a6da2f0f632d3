import type { StoredNotice } from '../../db/repos/notice-repo.ts'
import { refuse, type Result } from '../../domain/refusal.ts'
import type { Deps } from '../../server/deps.ts'
import { decideNotice } from '../../server/notice/decide-notice.ts'
import { saveDraft } from '../../server/notice/edit-notice.ts'
import { publishNotice } from '../../server/notice/publish-notice.ts'
import { submitNotice } from '../../server/notice/submit-notice.ts'
import { reviseNotice, withdrawNotice } from '../../server/notice/withdraw-notice.ts'
import type { Principal } from '../../server/principal.ts'
import { paragraphs } from '../support/publish-flow.ts'
import { PEOPLE, prepareApproved } from './approved-notices.ts'

/** Items of the catalogue that notices hang on; the first stays for everybody. */
export const ITEMS = ['item', 'item-circle-1', 'item-circle-2', 'item-persons-1', 'item-persons-2'] as const

const handler: Principal = { id: PEOPLE.handler, name: '周敏', roles: ['HANDLER'] }
const reviewer: Principal = { id: PEOPLE.reviewer, name: '韩立', roles: ['REVIEWER'] }
const secrecyReviewer: Principal = { id: PEOPLE.secrecyReviewer, name: '王芳', roles: ['SECRECY_REVIEWER'] }

/** How much of the board stands to be chosen from. */
const NEWEST = 40

function scopeOf(deps: Deps, item: string): string {
  return deps.store.read.catalogue.item(item)?.disclosureScope ?? 'PUBLIC'
}

/** One of the newest notices in a state, or none. */
function oneOf(deps: Deps, state: 'PUBLISHED' | 'WITHDRAWN', which: number): StoredNotice | undefined {
  const notices = deps.store.read.notice.page({ state, words: '' }, null, NEWEST)
  // What goes to named persons is never published.
  const open = notices.filter(
    ({ catalogueItemId }) => scopeOf(deps, catalogueItemId ?? '') !== 'NAMED_PERSONS',
  )
  return open[which % Math.max(1, open.length)]
}

/** Publishes so many notices on an item; on one for named persons none may, so they go on the first. */
export async function publishSome(
  deps: Deps,
  order: { readonly from: number; readonly count: number; readonly fileType: string; readonly item?: number },
): Promise<Result<unknown>> {
  const { from, count, fileType } = order
  const wanted = ITEMS[order.item ?? 0] ?? ITEMS[0]
  const item = scopeOf(deps, wanted) === 'NAMED_PERSONS' ? ITEMS[0] : wanted
  await prepareApproved(deps.store, deps.dataFolder, from, count, fileType, Buffer.from(`名单${from}`), item)
  const { read } = deps.store
  for (const notice of read.notice.page({ state: 'APPROVED', words: '' }, null, count)) {
    const published = publish(deps, notice.id)
    if (!published.ok) return published
  }
  return { ok: true, value: null }
}

function publish(deps: Deps, id: string): Result<unknown> {
  const submissionHash = deps.store.read.submission.open(id)?.hash ?? ''
  return publishNotice(deps, handler, id, { submissionHash, clockConfirmed: true })
}

/** Takes a notice off the board, or only a former edition of it out of the record. */
export function withdrawOne(
  deps: Deps,
  order: { readonly which?: number; readonly former?: boolean },
): Result<unknown> {
  const notices = deps.store.read.notice.page({ state: 'PUBLISHED', words: '' }, null, NEWEST)
  const notice = notices[(order.which ?? 0) % Math.max(1, notices.length)]
  if (!notice) return { ok: true, value: null }
  const former = deps.store.read.edition.ofNotice(notice.id).find(({ state }) => state === 'SUPERSEDED')
  return withdrawNotice(deps, reviewer, notice.id, {
    reason: 'PUBLISHED_IN_ERROR',
    note: '附表有误',
    hideTitle: false,
    ...(order.former === true && former && { editionNumber: former.editionNumber }),
  })
}

/** Publishes a next edition of a notice that hangs, or of one that was taken down: written, handed in, decided on, published. */
export function correctOne(
  deps: Deps,
  order: { readonly which: number; readonly withdrawn: boolean },
): Result<unknown> {
  const { read } = deps.store
  const notice = oneOf(deps, order.withdrawn ? 'WITHDRAWN' : 'PUBLISHED', order.which)
  if (!notice) return { ok: true, value: null }
  const { id } = notice
  const revised = reviseNotice(deps, handler, id)
  if (!revised.ok) return revised
  const draft = read.notice.byId(id)
  if (!draft) return refuse('notice.not-found')
  const times = read.edition.ofNotice(id).length
  const saved = saveDraft(deps, handler, id, {
    revision: draft.revision,
    content: {
      ...draft.content,
      body: paragraphs(`因线路检修，河西村停电。第${String(times + 1)}次发布。`),
      change: { kind: 'CORRECTION', note: `更正停电范围（第${String(times)}次）` },
    },
  })
  if (!saved.ok) return saved
  const submitted = submitNotice(deps, handler, id, { revision: saved.value.revision })
  if (!submitted.ok) return submitted
  for (const [kind, person] of [
    ['REVIEW', reviewer],
    ['SECRECY_REVIEW', secrecyReviewer],
  ] as const) {
    const submissionHash = read.submission.open(id)?.hash ?? ''
    const decision = { kind, decision: 'APPROVED', reason: '', submissionHash } as const
    const decided = decideNotice(deps, person, id, { ...decision, unreadAcknowledged: true })
    if (!decided.ok) return decided
  }
  return publish(deps, id)
}

/** Says for whom what hangs on an item is from now on, as an approved catalogue does. */
export function scopeItem(
  deps: Deps,
  order: { readonly item: number; readonly scope: 'PUBLIC' | 'LIMITED_CIRCLE' | 'NAMED_PERSONS' },
): void {
  deps.store.database
    .prepare('UPDATE catalogue_row SET disclosure_scope = ? WHERE item_id = ?')
    .run(order.scope, ITEMS[order.item] ?? ITEMS[0])
}
