import { Hono } from 'hono'
import { z } from 'zod'
import { refuse } from '../../domain/refusal.ts'
import { answered, input, refused } from '../../platform/answer.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { heldBack } from '../display/public-views.ts'
import { documented } from '../openapi.ts'
import type { BoardEnv } from '../trust.ts'
import { publicDifference, publicMatter, publicMatters, readPosition, type Visible } from './public-matter.ts'
import { publicDifferenceSchema, publicMatterSchema, publicMattersSchema } from './public-schemas.ts'

const PAGE_SIZE = 20

/**
 * Decision files for the public: published notices and what they say, nothing of what the office keeps beside them.
 * @example app.route('/api/public', publicMatterRoutes(deps)) // GET /api/public/matters
 */
export function publicMatterRoutes(deps: Deps) {
  const { read } = deps.store
  const visible = (): Visible => {
    const held = heldBack(read, deps.clock.now())
    return (edition) => !held.has(edition)
  }
  const today = () => civilDateOf(deps.clock.now())
  return new Hono<BoardEnv>()
    .get(
      '/matters',
      documented({ answer: publicMattersSchema }),
      input('query', z.strictObject({ cursor: z.string().max(40).optional() })),
      (c) => {
        const { cursor } = c.req.valid('query')
        const after = cursor === undefined ? null : readPosition(cursor)
        if (cursor !== undefined && after === null) {
          return refused(c, refuse('request.invalid', { field: 'cursor' }))
        }
        return answered(c, publicMatters(read, { today: today(), after, size: PAGE_SIZE }, visible()))
      },
    )
    .get('/matters/:id', documented({ answer: publicMatterSchema }), (c) => {
      const found = publicMatter(read, c.req.param('id'), today(), visible())
      return found.ok ? answered(c, found.value) : refused(c, found)
    })
    .get('/matters/:id/difference', documented({ answer: publicDifferenceSchema }), (c) => {
      const found = publicDifference(read, c.req.param('id'), visible())
      return found.ok ? answered(c, found.value) : refused(c, found)
    })
}
