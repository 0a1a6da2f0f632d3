import type { CivilDate } from '../notice/content.ts'
import type { ColumnRole } from './header.ts'

/** 审定、备案: draft → submitted → approved → filed. From APPROVED on a version is frozen. */
export const VERSION_STATES = ['DRAFT', 'SUBMITTED', 'APPROVED', 'FILED'] as const
/** One state. */
export type VersionState = (typeof VERSION_STATES)[number]

/** A column as the county has it, in its order; exports keep it. `option` is the choice a tick column stands for. */
export type LayoutColumn = {
  readonly role: ColumnRole
  readonly label: string
  /** Heading over a group of columns (公开层级 over 县级、乡级); empty when there is none. */
  readonly group: string
}

/** 目录版本: one edition of a catalogue. */
export type CatalogueVersion = {
  readonly id: string
  readonly catalogueId: string
  /** From 1. */
  readonly number: number
  readonly state: VersionState
  readonly sourceFile: string
  readonly columns: readonly LayoutColumn[]
  readonly createdAt: string
  readonly submittedAt: string | null
  readonly approvedAt: string | null
  /** 备案: with whom, under which number, on which day. */
  readonly filedOn: CivilDate | null
  readonly filedWith: string
  readonly filingNumber: string
  /** Why it was sent back; empty when it was not. */
  readonly returnReason: string
}
