import { Hono } from 'hono'
import { z } from 'zod'
import { answered, input } from '../../platform/answer.ts'
import type { CountyEventView } from '../account/views.ts'
import { PAGE_ROWS, pageOf } from './page-of.ts'
import { type CountyEnv, signedInAtCounty } from './trust.ts'
import type { CountyWebDeps } from './web-deps.ts'

type Row = Omit<CountyEventView, 'detail'> & { readonly detail: string }

/**
 * What was done and refused, the newest first, for everybody signed in.
 * @example app.route('/api', auditRoutes(deps)) // GET /api/audit
 */
export function auditRoutes(deps: CountyWebDeps) {
  const query = z.strictObject({ after: z.coerce.number().int().positive().exactOptional() })
  return new Hono<CountyEnv>()
    .use('/audit', signedInAtCounty(deps))
    .get('/audit', input('query', query), async (c) => {
      const rows = await deps.sql.query<Row>(
        `SELECT a.sequence, a.at, coalesce(p.name, a.actor) AS actor, a.action, o.name AS office, a.detail
         FROM audit_event a LEFT JOIN account p ON p.id = a.actor LEFT JOIN office o ON o.id = a.subject_office
         WHERE $1::bigint IS NULL OR a.sequence < $1::bigint ORDER BY a.sequence DESC LIMIT $2`,
        [c.req.valid('query').after ?? null, PAGE_ROWS + 1],
      )
      const events: readonly CountyEventView[] = rows.map((row) => ({
        ...row,
        detail: JSON.parse(row.detail) as CountyEventView['detail'],
      }))
      return answered(
        c,
        pageOf(events, (event) => String(event.sequence)),
      )
    })
}
