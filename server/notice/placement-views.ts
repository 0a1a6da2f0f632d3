import type { CatalogueItem } from '../../domain/catalogue/catalogue-item.ts'
import type { DueAnswer, DueTerm } from '../../domain/duty/due.ts'
import type { DutyGround, DutyKind } from '../../domain/duty/duty.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import type { NoticeState } from '../../domain/notice/notice-state.ts'
import type { NoticePlacement } from '../../domain/notice/placement.ts'
import type { UnitKind } from '../../domain/office/unit.ts'

/** A notice as its partner names it. */
export type PartnerRef = {
  readonly id: string
  readonly title: string
  readonly state: NoticeState
  /** It stands on the board now, whatever is being written for its next edition. */
  readonly published: boolean
  readonly indexNumber: string | null
}

/** A duty as a notice names it. */
export type PlacedDuty = {
  readonly id: string
  readonly kind: DutyKind
  readonly title: string
  readonly period: string
  readonly event: string
  readonly stageName: string
  readonly startsOn: CivilDate
  readonly due: CivilDate
  readonly dueAt: string | null
  readonly provisional: boolean
}

/** Where a notice belongs, with the words a person needs. */
export type PlacementView = NoticePlacement & {
  readonly unit: { readonly id: string; readonly name: string; readonly kind: UnitKind }
  /** The duty chosen by a person, while it is open and fits. */
  readonly duty: PlacedDuty | null
  /** Duties that stand closed by this notice. */
  readonly closed: readonly PlacedDuty[]
  /** The document this notice interprets. */
  readonly partner: PartnerRef | null
  /** Notices that interpret this one, newest first, drafts too. */
  readonly interpretedBy: readonly PartnerRef[]
  /** What the catalogue in use says of the item: how far it may go, and whether the unit has it. */
  readonly item: {
    readonly path: string
    readonly scope: CatalogueItem['disclosureScope']
    readonly mode: CatalogueItem['disclosureMode']
    readonly ofUnit: boolean
  } | null
}

/** A duty that may be chosen, with its arithmetic. */
export type DutyChoice = PlacedDuty & {
  readonly ground: DutyGround
  readonly term: DueTerm
  readonly answer: DueAnswer
  /** Its day has passed. */
  readonly late: boolean
}

/** What a notice on an item in a unit can work off. */
export type DutyChoices = {
  readonly choices: readonly DutyChoice[]
  /** The one taken when nobody chooses. */
  readonly automatic: string | null
  /** The one that was chosen, when it is done or let off meanwhile: then nothing is worked off. */
  readonly chosenClosed: PlacedDuty | null
  /** Whether the unit's catalogue in use has the item; null without an item. */
  readonly item: PlacementView['item']
  /** An item that is due after an event: reckoned from 成文日期; null while that is not known or no days are said. */
  readonly reckoned: {
    readonly ground: DutyGround
    readonly term: DueTerm
    readonly answer: DueAnswer
    readonly late: boolean
  } | null
}

/** A notice on the board that the catalogue now gives to the persons concerned only. */
export type AgainstScope = {
  readonly noticeId: string
  readonly title: string
  readonly indexNumber: string
  readonly item: string
}

/** What somebody has to look at among the notices. */
export type NoticeWarnings = { readonly againstScope: readonly AgainstScope[] }

/** Answer of saying where a notice belongs. */
export type PlacedNotice = { readonly revision: number; readonly placement: PlacementView }
