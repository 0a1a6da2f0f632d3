import type { MatterKind } from '../../domain/matter/matter-kind.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import type { ConsultationNotice } from '../../domain/voice/consultation.ts'

/** A published notice of a matter with its day. */
export type PublicMatterNotice = {
  readonly indexNumber: string
  readonly title: string
  readonly publishDate: CivilDate
}

/** How far a matter has come, as the public sees it. */
export type PublicMatterState = 'PLANNED' | 'OPEN' | 'CLOSED' | 'ANSWERED' | 'DECIDED'

/** A matter as a line of the public list. */
export type PublicMatterRow = {
  readonly id: string
  /** Title of the decision, else of the draft, as published. */
  readonly title: string
  readonly kind: MatterKind
  readonly unit: string
  readonly state: PublicMatterState
  /** Last day for opinions; null when nothing is open. */
  readonly closesOn: CivilDate | null
  readonly publishDate: CivilDate
}

/** Answer of `GET /api/public/matters`: a page of them, and how many there are and are open in all. */
export type PublicMatters = {
  readonly matters: readonly PublicMatterRow[]
  readonly next: string | null
  readonly total: number
  readonly open: number
}

/** A consultation as the public sees it: what its published draft says, and the published feedback. */
export type PublicConsultation = {
  readonly state: Exclude<PublicMatterState, 'DECIDED'>
  readonly draft: PublicMatterNotice
  readonly opensOn: CivilDate
  readonly closesOn: CivilDate
  readonly channels: ConsultationNotice['channels']
  readonly shorterReason: string
  readonly feedback: (PublicMatterNotice & { readonly hash: string }) | null
}

/** A matter with everything of it that hangs on the board. */
export type PublicMatter = PublicMatterRow & {
  readonly asOf: CivilDate
  readonly consultations: readonly PublicConsultation[]
  readonly decisions: readonly PublicMatterNotice[]
  readonly interpretations: readonly PublicMatterNotice[]
  readonly progress: readonly PublicMatterNotice[]
  /** The draft and the decision can be compared. */
  readonly difference: boolean
}

/** A matter as each of its notices names it. */
export type PublicMatterRef = {
  readonly id: string
  readonly title: string
  /** Set on the draft that opinions are gathered on. */
  readonly consultation: { readonly opensOn: CivilDate; readonly closesOn: CivilDate } | null
}
