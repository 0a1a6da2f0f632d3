import { Hono } from 'hono'
import { z } from 'zod'
import { refuse } from '../../../domain/refusal.ts'
import { answered, refused, uploadedFiles } from '../../../platform/answer.ts'
import type { Deps } from '../../deps.ts'
import { documented } from '../../openapi.ts'
import { type BoardEnv, signedIn } from '../../trust.ts'
import { receiptsView } from './receipt-views.ts'
import { takeReceipts } from './take-receipts.ts'
import type { ReceiptsTaken } from './views.ts'

const codeFields = z.strictObject({ code: z.string().max(20_000).optional() })

/**
 * Receipts at the desk: what came, what is missing, and taking in files or the code of a printed one.
 * @example app.route('/api/desk', receiptRoutes(deps)) // POST /api/desk/receipts
 */
export function receiptRoutes(deps: Deps) {
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/receipts', (c) => answered(c, receiptsView(deps.store.read)))
    .post('/receipts', documented({ form: {} }), async (c) => {
      const form = await uploadedFiles(c)
      if (!form.ok) return refused(c, form)
      const fields = codeFields.safeParse(form.value.fields)
      if (!fields.success) return refused(c, refuse('request.invalid', { field: 'code' }))
      const { code } = fields.data
      const typed = code?.trim() ? [{ name: '', bytes: Buffer.from(code, 'utf8') }] : []
      const handedIn = [...form.value.files, ...typed]
      if (handedIn.length === 0) return refused(c, refuse('request.invalid', { field: 'file' }))
      const taken = await takeReceipts(deps, c.var.principal, handedIn)
      return taken.ok ? answered<ReceiptsTaken>(c, { results: taken.value }) : refused(c, taken)
    })
}
