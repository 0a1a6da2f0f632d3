import { Hono } from 'hono'
import type { Context } from 'hono'
import { z } from 'zod'
import type { PublicContent } from '../../domain/notice/content.ts'
import { NOTICE_STATES, WITHDRAWAL_REASONS } from '../../domain/notice/notice-state.ts'
import { type Result, refuse } from '../../domain/refusal.ts'
import { answered, input, refused, sendFile, uploadedFile } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { editionOnPaper, noticeSheet } from '../display/sheet-data.ts'
import { documented } from '../openapi.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { attachFile, removeFile } from './attach-file.ts'
import { civilDateSchema, draftContentSchema } from './content-schema.ts'
import { discardDraft } from './discard-draft.ts'
import { dutyChoices } from './duty-choices.ts'
import { createNotice, saveDraft } from './edit-notice.ts'
import { fillFromDocx } from './fill-from-docx.ts'
import { findNotice } from './find-notice.ts'
import { listNotices, noticeCounts } from './list-notices.ts'
import { maskHits } from './mask-hits.ts'
import { attachmentView, noticeDetail } from './notice-detail.ts'
import { overrideHits } from './override-hit.ts'
import { placeNotice } from './place-notice.ts'
import { noticeStartSchema, placementSchema } from './placement-schema.ts'
import { placementView } from './placement-view.ts'
import type { NoticeWarnings, PlacedNotice } from './placement-views.ts'
import { scanNotice } from './privacy-gate.ts'
import { publishNotice } from './publish-notice.ts'
import { publishedAgainstScope } from './published-against-scope.ts'
import { readOriginal } from './read-original.ts'
import { recallNotice, submitNotice } from './submit-notice.ts'
import { reviseNotice, withdrawNotice } from './withdraw-notice.ts'
import type { AddedAttachment, GateReport } from './views.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const hitIds = z.array(z.string().min(1).max(200)).min(1).max(5000).readonly()
const reasonText = z.string().max(2000)
const ofSchema = z.enum(['draft', 'submission'])
// Read by the public: one line, without characters that steer a screen.
const publicNote = z
  .string()
  .max(500)
  .regex(/^[^\p{Cc}\p{Cf}]*$/u)

// Those who decide see what was handed in, not the next draft that the author goes on with.
function gateOf(deps: Deps, id: string, of: 'draft' | 'submission' = 'draft'): Result<GateReport> {
  const { read } = deps.store
  const notice = findNotice(read, id, null)
  if (!notice.ok) return notice
  const submission = of === 'submission' ? read.submission.newest(id) : undefined
  if (submission) {
    const frozen = JSON.parse(submission.content) as PublicContent
    const about = { id, revision: submission.revision }
    return { ok: true, value: scanNotice(deps, about, frozen, read.attachment.everOfNotice(id)) }
  }
  if (of === 'submission') return refuse('notice.not-found')
  return {
    ok: true,
    value: scanNotice(deps, notice.value, notice.value.content, read.attachment.ofNotice(id)),
  }
}

/**
 * Notices at the desk, from the list to withdrawal.
 * @example app.route('/api/desk', noticeRoutes(deps)) // PUT /api/desk/notices/:id/draft
 */
