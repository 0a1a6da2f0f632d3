import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Result } from '../../domain/refusal.ts'
import { answered, input, refused } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { enterError } from './enter-error.ts'
import { followSheet, postPlanned, removePosting } from './follow-sheet.ts'
import { cancelPlan, placeSheet, planSheet } from './plan-sheet.ts'
import { postingCertificate } from './posting-certificate.ts'
import { postingView } from './posting-views.ts'
import { listPostings } from './posting-work.ts'
import {
  cancelledSchema,
  errorSchema,
  planSchema,
  postedSchema,
  postingListSchema,
  removedSchema,
  roundSchema,
  spotSchema,
} from './request-schemas.ts'

/**
 * The ledger of sheets at the desk (张贴台账, R-052).
 * @example app.route('/api/desk', postingRoutes(deps)) // GET /api/desk/postings?board=…
 */
export function postingRoutes(deps: Deps) {
  /** What the sheet looks like after something was done to it. */
  const after = (c: Context<BoardEnv>, done: Result<string>) => {
    const shown = done.ok ? postingView(deps, done.value) : done
    return shown.ok ? answered(c, shown.value) : refused(c, shown)
  }
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/postings', input('query', postingListSchema), (c) => {
      const { notice: noticeId, board: boardId, state, early } = c.req.valid('query')
      return answered(c, listPostings(deps, { noticeId, boardId, state, early: early === 'true' }))
    })
    .get('/postings/:id', (c) => {
      const found = postingView(deps, c.req.param('id'))
      return found.ok ? answered(c, found.value) : refused(c, found)
    })
    .post('/postings', input('json', planSchema), (c) =>
      after(c, planSheet(deps, c.var.principal, c.req.valid('json'))),
    )
    .post('/postings/:id/spot', input('json', spotSchema), (c) =>
      after(c, placeSheet(deps, c.var.principal, c.req.param('id'), c.req.valid('json').spot)),
    )
    .post('/postings/:id/posted', input('json', postedSchema), (c) =>
      after(c, postPlanned(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))),
    )
    .post('/postings/:id/checked', input('json', roundSchema), (c) =>
      after(c, followSheet(deps, c.var.principal, c.req.param('id'), 'CHECK', c.req.valid('json'))),
    )
    .post('/postings/:id/damaged', input('json', roundSchema), (c) =>
      after(c, followSheet(deps, c.var.principal, c.req.param('id'), 'DAMAGE', c.req.valid('json'))),
    )
    .post('/postings/:id/reposted', input('json', roundSchema), (c) =>
      after(c, followSheet(deps, c.var.principal, c.req.param('id'), 'REPOST', c.req.valid('json'))),
    )
    .post('/postings/:id/removed', input('json', removedSchema), (c) =>
      after(c, removePosting(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))),
    )
    .post('/postings/:id/cancelled', input('json', cancelledSchema), (c) =>
      after(c, cancelPlan(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))),
    )
    .post('/postings/:id/error', input('json', errorSchema), (c) => {
      const subject = { id: c.req.param('id'), photoId: null }
      return after(c, enterError(deps, c.var.principal, subject, c.req.valid('json')))
    })
    .post('/postings/:id/photos/:photoId/error', input('json', errorSchema), (c) =>
      after(c, enterError(deps, c.var.principal, c.req.param(), c.req.valid('json'))),
    )
    .get('/postings/:id/certificate', (c) => {
      const paper = postingCertificate(deps, c.var.principal, c.req.param('id'))
      return paper.ok ? answered(c, paper.value) : refused(c, paper)
    })
}
