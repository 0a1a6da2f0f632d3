import type { StoredEdition } from '../../db/repos/edition-repo.ts'
import type { Reads, Writes } from '../../db/store.ts'
import type { CivilDate, PublicContent } from '../../domain/notice/content.ts'
import type { WithdrawalReason } from '../../domain/notice/notice-state.ts'
import type { NoticePlacement } from '../../domain/notice/placement.ts'
import type { Deps } from '../deps.ts'
import {
  displayAfterPublication,
  displayAfterWithdrawal,
} from '../display/public-display/follow-publication.ts'
import { openConsultation } from '../matter/matter-checks.ts'
import { keepTerm } from './convention/validity.ts'
import { plansAfterPublication, plansAfterWithdrawal } from '../posting/follow-publication.ts'
import type { Principal } from '../principal.ts'
import { keepEdition } from './archive/keep-edition.ts'
import { recallCorrected, recallWithdrawn } from './recall/open-recall.ts'
import { endBatches } from './batch/end-batches.ts'
import { endSchedule } from './schedule/end-schedule.ts'
import { takeKioskOver } from './emergency/follow.ts'

/** A publication as those see it who have to do something with it, inside its transaction. */
export type PublicationStep = {
  readonly deps: Deps
  readonly write: Writes
  readonly read: Reads
  readonly principal: Principal
  readonly noticeId: string
  readonly editionId: number
  readonly editionNumber: number
  readonly submissionId: string
  readonly content: PublicContent
  readonly itemId: string | null
  readonly placement: NoticePlacement
  /** The edition that stood until now. */
  readonly former: StoredEdition | undefined
  readonly at: string
  readonly on: CivilDate
}

/** A withdrawal as those see it who have to do something with it, inside its transaction. */
export type WithdrawalStep = {
  readonly deps: Deps
  readonly write: Writes
  readonly read: Reads
  readonly principal: Principal
  readonly noticeId: string
  /** The editions taken down, newest first. */
  readonly editionIds: readonly number[]
  readonly reason: WithdrawalReason
  readonly at: string
  readonly on: CivilDate
}

const AFTER_PUBLICATION: readonly ((step: PublicationStep) => void)[] = [
  keepTerm,
  openConsultation,
  keepEdition,
  endSchedule,
  recallCorrected,
  takeKioskOver,
  displayAfterPublication,
  plansAfterPublication,
  endBatches,
]

const AFTER_WITHDRAWAL: readonly ((step: WithdrawalStep) => void)[] = [
  recallWithdrawn,
  displayAfterWithdrawal,
  plansAfterWithdrawal,
]

/**
 * Does what follows from a publication, each area its own; all of it commits or rolls back with the edition (design §4.2).
 * @example afterPublication(step)
 */
export function afterPublication(step: PublicationStep): void {
  for (const follow of AFTER_PUBLICATION) follow(step)
}

/**
 * Does what follows from a withdrawal, each area its own.
 * @example afterWithdrawal(step)
 */
export function afterWithdrawal(step: WithdrawalStep): void {
  for (const follow of AFTER_WITHDRAWAL) follow(step)
}
