import { Hono } from 'hono'
import type { Context } from 'hono'
import { z } from 'zod'
import { RETENTIONS } from '../../../domain/notice/retention.ts'
import { accept, type Result } from '../../../domain/refusal.ts'
import { answered, input, refused } from '../../../platform/answer.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { type BoardEnv, signedIn } from '../../trust.ts'
import { continueBatch, endBatch, startBatch } from '../batch/publish-batch.ts'
import type { BatchView } from '../batch/views.ts'
import { civilDateSchema } from '../content-schema.ts'
import { postSheet, removeSheet, tickRecall } from '../recall/postings.ts'
import { scheduleNotice, unscheduleNotice } from '../schedule/schedule-notice.ts'
import { archiveNotice } from './archive-notice.ts'
import { archivePage } from './archive-page.ts'
import { editionTasks, noticeRecord } from './notice-record.ts'
import { setRetention } from './set-retention.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const id = z.string().min(1).max(100)
const instant = z.iso.datetime()
const retention = z.enum(RETENTIONS)

/**
 * What happens to editions after approval: the minute they go out, the paper on the wall, the recall list, batches, the archive.
 * @example app.route('/api/desk', editionRoutes(deps)) // GET /api/desk/notices/:id/record
 */
export function editionRoutes(deps: Deps) {
  const { read } = deps.store
  const record = (c: Context<BoardEnv>, noticeId: string, done: Result<unknown> = accept(true)) => {
    const found = done.ok ? noticeRecord(read, c.var.principal, noticeId) : done
    return found.ok ? answered(c, found.value) : refused(c, found)
  }
  const batch = (c: Context<BoardEnv>, done: Result<BatchView>) =>
    done.ok ? answered(c, done.value) : refused(c, done)
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/notices/:id/record', (c) => record(c, c.req.param('id')))
    .put(
      '/notices/:id/schedule',
      input('json', z.strictObject({ submissionHash: hash, publishAt: instant })),
      (c) =>
        record(
          c,
          c.req.param('id'),
          scheduleNotice(deps, c.var.principal, c.req.param('id'), c.req.valid('json')),
        ),
    )
    .delete('/notices/:id/schedule', (c) =>
      record(c, c.req.param('id'), unscheduleNotice(deps, c.var.principal, c.req.param('id'))),
    )
    .post(
      '/notices/:id/postings',
      input(
        'json',
        z.strictObject({
          boardId: id,
          postedOn: civilDateSchema,
          editionNumber: z.int().min(1).optional(),
          witness: z.string().max(60).optional(),
        }),
      ),
      (c) =>
        record(
          c,
          c.req.param('id'),
          postSheet(deps, c.var.principal, c.req.param('id'), c.req.valid('json')),
        ),
    )
    .post(
      '/notices/:id/postings/removed',
      input(
        'json',
        z.strictObject({
          postingId: id,
          removedOn: civilDateSchema,
          reason: z.string().max(500).optional(),
          note: z.string().max(500).optional(),
        }),
      ),
      (c) =>
        record(
          c,
          c.req.param('id'),
          removeSheet(deps, c.var.principal, c.req.param('id'), c.req.valid('json')),
        ),
    )
    .post(
      '/recalls/:entry/done',
      input('json', z.strictObject({ removedOn: civilDateSchema, note: z.string().max(500).default('') })),
      (c) => {
        const entry = Number(c.req.param('entry'))
        const number = Number.isSafeInteger(entry) ? entry : -1
        const done = tickRecall(deps, c.var.principal, number, c.req.valid('json'))
        return done.ok ? answered(c, editionTasks(read, deps.clock.now())) : refused(c, done)
      },
    )
    .get('/edition-tasks', (c) => answered(c, editionTasks(read, deps.clock.now())))
    .post(
      '/notice-batches',
      input(
        'json',
        z.strictObject({
          items: z
            .array(z.strictObject({ id, submissionHash: hash }))
            .min(1)
            .max(200)
            .readonly(),
        }),
      ),
      (c) => batch(c, startBatch(deps, c.var.principal, c.req.valid('json').items)),
    )
    .post(
      '/notice-batches/:batch/continue',
      input('json', z.strictObject({ noticeId: id, clockConfirmed: z.boolean().exactOptional() })),
      (c) => batch(c, continueBatch(deps, c.var.principal, c.req.param('batch'), c.req.valid('json'))),
    )
    .post('/notice-batches/:batch/end', (c) =>
      batch(c, endBatch(deps, c.var.principal, c.req.param('batch'))),
    )
    .get(
      '/archive',
      input(
        'query',
        z.strictObject({
          year: z
            .string()
            .regex(/^\d{4}$/)
            .optional(),
          unit: id.optional(),
          retention: retention.optional(),
          cursor: z.coerce.number().int().min(1).optional(),
        }),
      ),
      (c) => answered(c, archivePage(read, c.req.valid('query'), civilDateOf(deps.clock.now()))),
    )
    .post(
      '/notices/:id/archive',
      input('json', z.strictObject({ action: z.enum(['ARCHIVE', 'REOPEN']), reason: z.string().max(500) })),
      (c) =>
        record(
          c,
          c.req.param('id'),
          archiveNotice(deps, c.var.principal, c.req.param('id'), c.req.valid('json')),
        ),
    )
    .get('/catalogue-items/:item/retention', (c) =>
      answered(c, { retention: read.editionRecord.ofItem(c.req.param('item')) }),
    )
    .put(
      '/catalogue-items/:item/retention',
      input('json', z.strictObject({ retention: retention.nullable() })),
      (c) => {
        const item = c.req.param('item')
        const set = setRetention(deps, c.var.principal, item, c.req.valid('json').retention)
        return set.ok ? answered(c, { retention: read.editionRecord.ofItem(item) }) : refused(c, set)
      },
    )
}
