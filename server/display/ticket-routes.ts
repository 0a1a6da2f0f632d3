import { stat } from 'node:fs/promises'
import { Hono } from 'hono'
import { refuse } from '../../domain/refusal.ts'
import { answered, refused, sendFile } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import type { BoardEnv } from '../trust.ts'
import type { SheetPage } from './sheet-page.ts'

/**
 * What the printing browser asks for: the sheet laid ready under a secret, and its pictures. A secret nobody issued, or whose
 * printing is over, is answered like any address that does not exist (`request.not-found`, 404).
 * @example app.route('/api/public', sheetTicketRoutes(deps)) // GET /api/public/sheet-tickets/:secret
 */
export function sheetTicketRoutes(deps: Deps) {
  return new Hono<BoardEnv>()
    .get('/sheet-tickets/:secret', documented({}), (c) => {
      const ticket = deps.tickets.find(c.req.param('secret'))
      if (!ticket?.page) return refused(c, refuse('request.not-found'))
      return answered<SheetPage>(c, ticket.page)
    })
    .get(
      '/sheet-tickets/:secret/files/:sha256',
      documented({ file: 'application/octet-stream' }),
      async (c) => {
        const { secret, sha256 } = c.req.param()
        const file = await deps.tickets.find(secret)?.file(sha256)
        if (!file) return refused(c, refuse('request.not-found'))
        const { size, mtimeMs: changedAt } = await stat(file.path)
        return sendFile(c, { file: { path: file.path, size, changedAt } }, file.mediaType, sha256)
      },
    )
}
