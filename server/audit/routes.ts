import { Hono } from 'hono'
import { z } from 'zod'
import { input } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import type { Page } from '../notice/views.ts'
import type { AuditEventView, AuditProof } from './views.ts'

const PAGE_SIZE = 100

/**
 * The log at the desk: everybody may read it, nobody can change it.
 * @example app.route('/api/desk', auditRoutes(deps)) // GET /api/desk/audit/proof
 */
export function auditRoutes(deps: Deps) {
  const { audit } = deps.store.read
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get(
      '/audit',
      input('query', z.strictObject({ cursor: z.coerce.number().int().positive().optional() })),
      (c) => {
        const rows = audit.page(c.req.valid('query').cursor ?? null, PAGE_SIZE + 1)
        const items = rows.slice(0, PAGE_SIZE).map(({ previousHash: _, ...event }): AuditEventView => event)
        const last = items[items.length - 1]
        const page: Page<AuditEventView> = {
          items,
          next: rows.length > PAGE_SIZE && last ? String(last.sequence) : null,
          total: audit.count(),
        }
        return c.json(page)
      },
    )
    .get('/audit/proof', (c) => {
      const firstBroken = audit.firstBroken()
      const proof: AuditProof = { intact: firstBroken === null, events: audit.count(), firstBroken }
      return c.json(proof)
    })
}
