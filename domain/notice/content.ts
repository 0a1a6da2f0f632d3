import type { Body } from './body.ts'
import type { UnitKind } from '../office/unit.ts'
import type { DisplayPlan } from '../display/display-plan.ts'
import type { EmergencyMark } from './emergency-mark.ts'
import type { NoticeChange } from './change.ts'
import type { LanguageText } from './language.ts'
import type { NoticeKind } from './notice-kind.ts'
import type { ConsultationNotice } from '../voice/consultation.ts'

/** 公开属性: required on every document, with a reason when it is not proactive. */
export const DISCLOSURE_MODES = ['PROACTIVE', 'ON_REQUEST', 'NOT_DISCLOSED'] as const
/** One value of 公开属性. */
export type DisclosureMode = (typeof DISCLOSURE_MODES)[number]

/** 公开对象: only `PUBLIC` may reach a board, a kiosk or a public package. */
export const AUDIENCES = ['PUBLIC', 'LOCAL', 'SYSTEM', 'INTERNAL'] as const
/** One value of 公开对象. */
export type Audience = (typeof AUDIENCES)[number]

/** A civil date as `YYYY-MM-DD`, read in Asia/Shanghai. */
export type CivilDate = string

/** What the handler writes: everything a reader will see, except the attachments. May be incomplete while a draft. */
export type DraftContent = {
  readonly title: string
  readonly body: Body
  readonly noticeKind: NoticeKind
  readonly catalogueItemId: string | null
  /** 发文字号, e.g. `云政发〔2026〕5号`; empty when the notice has none. */
  readonly documentNumber: string
  /** 成文日期: the day the principal signs or the meeting adopts. */
  readonly documentDate: CivilDate | null
  /** 印发日期: the day of printing; may be later than 成文日期. */
  readonly issueDate: CivilDate | null
  readonly disclosureMode: DisclosureMode
  readonly disclosureModeReason: string
  readonly audience: Audience
  /** 主送机关, one line; empty when there is none. */
  readonly addressee: string
  /** 发文机关署名 under the text; empty means the office's own name. */
  readonly signature: string
  /** 关键词, at most ten; empty when nobody has given any. */
  readonly keywords: readonly string[]
  /** 内容概述; empty when there is none. */
  readonly abstract: string
  /** 施行日期 and 有效期至 as the document itself says them; what becomes of it later is kept beside the editions. */
  readonly validity: { readonly from: CivilDate | null; readonly to: CivilDate | null }
  /** What a next edition changes; null in a first one. */
  readonly change: NoticeChange | null
  /** The minute from which it no longer shows, as an instant; null when it stays. */
  readonly expiresAt: string | null
  /** How a 公示 is displayed; null for any other notice. */
  readonly display: DisplayPlan | null
  /** What makes it an emergency notice (应急信息); null for any other. */
  readonly emergency: EmergencyMark | null
  /** The same notice in other languages. */
  readonly texts: readonly LanguageText[]
}

/** What of a draft stands in the public content only where it says something. */
type WhereSaid =
  'keywords' | 'abstract' | 'validity' | 'change' | 'expiresAt' | 'display' | 'emergency' | 'texts'

/** An attachment as a reader sees it: the stripped derivative, named by its SHA-256 (hex). */
export type PublicAttachment = {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
  readonly role: 'ATTACHMENT' | 'INLINE_IMAGE'
}

/**
 * The public content of an edition: the one derivative behind paper, kiosk, search, export and replica.
 * Its SHA-256 over RFC 8785 JSON is the edition's hash.
 */
export type PublicContent = Omit<DraftContent, 'catalogueItemId' | 'disclosureModeReason' | WhereSaid> & {
  readonly format: 'board-edition/1'
  readonly keywords?: DraftContent['keywords']
  readonly abstract?: string
  readonly validity?: DraftContent['validity']
  readonly change?: NoticeChange
  readonly expiresAt?: string
  readonly display?: DisplayPlan
  readonly emergency?: EmergencyMark
  readonly texts?: readonly LanguageText[]
  readonly office: { readonly name: string; readonly uscc: string }
  /** The unit under the office that the notice is of; absent when it is the township's own. */
  readonly unit?: { readonly name: string; readonly kind: Exclude<UnitKind, 'TOWNSHIP'> }
  /** The published document that this notice interprets (政策解读); absent when it interprets none. */
  readonly interprets?: { readonly indexNumber: string; readonly title: string }
  /** How opinions on it are gathered, for the draft of a decision (征求意见稿); absent for any other notice. */
  readonly consultation?: ConsultationNotice
  /** The path in the catalogue as words: catalogue, level 1, level 2; null when the notice has no item. */
  readonly catalogue: { readonly name: string; readonly level1: string; readonly level2: string } | null
  readonly attachments: readonly PublicAttachment[]
}
