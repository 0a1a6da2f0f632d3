import type { ScriptLayout, ScriptLead, ScriptOrder } from '../../domain/language/script-order.ts'
import type { NoticeLanguage } from '../../domain/notice/language.ts'

/** An order of scripts as it was set, with who set it. */
export type ScriptOrderView = {
  readonly sequence: number
  readonly effectiveFrom: string
  readonly language: NoticeLanguage | null
  readonly lead: ScriptLead
  readonly layout: ScriptLayout
  readonly sizeRatio: number
  readonly basis: string
  /** Whoever set it has read the rule itself; else it is shown as unverified. */
  readonly basisRead: boolean
  readonly by: string
  readonly at: string
  /** It counts for its language today. */
  readonly holds: boolean
}

/** Answer of `GET /api/desk/script-orders`: all that were ever set, newest first. */
export type ScriptOrders = { readonly today: string; readonly orders: readonly ScriptOrderView[] }

/** Answer of `GET /api/public/script-orders`: what holds today for each language; `usual`: the office has set nothing. */
export type PublicScriptOrders = Readonly<Record<NoticeLanguage, ScriptOrder & { readonly usual: boolean }>>
