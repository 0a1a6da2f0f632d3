import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import { NOTICE_LANGUAGES } from '../../../domain/notice/language.ts'
import { accept } from '../../../domain/refusal.ts'
import { answered, input, refused, sendFile } from '../../../platform/answer.ts'
import type { Deps } from '../../deps.ts'
import { documented } from '../../openapi.ts'
import { type BoardEnv, signedIn } from '../../trust.ts'
import { checkJob, requirePaperRole } from './check-subject.ts'
import { jobFile } from './job-file.ts'
import { createPrintJobs, findJob, MOST_SHEETS } from './print-jobs.ts'
import { listOpenPrints, printHistory } from './print-lists.ts'
import { printMeans } from './print-means.ts'
import { sendPrint } from './send-print.ts'
import { cancelPrint, decideGlyphs, tellOutcome } from './tell-print.ts'
import {
  PRINT_ROUTES,
  type PrintHistory,
  type PrintJobView,
  type PrintMeans,
  type PrintSubject,
} from './views.ts'

const id = z.string().min(1).max(100)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const language = z.enum(NOTICE_LANGUAGES)
const typed = z.string().max(200)

const layout = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('CHINESE') }),
  z.strictObject({ kind: z.literal('ONE'), language }),
  z.strictObject({ kind: z.literal('JOINED'), language }),
  z.strictObject({ kind: z.literal('PAIR'), language }),
])

const subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('EDITION'), hash, noticeId: id.optional(), layout }),
  z.strictObject({ kind: z.literal('REVIEW_SLIP'), noticeId: id, submissionId: id.nullable() }),
  z.strictObject({ kind: z.literal('DISPLAY_CERTIFICATE'), displayId: id, interim: z.boolean() }),
  z.strictObject({ kind: z.literal('POSTING_CERTIFICATE'), postingId: id }),
  z.strictObject({ kind: z.literal('TAKE_DOWN_LIST'), boardId: id.nullable(), on: z.iso.date() }),
])

const job = z.strictObject({ subject, templateId: id.nullable() })

const history = z.strictObject({
  words: z.string().max(200).optional(),
  notice: id.optional(),
  before: id.optional(),
})

const many = z.strictObject({ subjects: z.array(job).min(1).max(MOST_SHEETS), order: z.literal('AS_GIVEN') })

const send = z
  .strictObject({
    route: z.enum(PRINT_ROUTES),
    printer: z.string().max(200),
    copies: z.int().min(1).max(99),
    pages: typed,
  })
  // Viewer and browser ask for the copies themselves: a number nobody heeds must not stand in the record.
  .refine(({ route, copies }) => route === 'PRINTER' || copies === 1)

const outcome = z.strictObject({
  run: z.int().min(1),
  came: z.enum(['ALL', 'PART', 'NOTHING']),
  pages: typed,
})

// One character each, with its selectors.
const decide = z.strictObject({ byHand: z.array(z.string().min(1).max(16)).max(500) })

/** Whoever may not have a paper has nothing to do with its job either, whoever asked for it. */
function ownPaper(deps: Deps) {
  return createMiddleware<BoardEnv>(async (c, next) => {
    const job = deps.store.read.printJob.byId(c.req.param('id') ?? '')
    const allowed = job
      ? requirePaperRole(c.var.principal, JSON.parse(job.subject) as PrintSubject)
      : accept(true)
    return allowed.ok ? next() : refused(c, allowed)
  })
}

/**
 * Print jobs at the desk: made, looked at, sent, told. Jobs are few and everybody signed in may see who printed what, but for
 * papers the person may not have.
 * @example app.route('/api/desk', printJobRoutes(deps)) // POST /api/desk/print/jobs
 */
export function printJobRoutes(deps: Deps) {
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .use('/print/jobs/:id/*', ownPaper(deps))
    .get('/print/means', async (c) => answered<PrintMeans>(c, await printMeans(deps)))
    .get('/print/jobs', (c) => {
      const own = listOpenPrints(deps).filter(({ subject }) => requirePaperRole(c.var.principal, subject).ok)
      return answered<readonly PrintJobView[]>(c, own)
    })
    .get('/print/history', input('query', history), (c) => {
      const { notice: noticeId, ...asked } = c.req.valid('query')
      const { jobs, next } = printHistory(deps, { ...asked, noticeId })
      const own = jobs.filter(({ subject }) => requirePaperRole(c.var.principal, subject).ok)
      return answered<PrintHistory>(c, { jobs: own, next })
    })
    .post('/print/jobs', input('json', job), (c) => {
      const address = c.env.mount.publicAddress()
      const made = createPrintJobs(deps, c.var.principal, [c.req.valid('json')], address)
      if (!made.ok) return refused(c, made)
      const [first] = made.value
      if (!first) throw new Error('a job that was asked for is there')
      return answered(c, first)
    })
    .post('/print/jobs/many', input('json', many), (c) => {
      const { subjects } = c.req.valid('json')
      const made = createPrintJobs(deps, c.var.principal, subjects, c.env.mount.publicAddress())
      return made.ok ? answered(c, made.value) : refused(c, made)
    })
    .get('/print/jobs/:id', (c) => {
      const found = findJob(deps, c.req.param('id'))
      return found.ok ? answered(c, found.value) : refused(c, found)
    })
    .get(
      '/print/jobs/:id/pdf',
      documented({ file: 'application/pdf' }),
      input('query', z.strictObject({ pages: typed.optional() })),
      async (c) => {
        const found = findJob(deps, c.req.param('id'))
        if (!found.ok) return refused(c, found)
        const file = await jobFile(deps, found.value, c.req.valid('query').pages ?? '')
        if (!file.ok) return refused(c, file)
        // After the disk was read: it may have been withdrawn meanwhile.
        const still = checkJob(deps, c.var.principal, found.value.id)
        if (!still.ok) return refused(c, still)
        return sendFile(c, file.value.bytes, 'application/pdf', `${found.value.title}.pdf`)
      },
    )
    .post('/print/jobs/:id/decide', input('json', decide), (c) => {
      const { byHand } = c.req.valid('json')
      const address = c.env.mount.publicAddress()
      const done = decideGlyphs(deps, c.var.principal, c.req.param('id'), byHand, address)
      return done.ok ? answered(c, done.value) : refused(c, done)
    })
    .post('/print/jobs/:id/send', input('json', send), async (c) => {
      const address = c.env.mount.publicAddress()
      const done = await sendPrint(deps, c.var.principal, c.req.param('id'), c.req.valid('json'), address)
      return done.ok ? answered(c, done.value) : refused(c, done)
    })
    .post('/print/jobs/:id/outcome', input('json', outcome), (c) => {
      const done = tellOutcome(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return done.ok ? answered(c, done.value) : refused(c, done)
    })
    .post('/print/jobs/:id/cancel', input('json', z.strictObject({})), (c) => {
      const done = cancelPrint(deps, c.var.principal, c.req.param('id'))
      return done.ok ? answered(c, done.value) : refused(c, done)
    })
}
