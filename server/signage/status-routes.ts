import { Hono } from 'hono'
import { refuse } from '../../domain/refusal.ts'
import { answered, refused, sendFile } from '../../platform/answer.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import { requireRole } from '../principal.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { screenEdges, screenStatus } from './screen-status.ts'

/**
 * How screens are, and who may speak for one.
 * @example app.route('/api/desk', screenStatusRoutes(deps)) // GET /api/desk/screen-status
 */
export function screenStatusRoutes(deps: Deps) {
  const { store } = deps
  const findScreen = (id: string) => {
    const found = store.read.screen.byId(id)
    return found && found.endedAt === null ? found : undefined
  }
  return new Hono<BoardEnv>()
    .use('/screen-status', signedIn(deps))
    .use('/screens/:id/*', signedIn(deps))
    .get('/screen-status', (c) => answered(c, { screens: screenStatus(deps) }))
    .get('/screens/:id/edges', (c) => answered(c, { edges: screenEdges(deps, c.req.param('id')) }))
    .get('/screens/:id/picture', documented({ file: 'image/jpeg' }), (c) => {
      const picture = store.read.screenEvidence.picture(c.req.param('id'))
      if (!picture) return refused(c, refuse('screen.no-picture'))
      return sendFile(c, picture.jpeg, 'image/jpeg', 'screen.jpg')
    })
    .post('/screens/:id/pairing-code', (c) => {
      const allowed = requireRole(c.var.principal, 'ADMINISTRATOR', 'HANDLER')
      if (!allowed.ok) return refused(c, allowed)
      const screenId = c.req.param('id')
      if (!findScreen(screenId)) return refused(c, refuse('screen.not-found'))
      const given = deps.screenCodes.give(screenId, c.var.principal.id)
      store.tx((write) =>
        record(deps, write, c.var.principal, 'screen.pairing-code', { kind: 'screen', id: screenId }),
      )
      return answered(c, given)
    })
    .post('/screens/:id/unpair', (c) => {
      const allowed = requireRole(c.var.principal, 'ADMINISTRATOR', 'HANDLER')
      if (!allowed.ok) return refused(c, allowed)
      const screenId = c.req.param('id')
      const pairings = store.read.screenEvidence.pairingsOf(screenId)
      if (pairings.length === 0) return refused(c, refuse('screen.not-paired'))
      store.tx((write) => {
        const at = deps.clock.now()
        for (const { id } of pairings) {
          write.screenEvidence.unpair({ pairingId: id, accountId: c.var.principal.id, at })
        }
        record(deps, write, c.var.principal, 'screen.unpair', { kind: 'screen', id: screenId })
      })
      return answered(c, { screens: screenStatus(deps) })
    })
}
