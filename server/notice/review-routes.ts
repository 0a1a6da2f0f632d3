import { Hono } from 'hono'
import type { Context } from 'hono'
import { z } from 'zod'
import { REFERRAL_RESULTS } from '../../domain/notice/referral.ts'
import { type Result, refuse } from '../../domain/refusal.ts'
import { answered, input, refused, sendFile } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { decideNotice } from './decide-notice.ts'
import { noticeDetail } from './notice-detail.ts'
import { chainsView, setChain } from './review/chains.ts'
import { enterCommitteeSlip } from './review/committee-slip.ts'
import { exceptionsReport, exceptionView, setException } from './review/exception.ts'
import { formFields } from './review/form-fields.ts'
import type { KeptScan } from './review/keep-scan.ts'
import { readScan } from './review/read-scan.ts'
import { answerReferral, referNotice } from './review/referral.ts'
import { addRemark, settleRemark } from './review/remarks.ts'
import {
  answerFieldsSchema,
  chainSchema,
  decisionSchema,
  exceptionSchema,
  referralSchema,
  remarkSchema,
  settledSchema,
  slipFieldsSchema,
} from './review/request-schemas.ts'
import { reviewSlip } from './review/slip.ts'

const DECISIONS = ['APPROVED', 'RETURNED']

/**
 * What reviewers do with what was handed in, and how the office has set its review. Acts on a notice answer with the
 * notice as the desk shows it then.
 * @example app.route('/api/desk', reviewRoutes(deps)) // POST /api/desk/notices/:id/remarks
 */
export function reviewRoutes(deps: Deps) {
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .route('/', onNotice(deps))
    .route('/', scans(deps))
    .route('/', settings(deps))
}

function onNotice(deps: Deps) {
  const { read } = deps.store
  const detail = (c: Context<BoardEnv>, id: string, done: Result<unknown>) => {
    if (!done.ok) return refused(c, done)
    const found = noticeDetail(read, c.var.principal, id)
    return found.ok ? answered(c, found.value) : refused(c, found)
  }
  return new Hono<BoardEnv>()
    .post('/notices/:id/decisions', input('json', decisionSchema), (c) => {
      const id = c.req.param('id')
      return detail(c, id, decideNotice(deps, c.var.principal, id, c.req.valid('json')))
    })
    .post('/notices/:id/committee-slip', documented({ form: { decision: DECISIONS } }), async (c) => {
      const form = await formFields(c, slipFieldsSchema)
      if (!form.ok) return refused(c, form)
      const { fields, file } = form.value
      if (!file) return refused(c, refuse('request.invalid', { field: 'file' }))
      const id = c.req.param('id')
      return detail(c, id, await enterCommitteeSlip(deps, c.var.principal, id, { ...fields, file }))
    })
    .post('/notices/:id/remarks', input('json', remarkSchema), (c) => {
      const id = c.req.param('id')
      return detail(c, id, addRemark(deps, c.var.principal, id, c.req.valid('json')))
    })
    .post('/notices/:id/remarks/:remarkId/settled', input('json', settledSchema), (c) => {
      const { id, remarkId } = c.req.param()
      return detail(c, id, settleRemark(deps, c.var.principal, id, remarkId, c.req.valid('json').note))
    })
    .post('/notices/:id/referral', input('json', referralSchema), (c) => {
      const id = c.req.param('id')
      return detail(c, id, referNotice(deps, c.var.principal, id, c.req.valid('json')))
    })
    .post('/notices/:id/referral/answer', documented({ form: { result: REFERRAL_RESULTS } }), async (c) => {
      const form = await formFields(c, answerFieldsSchema)
      if (!form.ok) return refused(c, form)
      const { fields, file } = form.value
      const id = c.req.param('id')
      return detail(c, id, await answerReferral(deps, c.var.principal, id, { ...fields, file }))
    })
    .get(
      '/notices/:id/review-slip',
      input('query', z.strictObject({ submission: z.string().max(100).optional() })),
      (c) => {
        const slip = reviewSlip(read, c.req.param('id'), c.req.valid('query').submission ?? null)
        return slip.ok ? answered(c, slip.value) : refused(c, slip)
      },
    )
}

function scans(deps: Deps) {
  const send = async (c: Context<BoardEnv>, scan: Result<KeptScan>, name: string) => {
    if (!scan.ok) return refused(c, scan)
    const { sha256, mediaType } = scan.value
    const ending = mediaType.slice(mediaType.indexOf('/') + 1)
    return sendFile(c, { file: await deps.blobs.whole(sha256) }, mediaType, `${name}.${ending}`)
  }
  return new Hono<BoardEnv>()
    .get(
      '/notices/:id/committee-slip/:submissionId',
      documented({ file: 'application/octet-stream' }),
      async (c) => {
        const { id, submissionId } = c.req.param()
        return send(c, readScan(deps, c.var.principal, id, { slipOf: submissionId }), submissionId)
      },
    )
    .get(
      '/notices/:id/referral/:referralId/answer',
      documented({ file: 'application/octet-stream' }),
      async (c) => {
        const { id, referralId } = c.req.param()
        return send(c, readScan(deps, c.var.principal, id, { answerOf: referralId }), referralId)
      },
    )
}

function settings(deps: Deps) {
  const { read } = deps.store
  return new Hono<BoardEnv>()
    .get('/review-chains', (c) => answered(c, chainsView(read)))
    .put('/review-chains', input('json', chainSchema), (c) => {
      const set = setChain(deps, c.var.principal, c.req.valid('json'))
      return set.ok ? answered(c, set.value) : refused(c, set)
    })
    .get('/review-exception', (c) => answered(c, exceptionView(read)))
    .post('/review-exception', input('json', exceptionSchema), (c) => {
      const set = setException(deps, c.var.principal, c.req.valid('json'))
      return set.ok ? answered(c, set.value) : refused(c, set)
    })
    .get('/review-exceptions-report', (c) => answered(c, exceptionsReport(read)))
}
