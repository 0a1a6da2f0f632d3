import { Hono } from 'hono'
import { z } from 'zod'
import { SCRIPT_LAYOUTS, SCRIPT_LEADS } from '../../domain/language/script-order.ts'
import { NOTICE_LANGUAGES } from '../../domain/notice/language.ts'
import { answered, input, refused } from '../../platform/answer.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { civilDateSchema } from '../notice/content-schema.ts'
import { documented } from '../openapi.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { ordersOn, scriptOrders, setScriptOrder } from './script-orders.ts'

const lead = z.enum(SCRIPT_LEADS)
const layout = z.enum(SCRIPT_LAYOUTS)

const newOrder = z.strictObject({
  effectiveFrom: civilDateSchema,
  language: z.enum(NOTICE_LANGUAGES).nullable(),
  lead,
  layout,
  sizeRatio: z.int().min(0).max(1000),
  basis: z.string().max(500),
  basisRead: z.boolean(),
})

const publicOrders = z.record(
  z.enum(NOTICE_LANGUAGES),
  z.strictObject({ lead, layout, sizeRatio: z.int(), usual: z.boolean() }),
)

/**
 * The order of scripts at the desk.
 * @example app.route('/api/desk', languageRoutes(deps)) // GET /api/desk/script-orders
 */
export function languageRoutes(deps: Deps) {
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/script-orders', (c) => answered(c, scriptOrders(deps)))
    .post('/script-orders', input('json', newOrder), (c) => {
      const set = setScriptOrder(deps, c.var.principal, c.req.valid('json'))
      return set.ok ? answered(c, set.value) : refused(c, set)
    })
}

/**
 * The order of scripts for kiosk and sheet: what holds today, nothing of who set it.
 * @example app.route('/api/public', publicLanguageRoutes(deps)) // GET /api/public/script-orders
 */
export function publicLanguageRoutes(deps: Deps) {
  return new Hono<BoardEnv>().get('/script-orders', documented({ answer: publicOrders }), (c) =>
    answered(c, ordersOn(deps.store.read, civilDateOf(deps.clock.now()))),
  )
}
