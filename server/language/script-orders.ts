import type { Reads } from '../../db/store.ts'
import { checkOrder } from '../../domain/language/check-order.ts'
import { orderOn, type ScriptOrder, USUAL_ORDER } from '../../domain/language/script-order.ts'
import { NOTICE_LANGUAGES, type NoticeLanguage } from '../../domain/notice/language.ts'
import { accept, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import type { PublicScriptOrders, ScriptOrders } from './views.ts'

/** An order as the administrator sets it. */
export type NewScriptOrder = ScriptOrder & {
  readonly effectiveFrom: string
  readonly language: NoticeLanguage | null
  readonly basis: string
  readonly basisRead: boolean
}

/**
 * All orders of scripts that were ever set, newest first, with which of them counts today.
 * @example scriptOrders(deps).orders[0]?.holds
 */
export function scriptOrders(deps: Pick<Deps, 'store' | 'clock'>): ScriptOrders {
  const { read } = deps.store
  const today = civilDateOf(deps.clock.now())
  const stored = read.language.orders()
  const holding = new Set(
    [null, ...NOTICE_LANGUAGES].flatMap((language) => {
      const own = stored.filter((order) => order.language === language)
      return orderOn(own, language ?? 'en', today)?.sequence ?? []
    }),
  )
  return {
    today,
    orders: stored.map(({ accountId, ...order }) => ({
      ...order,
      by: read.office.accountById(accountId)?.name ?? '',
      holds: holding.has(order.sequence),
    })),
  }
}

/**
 * What holds for each language on a day, for the faces that show two scripts together.
 * @example ordersOn(read, '2026-11-23')['mn-Mong'].lead // 'HAN_FIRST'
 */
export function ordersOn(read: Reads, today: string): PublicScriptOrders {
  const stored = read.language.orders()
  return Object.fromEntries(
    NOTICE_LANGUAGES.map((language) => {
      const set = orderOn(stored, language, today)
      const { lead, layout, sizeRatio } = set ?? USUAL_ORDER
      return [language, { lead, layout, sizeRatio, usual: set === null }]
    }),
  ) as PublicScriptOrders
}

/**
 * Sets an order from a day on; what was set before stays on record. Needs ADMINISTRATOR. Refuses what `checkOrder` refuses.
 * @example setScriptOrder(deps, administrator, { ...USUAL_ORDER, effectiveFrom: '2027-01-01', language: null, basis, basisRead: true })
 */
export function setScriptOrder(
  deps: Deps,
  principal: Principal,
  order: NewScriptOrder,
): Result<ScriptOrders> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const checked = checkOrder(order)
  if (!checked.ok) return checked
  deps.store.tx((write) => {
    write.language.addOrder({ ...checked.value, accountId: principal.id, at: deps.clock.now() })
    const { language, lead, layout, sizeRatio, effectiveFrom } = checked.value
    record(
      deps,
      write,
      principal,
      'language.set-order',
      { kind: 'script-order', id: language ?? 'all' },
      {
        scriptLead: lead,
        scriptLayout: layout,
        sizeRatio,
        effectiveOn: effectiveFrom,
        ...(language !== null && { language }),
      },
    )
  })
  return accept(scriptOrders(deps))
}
