import { Hono } from 'hono'
import { answered, input, refused, sendFile, uploadedFile } from '../../platform/answer.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { choices } from './choices.ts'
import { decideChanges, setListStanding } from './decide-changes.ts'
import { compareWithList, readForList } from './list-files.ts'
import { changesToConfirm, listDetail, listRows } from './list-views.ts'
import { createList, proposeChanges } from './propose-changes.ts'
import {
  emptySchema,
  exportSchema,
  listDecisionSchema,
  listStandingSchema,
  newListSchema,
  onSchema,
  proposalSchema,
  reviewSchema,
  undisclosedEntrySchema,
} from './request-schemas.ts'
import { listSheet, undisclosedSheet } from './sheets.ts'
import { editMatter, enterMatter, reviewMatter, startDisclosure } from './undisclosed.ts'
import { matterDetail, mayReadUndisclosed, undisclosedRegister } from './undisclosed-views.ts'
import type { RegisterCounts } from './views.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * Both registers at the desk: what is not disclosed, and the official lists.
 * @example app.route('/api/desk', registerRoutes(deps)) // GET /api/desk/undisclosed
 */
export function registerRoutes(deps: Deps) {
  return new Hono<BoardEnv>().route('/', undisclosedRoutes(deps)).route('/', listRoutes(deps))
}

function undisclosedRoutes(deps: Deps) {
  const { read } = deps.store
  const today = () => civilDateOf(deps.clock.now())
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/register-choices', (c) => answered(c, choices(read, today())))
    .get('/register-counts', (c) => {
      const { DUE_SOON, OVERDUE } = undisclosedRegister(read, today()).counts
      const counts: RegisterCounts = {
        undisclosedDue: mayReadUndisclosed(c.var.principal).ok ? DUE_SOON + OVERDUE : 0,
        listsToConfirm: changesToConfirm(read, c.var.principal),
      }
      return c.json(counts)
    })
    .get('/undisclosed', (c) => {
      const allowed = mayReadUndisclosed(c.var.principal)
      return allowed.ok ? answered(c, undisclosedRegister(read, today())) : refused(c, allowed)
    })
    .post('/undisclosed', documented({ status: 201 }), input('json', undisclosedEntrySchema), (c) => {
      const entered = enterMatter(deps, c.var.principal, c.req.valid('json'))
      return entered.ok ? c.json(entered.value, 201) : refused(c, entered)
    })
    .post('/undisclosed-export', documented({ file: XLSX }), input('json', exportSchema), async (c) => {
      const file = await undisclosedSheet(deps, c.var.principal, c.req.valid('json'))
      return file.ok ? sendFile(c, file.value.bytes, XLSX, file.value.fileName) : refused(c, file)
    })
    .get('/undisclosed/:id', (c) => {
      const allowed = mayReadUndisclosed(c.var.principal)
      if (!allowed.ok) return refused(c, allowed)
      const found = matterDetail(read, c.var.principal, c.req.param('id'), today())
      return found.ok ? answered(c, found.value) : refused(c, found)
    })
    .put('/undisclosed/:id', input('json', undisclosedEntrySchema), (c) => {
      const edited = editMatter(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return edited.ok ? answered(c, edited.value) : refused(c, edited)
    })
    .post('/undisclosed/:id/reviews', input('json', reviewSchema), (c) => {
      const reviewed = reviewMatter(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return reviewed.ok ? answered(c, reviewed.value) : refused(c, reviewed)
    })
    .post('/undisclosed/:id/draft', input('json', emptySchema), (c) => {
      const started = startDisclosure(deps, c.var.principal, c.req.param('id'))
      return started.ok ? answered(c, started.value) : refused(c, started)
    })
}

function listRoutes(deps: Deps) {
  const { read } = deps.store
  const today = () => civilDateOf(deps.clock.now())
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/lists', (c) => answered(c, listRows(read, today())))
    .post('/lists', documented({ status: 201 }), input('json', newListSchema), (c) => {
      const created = createList(deps, c.var.principal, c.req.valid('json'))
      return created.ok ? c.json(created.value, 201) : refused(c, created)
    })
    .post('/lists/read', documented({ form: {} }), async (c) => {
      const file = await uploadedFile(c)
      if (!file.ok) return refused(c, file)
      const { name: fileName, bytes } = file.value
      const reading = await readForList(deps, c.var.principal, { fileName, bytes })
      return reading.ok ? answered(c, reading.value) : refused(c, reading)
    })
    .get('/lists/:id', input('query', onSchema), (c) => {
      const now = today()
      const on = c.req.valid('query').on ?? now
      const found = listDetail(read, c.var.principal, c.req.param('id'), { on, today: now })
      return found.ok ? answered(c, found.value) : refused(c, found)
    })
    .get('/lists/:id/xlsx', documented({ file: XLSX }), input('query', onSchema), async (c) => {
      const file = await listSheet(deps, c.req.param('id'), c.req.valid('query').on ?? today())
      return file.ok ? sendFile(c, file.value.bytes, XLSX, file.value.fileName) : refused(c, file)
    })
    .post('/lists/:id/compare', documented({ form: {} }), async (c) => {
      const file = await uploadedFile(c)
      if (!file.ok) return refused(c, file)
      const { name: fileName, bytes } = file.value
      const compared = await compareWithList(deps, c.var.principal, c.req.param('id'), { fileName, bytes })
      return compared.ok ? answered(c, compared.value) : refused(c, compared)
    })
    .post('/lists/:id/changes', input('json', proposalSchema), (c) => {
      const proposed = proposeChanges(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return proposed.ok ? answered(c, proposed.value) : refused(c, proposed)
    })
    .post('/lists/:id/standing', input('json', listStandingSchema), (c) => {
      const set = setListStanding(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return set.ok ? answered(c, set.value) : refused(c, set)
    })
    .post('/list-changes/:id/decision', input('json', listDecisionSchema), (c) => {
      const decided = decideChanges(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return decided.ok ? answered(c, decided.value) : refused(c, decided)
    })
}
