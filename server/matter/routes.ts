import { Hono } from 'hono'
import { answered, input, refused, sendFile, uploadedFile } from '../../platform/answer.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { dropConsultation, planConsultation, replanConsultation } from './consultations.ts'
import { addMatterFile, editMatterFacts, enterStep, openMatter, readMatterFile } from './keep-matter.ts'
import { addMatterNotice, removeMatterNotice } from './matter-notices.ts'
import { matterDetail, matterOfNotice, matterRows, mayReadMatters } from './matter-views.ts'
import { matterCounts, opinionList } from './opinion-list.ts'
import { opinionSheet } from './opinion-sheet.ts'
import { rewriteFeedback } from './rewrite-feedback.ts'
import { answerOpinion, correctOpinion, enterOpinion, mergeOpinions, separateOpinion } from './opinions.ts'
import {
  answerSchema,
  entrySchema,
  matterFactsSchema,
  matterNoticeSchema,
  mergeSchema,
  nothingSchema,
  opinionSchema,
  planSchema,
} from './request-schemas.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * Decision files and consultations at the desk.
 * @example app.route('/api/desk', matterRoutes(deps)) // GET /api/desk/matters
 */
export function matterRoutes(deps: Deps) {
  return new Hono<BoardEnv>().route('/', fileRoutes(deps)).route('/', opinionRoutes(deps))
}

function fileRoutes(deps: Deps) {
  const { read } = deps.store
  const today = () => civilDateOf(deps.clock.now())
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/matters', (c) => {
      const allowed = mayReadMatters(c.var.principal)
      return allowed.ok ? answered(c, { items: matterRows(read, today()) }) : refused(c, allowed)
    })
    .get('/matter-counts', (c) => {
      const allowed = mayReadMatters(c.var.principal)
      return answered(c, allowed.ok ? matterCounts(read, today()) : { matters: [], waiting: 0 })
    })
    .post('/matters', input('json', matterFactsSchema), (c) => {
      const opened = openMatter(deps, c.var.principal, c.req.valid('json'))
      return opened.ok ? answered(c, opened.value) : refused(c, opened)
    })
    .get('/matters/:id', (c) => {
      const allowed = mayReadMatters(c.var.principal)
      if (!allowed.ok) return refused(c, allowed)
      const found = matterDetail(read, c.var.principal, c.req.param('id'), today())
      return found.ok ? answered(c, found.value) : refused(c, found)
    })
    .put('/matters/:id', input('json', matterFactsSchema), (c) => {
      const edited = editMatterFacts(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return edited.ok ? answered(c, edited.value) : refused(c, edited)
    })
    .post('/matters/:id/entries', input('json', entrySchema), (c) => {
      const entered = enterStep(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return entered.ok ? answered(c, entered.value) : refused(c, entered)
    })
    .post('/matters/:id/files', documented({ form: {}, status: 201 }), async (c) => {
      const file = await uploadedFile(c)
      if (!file.ok) return refused(c, file)
      const added = await addMatterFile(deps, c.var.principal, c.req.param('id'), file.value)
      return added.ok ? c.json(added.value, 201) : refused(c, added)
    })
    .get('/matters/:id/files/:fileId', documented({ file: 'application/octet-stream' }), async (c) => {
      const { id, fileId } = c.req.param()
      const file = await readMatterFile(deps, c.var.principal, id, fileId)
      return file.ok ? sendFile(c, file.value.bytes, file.value.mediaType, file.value.name) : refused(c, file)
    })
    .post('/matters/:id/notices', input('json', matterNoticeSchema), (c) => {
      const added = addMatterNotice(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return added.ok ? answered(c, added.value) : refused(c, added)
    })
    .delete('/matters/:id/notices/:noticeId', (c) => {
      const { id, noticeId } = c.req.param()
      const removed = removeMatterNotice(deps, c.var.principal, id, noticeId)
      if (!removed.ok) return refused(c, removed)
      const found = matterDetail(read, c.var.principal, id, today())
      return found.ok ? answered(c, found.value) : refused(c, found)
    })
    .get('/notices/:id/matter', (c) => {
      const allowed = mayReadMatters(c.var.principal)
      const matter = allowed.ok ? matterOfNotice(read, c.req.param('id')) : null
      return answered(c, { matter })
    })
}

function opinionRoutes(deps: Deps) {
  const { read } = deps.store
  const today = () => civilDateOf(deps.clock.now())
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .post('/matters/:id/consultations', input('json', planSchema), (c) => {
      const planned = planConsultation(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return planned.ok ? answered(c, planned.value) : refused(c, planned)
    })
    .put('/consultations/:id', input('json', planSchema), (c) => {
      const planned = replanConsultation(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return planned.ok ? answered(c, planned.value) : refused(c, planned)
    })
    .delete('/consultations/:id', (c) => {
      const dropped = dropConsultation(deps, c.var.principal, c.req.param('id'))
      return dropped.ok ? answered(c, dropped.value) : refused(c, dropped)
    })
    .post('/consultations/:id/feedback', input('json', nothingSchema), (c) => {
      const rewritten = rewriteFeedback(deps, c.var.principal, c.req.param('id'))
      return rewritten.ok ? answered(c, rewritten.value) : refused(c, rewritten)
    })
    .get('/consultations/:id/opinions', (c) => {
      const allowed = mayReadMatters(c.var.principal)
      if (!allowed.ok) return refused(c, allowed)
      const list = opinionList(read, c.var.principal, c.req.param('id'), today())
      return list.ok ? answered(c, list.value) : refused(c, list)
    })
    .post('/consultations/:id/opinions', documented({ status: 201 }), input('json', opinionSchema), (c) => {
      const entered = enterOpinion(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return entered.ok ? c.json(entered.value, 201) : refused(c, entered)
    })
    .post(
      '/consultations/:id/opinions-export',
      documented({ file: XLSX }),
      input('json', nothingSchema),
      async (c) => {
        const file = await opinionSheet(deps, c.var.principal, c.req.param('id'))
        return file.ok ? sendFile(c, file.value.bytes, XLSX, file.value.fileName) : refused(c, file)
      },
    )
    .put('/opinions/:id', input('json', opinionSchema), (c) => {
      const corrected = correctOpinion(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return corrected.ok ? answered(c, corrected.value) : refused(c, corrected)
    })
    .post('/opinions/:id/answer', input('json', answerSchema), (c) => {
      const given = answerOpinion(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return given.ok ? answered(c, given.value) : refused(c, given)
    })
    .post('/opinions/:id/merge', input('json', mergeSchema), (c) => {
      const { others } = c.req.valid('json')
      const merged = mergeOpinions(deps, c.var.principal, c.req.param('id'), others)
      return merged.ok ? answered(c, merged.value) : refused(c, merged)
    })
    .post('/opinions/:id/separate', input('json', nothingSchema), (c) => {
      const separated = separateOpinion(deps, c.var.principal, c.req.param('id'))
      return separated.ok ? answered(c, separated.value) : refused(c, separated)
    })
}
