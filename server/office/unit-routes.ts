import { Hono } from 'hono'
import { z } from 'zod'
import { REGIMES } from '../../domain/catalogue/catalogue-item.ts'
import { UNIT_KINDS } from '../../domain/office/unit.ts'
import { input, refused } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { addBoard, addUnit, changeBoard, changeUnit, listUnits } from './units.ts'

const name = z.string().max(60)
const place = z.string().max(120)
const subordinate = z.enum(UNIT_KINDS).exclude(['TOWNSHIP'])

/**
 * Units under the office and their boards, at the desk.
 * @example app.route('/api/desk', unitRoutes(deps)) // GET /api/desk/units
 */
export function unitRoutes(deps: Deps) {
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/units', (c) => c.json(listUnits(deps.store.read)))
    .post(
      '/units',
      documented({ status: 201 }),
      input('json', z.strictObject({ name, kind: subordinate, parentId: z.string().max(100).nullable() })),
      (c) => {
        const added = addUnit(deps, c.var.principal, c.req.valid('json'))
        return added.ok ? c.json(added.value, 201) : refused(c, added)
      },
    )
    .patch(
      '/units/:id',
      input(
        'json',
        z.strictObject({
          name: name.exactOptional(),
          position: z.int().min(0).max(10_000).exactOptional(),
          disabled: z.boolean().exactOptional(),
        }),
      ),
      (c) => {
        const changed = changeUnit(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
        return changed.ok ? c.json(changed.value) : refused(c, changed)
      },
    )
    .post(
      '/units/:id/boards',
      documented({ status: 201 }),
      input('json', z.strictObject({ name, place, regime: z.enum(REGIMES) })),
      (c) => {
        const added = addBoard(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
        return added.ok ? c.json(added.value, 201) : refused(c, added)
      },
    )
    .patch(
      '/boards/:id',
      input(
        'json',
        z.strictObject({
          name: name.exactOptional(),
          place: place.exactOptional(),
          disabled: z.boolean().exactOptional(),
        }),
      ),
      (c) => {
        const changed = changeBoard(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
        return changed.ok ? c.json(changed.value) : refused(c, changed)
      },
    )
}
