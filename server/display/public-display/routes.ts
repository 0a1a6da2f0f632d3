import { Hono } from 'hono'
import { z } from 'zod'
import type { Result } from '../../../domain/refusal.ts'
import { answered, input, refused, sendFile } from '../../../platform/answer.ts'
import type { Deps } from '../../deps.ts'
import { documented } from '../../openapi.ts'
import type { Principal } from '../../principal.ts'
import { type BoardEnv, signedIn } from '../../trust.ts'
import { displayCertificate, printCertificate } from './certificate.ts'
import { displayDetail } from './display-detail.ts'
import { allDisplays, displaysToday, displaysUnderWay } from './display-views.ts'
import { actOnObjection, registerObjection } from './objections.ts'
import { displayChoices } from './plan-choices.ts'
import {
  againQuerySchema,
  againSchema,
  certificateSchema,
  displayListSchema,
  interruptionSchema,
  objectionActSchema,
  objectionSchema,
  removalSchema,
  resultDecisionSchema,
  resultSchema,
} from './request-schemas.ts'
import { decideResult, proposeResult } from './results.ts'
import { displayAgain, interruptDisplay, previewAgain, removeEarly } from './spans.ts'
import type { DisplayDetail } from './views.ts'

/**
 * Public displays (公示) at the desk.
 * @example app.route('/api/desk', displayRoutes(deps)) // GET /api/desk/displays
 */
export function displayRoutes(deps: Deps) {
  /** What the display looks like after something was done to it. */
  const after = <T>(principal: Principal, id: string, done: Result<T>): Result<DisplayDetail> =>
    done.ok ? displayDetail(deps, principal, id) : done
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/displays', input('query', displayListSchema), (c) => {
      const { show, before } = c.req.valid('query')
      return answered(c, show === 'all' ? allDisplays(deps, before ?? null) : displaysUnderWay(deps))
    })
    .get('/displays-today', (c) => answered(c, displaysToday(deps)))
    .get('/display-choices', input('query', z.strictObject({ notice: z.string().max(64) })), (c) => {
      const choices = displayChoices(deps, c.var.principal, c.req.valid('query').notice)
      return choices.ok ? answered(c, choices.value) : refused(c, choices)
    })
    .get('/displays/:id', (c) => {
      const found = displayDetail(deps, c.var.principal, c.req.param('id'))
      return found.ok ? answered(c, found.value) : refused(c, found)
    })
    .post('/displays/:id/objections', input('json', objectionSchema), (c) => {
      const id = c.req.param('id')
      const done = registerObjection(deps, c.var.principal, id, c.req.valid('json'))
      const shown = after(c.var.principal, id, done)
      return shown.ok ? answered(c, shown.value) : refused(c, shown)
    })
    .post('/displays/:id/objections/:objectionId/entries', input('json', objectionActSchema), (c) => {
      const { id, objectionId } = c.req.param()
      const done = actOnObjection(deps, c.var.principal, id, objectionId, c.req.valid('json'))
      const shown = after(c.var.principal, id, done)
      return shown.ok ? answered(c, shown.value) : refused(c, shown)
    })
    .post('/displays/:id/results', input('json', resultSchema), (c) => {
      const id = c.req.param('id')
      const done = proposeResult(deps, c.var.principal, id, c.req.valid('json'))
      const shown = after(c.var.principal, id, done)
      return shown.ok ? answered(c, shown.value) : refused(c, shown)
    })
    .post('/displays/:id/results/:resultId/decision', input('json', resultDecisionSchema), (c) => {
      const { id, resultId } = c.req.param()
      const done = decideResult(deps, c.var.principal, id, resultId, c.req.valid('json'))
      const shown = after(c.var.principal, id, done)
      return shown.ok ? answered(c, shown.value) : refused(c, shown)
    })
    .post('/displays/:id/removal', input('json', removalSchema), (c) => {
      const id = c.req.param('id')
      const done = removeEarly(deps, c.var.principal, id, c.req.valid('json'))
      const shown = after(c.var.principal, id, done)
      return shown.ok ? answered(c, shown.value) : refused(c, shown)
    })
    .post('/displays/:id/interruption', input('json', interruptionSchema), (c) => {
      const id = c.req.param('id')
      const done = interruptDisplay(deps, c.var.principal, id, c.req.valid('json'))
      const shown = after(c.var.principal, id, done)
      return shown.ok ? answered(c, shown.value) : refused(c, shown)
    })
    .get('/displays/:id/again', input('query', againQuerySchema), (c) => {
      const preview = previewAgain(deps, c.req.param('id'), c.req.valid('query').startsOn)
      return preview.ok ? answered(c, preview.value) : refused(c, preview)
    })
    .post('/displays/:id/runs', input('json', againSchema), (c) => {
      const id = c.req.param('id')
      const done = displayAgain(deps, c.var.principal, id, c.req.valid('json'))
      const shown = after(c.var.principal, id, done)
      return shown.ok ? answered(c, shown.value) : refused(c, shown)
    })
    .get('/displays/:id/certificate', (c) => {
      const paper = displayCertificate(deps, c.var.principal, c.req.param('id'), { interim: true })
      return paper.ok ? answered(c, paper.value) : refused(c, paper)
    })
    .post(
      '/displays/:id/certificate/pdf',
      documented({ file: 'application/pdf' }),
      input('json', certificateSchema),
      async (c) => {
        const id = c.req.param('id')
        const address = c.env.mount.publicAddress()
        const printed = await printCertificate(deps, c.var.principal, id, c.req.valid('json'), address)
        if (!printed.ok) return refused(c, printed)
        return sendFile(c, printed.value.bytes, 'application/pdf', `公示证明 ${printed.value.title}.pdf`)
      },
    )
}
