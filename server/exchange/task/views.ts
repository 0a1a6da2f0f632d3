import type { ChangeKind } from '../../../domain/exchange/package-records.ts'
import type { RecordFaultCode } from '../../../domain/exchange/record-fault.ts'
import type { HitKind } from '../../../domain/privacy/gate-hit.ts'
import type { GapView } from '../receipt/views.ts'

/** How a task ended. */
export type ExchangeTaskEnd = {
  readonly how: 'ACCEPTED' | 'WITHDRAWN' | 'OFFERED_AGAIN' | 'CLOSED_BY_PERSON'
  readonly note: string
  readonly at: string
  readonly by: { readonly id: string; readonly name: string } | null
}

/** A change the county rejected: work for somebody. */
export type ExchangeTaskView = {
  readonly id: string
  readonly openedAt: string
  readonly change: number
  readonly kind: ChangeKind
  readonly notice: {
    readonly id: string
    readonly title: string
    readonly indexNumber: string
    readonly editionNumber: number
    readonly withdrawn: boolean
  }
  readonly receipt: { readonly id: number; readonly number: number; readonly sequence: number }
  /** Sentence under `exchange:fault.<code>`. */
  readonly fault: {
    readonly code: RecordFaultCode
    readonly params: Readonly<Record<string, string | number>>
  }
  /** The office's own secrecy reviewer allowed what the county found, by name and with a reason; null otherwise. */
  readonly allowedHere: { readonly kind: HitKind; readonly by: string; readonly reason: string } | null
  /** Null while it is open. */
  readonly end: ExchangeTaskEnd | null
}

/** Answer of `GET /exchange-tasks`: open ones first, oldest first (at most 500); then ended ones, newest first (at most 200). */
export type ExchangeTasksView = {
  readonly open: readonly ExchangeTaskView[]
  /** How many are open, those that are not listed too. */
  readonly openCount: number
  readonly ended: readonly ExchangeTaskView[]
}

/** Answer of `GET /exchange-today`: what of the exchange asks for somebody today. */
export type ExchangeTodayView = {
  /** Open tasks, oldest first, at most 20. */
  readonly tasks: readonly ExchangeTaskView[]
  readonly taskCount: number
  /** Words of the county nobody has marked as read, nearest date first. */
  readonly instructions: readonly {
    readonly id: string
    readonly title: string
    readonly due: string | null
  }[]
  /** Catalogues, calendars and dictionaries nobody has decided about. */
  readonly itemCount: number
  /** What the county is missing; null when nothing is. */
  readonly gap: GapView | null
  /** Numbers of receipts that never came. */
  readonly missingReceipts: readonly number[]
  /** Packages out for a fortnight and longer without a receipt, newest first. */
  readonly late: readonly { readonly sequence: number; readonly days: number }[]
}

/*
 * GET  /api/desk/exchange-today → ExchangeTodayView
 * GET  /api/desk/exchange-tasks → ExchangeTasksView
 * POST /api/desk/exchange-tasks/:id/end {note} → ExchangeTaskView
 * POST /api/desk/exchange-tasks/:id/offer-again → ExchangeTaskView
 */
