import { Hono } from 'hono'
import { z } from 'zod'
import { suggestSpot } from '../../domain/posting/panel-space.ts'
import type { Result } from '../../domain/refusal.ts'
import { answered, input, refused, uploadedFile } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { boardView, boardViews } from './board-views.ts'
import { setPanels } from './panels.ts'
import { addBoardPhoto } from './photos.ts'
import { postingWork, takeDownPaper } from './posting-work.ts'
import { postingRules, setPostingRule } from './posting-rules.ts'
import { panelsSchema, placeQuerySchema, ruleSchema } from './request-schemas.ts'
import type { BoardView } from './views.ts'

/**
 * Physical boards at the desk: panels, photograph, what hangs on them, what a morning asks for, local rules.
 * @example app.route('/api/desk', boardRoutes(deps)) // GET /api/desk/boards
 */
export function boardRoutes(deps: Deps) {
  const after = <T>(id: string, done: Result<T>): Result<BoardView> => (done.ok ? boardView(deps, id) : done)
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/boards', (c) => answered(c, boardViews(deps)))
    .get('/boards/:id', (c) => {
      const found = boardView(deps, c.req.param('id'))
      return found.ok ? answered(c, found.value) : refused(c, found)
    })
    .put('/boards/:id/panels', input('json', panelsSchema), (c) => {
      const id = c.req.param('id')
      const shown = after(id, setPanels(deps, c.var.principal, id, c.req.valid('json')))
      return shown.ok ? answered(c, shown.value) : refused(c, shown)
    })
    .post('/boards/:id/photo', documented({ form: {} }), async (c) => {
      const id = c.req.param('id')
      const file = await uploadedFile(c)
      if (!file.ok) return refused(c, file)
      const shown = after(id, await addBoardPhoto(deps, c.var.principal, id, file.value.bytes))
      return shown.ok ? answered(c, shown.value) : refused(c, shown)
    })
    .get('/board-places', input('query', placeQuerySchema), (c) => {
      const { board, width, height } = c.req.valid('query')
      const found = boardView(deps, board)
      if (!found.ok) return refused(c, found)
      const taken = found.value.postings.flatMap(({ spot }) => spot ?? [])
      return answered(c, { spot: suggestSpot(found.value.panels, taken, { width, height }) })
    })
    .get('/posting-work', (c) => answered(c, postingWork(deps)))
    .get(
      '/take-down-list',
      input('query', z.strictObject({ board: z.string().min(1).max(100).optional() })),
      (c) => answered(c, takeDownPaper(deps, c.req.valid('query').board ?? null)),
    )
    .get('/posting-rules', (c) => answered(c, postingRules(deps)))
    .put('/posting-rules', input('json', ruleSchema), (c) => {
      const set = setPostingRule(deps, c.var.principal, c.req.valid('json'))
      return set.ok ? answered(c, set.value) : refused(c, set)
    })
}
