import { Hono } from 'hono'
import { z } from 'zod'
import { CONTENT_GROUPS } from '../../../domain/display/content-group.ts'
import { answered, input, refused } from '../../../platform/answer.ts'
import type { Deps } from '../../deps.ts'
import { documented } from '../../openapi.ts'
import { type BoardEnv, signedIn } from '../../trust.ts'
import { chooseContentGroup, contentGroupHeadings } from './content-groups.ts'
import { publicShelves } from './shelf-views.ts'
import { publicShelvesSchema } from './view-schemas.ts'

/**
 * What the board holds by content group, board and unit.
 * @example app.route('/api/public', publicShelfRoutes(deps)) // GET /api/public/units
 */
export function publicShelfRoutes(deps: Deps) {
  return new Hono<BoardEnv>().get('/units', documented({ answer: publicShelvesSchema }), (c) =>
    c.json(publicShelves(deps.store.read, deps.clock.now())),
  )
}

/**
 * In which of the six content groups the headings stand.
 * @example app.route('/api/desk', contentGroupRoutes(deps)) // GET /api/desk/content-groups
 */
export function contentGroupRoutes(deps: Deps) {
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/content-groups', (c) => answered(c, contentGroupHeadings(deps.store.read, c.var.principal)))
    .put(
      '/content-groups/:groupId',
      input('json', z.strictObject({ contentGroup: z.enum(CONTENT_GROUPS).nullable() })),
      (c) => {
        const { contentGroup } = c.req.valid('json')
        const chosen = chooseContentGroup(deps, c.var.principal, c.req.param('groupId'), contentGroup)
        return chosen.ok ? answered(c, chosen.value) : refused(c, chosen)
      },
    )
}
