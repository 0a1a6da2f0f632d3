import { Hono } from 'hono'
import { z } from 'zod'
import { answered } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import type { BoardEnv } from '../trust.ts'
import type { BoardSource } from './source.ts'

const sourceSchema = z.strictObject({
  replica: z.boolean(),
  upTo: z.string().nullable(),
  stale: z.boolean(),
}) satisfies z.ZodType<BoardSource>

/**
 * Whether the pages are the office's own or a replica's, and of what age.
 * @example app.route('/api/public', sourceRoutes(deps)) // GET /api/public/source
 */
export function sourceRoutes(deps: Pick<Deps, 'source'>) {
  return new Hono<BoardEnv>().get('/source', documented({ answer: sourceSchema }), (c) =>
    answered(c, deps.source()),
  )
}
