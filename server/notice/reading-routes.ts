import { Hono } from 'hono'
import { z } from 'zod'
import { answered, input, refused, sendFile } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { noticeDifference } from './difference.ts'
import { noticePreview } from './notice-preview.ts'
import { printReviewSlip } from './review-slip-pdf.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const of = z.enum(['draft', 'submission'])

/**
 * What a reviewer reads at the desk beside the paper: the kiosk's and the screen's view, and what differs.
 * @example app.route('/api/desk', readingRoutes(deps)) // GET /api/desk/notices/:id/difference?of=submission
 */
export function readingRoutes(deps: Deps) {
  return (
    new Hono<BoardEnv>()
      .use(signedIn(deps))
      .get(
        '/notices/:id/difference',
        input('query', z.union([z.strictObject({ of }), z.strictObject({ from: hash, to: hash })])),
        async (c) => {
          const found = await noticeDifference(deps, c.req.param('id'), c.req.valid('query'))
          return found.ok ? answered(c, found.value) : refused(c, found)
        },
      )
      .get('/notices/:id/preview', input('query', z.strictObject({ of })), (c) => {
        const found = noticePreview(deps, c.req.param('id'), c.req.valid('query').of)
        return found.ok ? answered(c, found.value) : refused(c, found)
      })
      // Printing goes into the log, so it is no reading and no link of a foreign page can do it.
      .post(
        '/notices/:id/review-slip/pdf',
        documented({ file: 'application/pdf' }),
        input('query', z.strictObject({ submission: z.string().max(100).optional() })),
        async (c) => {
          const address = c.env.mount.publicAddress()
          const of = c.req.valid('query').submission ?? null
          const printed = await printReviewSlip(deps, c.var.principal, c.req.param('id'), address, of)
          if (!printed.ok) return refused(c, printed)
          const name = `审查呈批单 ${printed.value.title}.pdf`
          return sendFile(c, printed.value.bytes, 'application/pdf', name)
        },
      )
  )
}
