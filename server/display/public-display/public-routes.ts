import { Hono } from 'hono'
import { z } from 'zod'
import { answered, input, refused } from '../../../platform/answer.ts'
import type { Deps } from '../../deps.ts'
import { documented } from '../../openapi.ts'
import type { BoardEnv } from '../../trust.ts'
import { endingDisplays, publicDisplay } from './public-display-of.ts'
import { publicDisplaySchema, publicDisplaysSchema } from './public-schemas.ts'

const SHOWN = 3

/**
 * What the public reads of displays.
 * @example app.route('/api/public', publicDisplayRoutes(deps)) // GET /api/public/displays
 */
export function publicDisplayRoutes(deps: Deps) {
  return new Hono<BoardEnv>()
    .get('/displays', documented({ answer: publicDisplaysSchema }), (c) =>
      answered(c, { displays: endingDisplays(deps, SHOWN) }),
    )
    .get(
      '/display',
      documented({ answer: publicDisplaySchema }),
      input('query', z.strictObject({ index: z.string().max(200) })),
      (c) => {
        const found = publicDisplay(deps, c.req.valid('query').index)
        return found.ok ? answered(c, found.value) : refused(c, found)
      },
    )
}
