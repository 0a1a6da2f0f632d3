import type { Reads, Writes } from '../../db/store.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import type { NoticePlacement } from '../../domain/notice/placement.ts'
import type { Deps } from '../deps.ts'
import type { Principal } from '../principal.ts'

/** What duties need to know of a publication; handed over inside the publishing transaction. */
export type Publication = {
  readonly noticeId: string
  readonly title: string
  readonly itemId: string | null
  readonly placement: NoticePlacement
  /** 成文日期, from which an item without an open duty is reckoned. */
  readonly documentDate: CivilDate | null
  /** True when a former edition stood published until now: a correction closes nothing a second time. */
  readonly supersedes: boolean
  readonly at: string
  readonly on: CivilDate
  /** The clock was older than the newest record, and a person has vouched for it. */
  readonly clockVouched: boolean
}

/**
 * Closes the duty a publication works off, and opens the interpretation duty of a policy document; inside the publishing
 * transaction. Gives the id of the duty it closed, or null.
 * @example closeByPublication(deps, write, read, handler, publication)
 */
export function closeByPublication(
  _deps: Deps,
  _write: Writes,
  _read: Reads,
  _principal: Principal,
  _publication: Publication,
): string | null {
  return null
}

/**
 * Opens again what a withdrawn notice had closed; inside the withdrawing transaction.
 * @example reopenByWithdrawal(deps, write, read, handler, { noticeId, at })
 */
export function reopenByWithdrawal(
  _deps: Deps,
  _write: Writes,
  _read: Reads,
  _principal: Principal,
  _withdrawal: { readonly noticeId: string; readonly at: string },
): void {
  return
}
