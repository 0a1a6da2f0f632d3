import { accept, refuse, type Result } from '../refusal.ts'
import { type ScriptOrder, SIZE_RATIO } from './script-order.ts'

/**
 * Checks an order of scripts that is to be set: the size within bounds, and the rule it rests on named, because the
 * order is a matter of law that differs by place and year. Refuses `language.ratio-out-of-range`,
 * `language.basis-required`. Source: domain book §9.3.
 * @example checkOrder({ ...USUAL_ORDER, basis: '' }) // refused: language.basis-required
 */
export function checkOrder<T extends ScriptOrder & { readonly basis: string }>(order: T): Result<T> {
  const { least, most } = SIZE_RATIO
  if (!Number.isInteger(order.sizeRatio) || order.sizeRatio < least || order.sizeRatio > most) {
    return refuse('language.ratio-out-of-range', { least, most })
  }
  const basis = order.basis.trim()
  return basis === '' ? refuse('language.basis-required') : accept({ ...order, basis })
}