export function noticeRoutes(deps: Deps) {
  const { read } = deps.store
  const detail = (c: Context<BoardEnv>, id: string) => {
    const found = noticeDetail(read, c.var.principal, id)
    return found.ok ? answered(c, found.value) : refused(c, found)
  }
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get(
      '/notices',
      input(
        'query',
        z.strictObject({
          state: z.enum(NOTICE_STATES).optional(),
          q: z.string().max(100).optional(),
          cursor: z.string().max(100).optional(),
        }),
      ),
      (c) => c.json(listNotices(read, c.req.valid('query'))),
    )
    .get('/notice-counts', (c) => c.json(noticeCounts(read)))
    .get('/notice-warnings', (c) =>
      c.json({ againstScope: publishedAgainstScope(read) } satisfies NoticeWarnings),
    )
    .post('/notices', input('json', noticeStartSchema), (c) => {
      const created = createNotice(deps, c.var.principal, c.req.valid('json'))
      return created.ok ? detail(c, created.value) : refused(c, created)
    })
    .get('/notices/:id', (c) => detail(c, c.req.param('id')))
    .put(
      '/notices/:id/draft',
      input('json', z.strictObject({ revision: z.int().min(1), content: draftContentSchema })),
      (c) => {
        const saved = saveDraft(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
        return saved.ok ? answered(c, saved.value) : refused(c, saved)
      },
    )
    .put(
      '/notices/:id/placement',
      input('json', z.strictObject({ revision: z.int().min(1), placement: placementSchema })),
      (c) => {
        const placed = placeNotice(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
        const notice = placed.ok ? findNotice(read, c.req.param('id'), null) : placed
        if (!notice.ok) return refused(c, notice)
        const { revision } = notice.value
        return answered(c, { revision, placement: placementView(read, notice.value) } satisfies PlacedNotice)
      },
    )
    .get(
      '/notices/:id/duty-choices',
      input(
        'query',
        z.strictObject({
          item: z.string().max(100).optional(),
          unit: z.string().max(100).optional(),
          documentDate: civilDateSchema.optional(),
        }),
      ),
      (c) => {
        const choices = dutyChoices(deps, c.req.param('id'), c.req.valid('query'))
        return choices.ok ? answered(c, choices.value) : refused(c, choices)
      },
    )
    .post('/notices/:id/docx', documented({ form: {} }), async (c) => {
      const file = await uploadedFile(c)
      if (!file.ok) return refused(c, file)
      const filled = await fillFromDocx(deps, c.var.principal, c.req.param('id'), file.value.bytes)
      return filled.ok ? answered(c, filled.value) : refused(c, filled)
    })
    .post(
      '/notices/:id/attachments',
      documented({ form: { role: ['ATTACHMENT', 'INLINE_IMAGE'] }, status: 201 }),
      async (c) => {
        const file = await uploadedFile(c)
        if (!file.ok) return refused(c, file)
        const attached = await attachFile(deps, c.var.principal, c.req.param('id'), {
          name: file.value.name,
          bytes: file.value.bytes,
          role: file.value.fields['role'] === 'INLINE_IMAGE' ? 'INLINE_IMAGE' : 'ATTACHMENT',
        })
        if (!attached.ok) return refused(c, attached)
        const { row, revision } = attached.value
        return c.json({ ...attachmentView(row), revision } satisfies AddedAttachment, 201)
      },
    )
    .delete('/notices/:id/attachments/:attachmentId', (c) => {
      const removed = removeFile(deps, c.var.principal, c.req.param('id'), c.req.param('attachmentId'))
      return removed.ok ? c.json({ revision: removed.value }) : refused(c, removed)
    })
    .get(
      '/notices/:id/attachments/:attachmentId/:copy?',
      documented({ file: 'application/octet-stream' }),
      async (c) => {
        const { id, attachmentId, copy } = c.req.param()
        const row = read.attachment.byId(attachmentId)
        if (!row || row.noticeId !== id || (copy !== undefined && copy !== 'original')) {
          return refused(c, refuse('attachment.not-found'))
        }
        if (copy === 'original') {
          const allowed = readOriginal(deps, c.var.principal, row)
          if (!allowed.ok) return refused(c, allowed)
        }
        const file = await deps.blobs.whole(copy === 'original' ? row.originalSha256 : row.publicSha256)
        return sendFile(c, { file }, row.mediaType, row.name)
      },
    )
    .get('/notices/:id/gate', input('query', z.strictObject({ of: ofSchema.optional() })), (c) => {
      const report = gateOf(deps, c.req.param('id'), c.req.valid('query').of)
      return report.ok ? c.json(report.value) : refused(c, report)
    })
    .post('/notices/:id/mask', input('json', z.strictObject({ hitIds })), async (c) => {
      const masked = await maskHits(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      if (!masked.ok) return refused(c, masked)
      const gate = gateOf(deps, c.req.param('id'))
      return gate.ok ? answered(c, { draft: masked.value, gate: gate.value }) : refused(c, gate)
    })
    .post('/notices/:id/overrides', input('json', z.strictObject({ hitIds, reason: reasonText })), (c) => {
      const allowed = overrideHits(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      if (!allowed.ok) return refused(c, allowed)
      const gate = gateOf(deps, c.req.param('id'))
      return gate.ok ? c.json(gate.value) : refused(c, gate)
    })
    .post('/notices/:id/submit', input('json', z.strictObject({ revision: z.int().min(1) })), (c) => {
      const submitted = submitNotice(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return submitted.ok ? detail(c, c.req.param('id')) : refused(c, submitted)
    })
    .post('/notices/:id/recall', (c) => {
      const recalled = recallNotice(deps, c.var.principal, c.req.param('id'))
      return recalled.ok ? detail(c, c.req.param('id')) : refused(c, recalled)
    })
    .post(
      '/notices/:id/publish',
      input('json', z.strictObject({ submissionHash: hash, clockConfirmed: z.boolean().exactOptional() })),
      (c) => {
        const published = publishNotice(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
        return published.ok ? detail(c, c.req.param('id')) : refused(c, published)
      },
    )
    .post(
      '/notices/:id/withdraw',
      input(
        'json',
        z.strictObject({
          reason: z.enum(WITHDRAWAL_REASONS),
          note: publicNote,
          hideTitle: z.boolean(),
          consolidatedInto: z.string().max(200).optional(),
          order: z.strictObject({ authority: z.string().max(200), number: z.string().max(100) }).optional(),
          editionNumber: z.int().min(1).optional(),
        }),
      ),
      (c) => {
        const withdrawn = withdrawNotice(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
        return withdrawn.ok ? detail(c, c.req.param('id')) : refused(c, withdrawn)
      },
    )
    .post('/notices/:id/revise', (c) => {
      const revised = reviseNotice(deps, c.var.principal, c.req.param('id'))
      return revised.ok ? detail(c, c.req.param('id')) : refused(c, revised)
    })
    .post('/notices/:id/discard', (c) => {
      const discarded = discardDraft(deps, c.var.principal, c.req.param('id'))
      return discarded.ok ? detail(c, c.req.param('id')) : refused(c, discarded)
    })
    .get(
      '/notices/:id/sheet',
      input('query', z.strictObject({ of: z.enum([...ofSchema.options, 'edition']), hash: hash.optional() })),
      (c) => {
        const { of, hash: edition = '' } = c.req.valid('query')
        const id = c.req.param('id')
        const sheet =
          of === 'edition' ? editionOnPaper(read, id, edition, deps.clock.now()) : noticeSheet(read, id, of)
        return sheet.ok ? answered(c, sheet.value) : refused(c, sheet)
      },
    )
}
