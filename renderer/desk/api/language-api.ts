import type { NewScriptOrder } from '../../../server/language/script-orders.ts'
import type { ScriptOrders } from '../../../server/language/views.ts'
import { send } from '../../shared/request.ts'

/** Key of the orders of scripts. */
export const SCRIPT_ORDERS_KEY = ['script-orders'] as const

/** All orders of scripts that were ever set. */
export async function getScriptOrders(): Promise<ScriptOrders> {
  return (await (await send('/api/desk/script-orders')).json()) as ScriptOrders
}

/** Sets an order from a day on. */
export async function setScriptOrder(order: NewScriptOrder): Promise<ScriptOrders> {
  const headers = { 'content-type': 'application/json' }
  const answer = await send('/api/desk/script-orders', {
    method: 'POST',
    headers,
    body: JSON.stringify(order),
  })
  return (await answer.json()) as ScriptOrders
}
