import { Hono } from 'hono'
import { z } from 'zod'
import { receiptFileName } from '../../domain/exchange/package-name.ts'
import type { Receipt } from '../../domain/exchange/receipt.ts'
import { parseIndexTemplate } from '../../domain/notice/index-number.ts'
import { refuse } from '../../domain/refusal.ts'
import { answered, disposition, input, refused } from '../../platform/answer.ts'
import { writeReceiptCode } from '../../sealed/receipt-code.ts'
import { requireCountyRole } from '../account/principal.ts'
import { record } from '../audit/audit.ts'
import { officeById } from '../office/office-repo.ts'
import { revokeOffice } from '../office/revoke.ts'
import { receiptByNumber } from '../receipt/receipts.ts'
import { countyCardOf } from './office/county-card.ts'
import { officeId } from './office-routes.ts'
import type { ReceiptView } from './take-in/views.ts'
import { type CountyEnv, signedInAtCounty } from './trust.ts'
import type { CountyWebDeps } from './web-deps.ts'

const receiptOf = officeId.extend({ number: z.coerce.number().int().positive() })

/**
 * Receipts and the county's card of an office, the form of its index numbers, and the end of its key. Everybody signed in may read and
 * carry receipts; the card and the form need COLLECTOR, the end of a key ADMINISTRATOR.
 * @example app.route('/api', officeChangeRoutes(deps)) // POST /api/offices/3/revoke
 */
export function officeChangeRoutes(deps: CountyWebDeps) {
  return new Hono<CountyEnv>()
    .use('/offices/*', signedInAtCounty(deps))
    .get('/offices/:id/receipts/:number', input('param', receiptOf), async (c) => {
      const { id, number } = c.req.valid('param')
      const stored = await receiptByNumber(deps.sql, id, number)
      if (stored === undefined) return refused(c, refuse('receipt.not-found'))
      const receipt = JSON.parse(stored.document) as Receipt
      const view: ReceiptView = { receipt, code: writeReceiptCode(receipt, deps.key) }
      return answered(c, view)
    })
    .get('/offices/:id/receipts/:number/file', input('param', receiptOf), async (c) => {
      const { id, number } = c.req.valid('param')
      const [stored, office] = await Promise.all([
        receiptByNumber(deps.sql, id, number),
        officeById(deps.sql, id),
      ])
      if (stored === undefined || office === undefined) return refused(c, refuse('receipt.not-found'))
      c.header('content-type', 'application/json; charset=utf-8')
      c.header('content-disposition', disposition('attachment', receiptFileName(office.uscc, number)))
      return c.body(stored.document)
    })
    .get('/offices/:id/county-card', input('param', officeId), async (c) => {
      const allowed = requireCountyRole(c.var.principal, 'COLLECTOR', 'ADMINISTRATOR')
      if (!allowed.ok) return refused(c, allowed)
      const card = await countyCardOf(deps, c.req.valid('param').id)
      if (!card.ok) return refused(c, card)
      c.header('content-type', 'application/json; charset=utf-8')
      c.header('content-disposition', disposition('attachment', card.value.fileName))
      return c.body(card.value.text)
    })
    .put(
      '/offices/:id/index-pattern',
      input('param', officeId),
      input('json', z.strictObject({ template: z.string().trim().min(1).max(80) })),
      async (c) => {
        const { principal } = c.var
        const allowed = requireCountyRole(principal, 'COLLECTOR', 'ADMINISTRATOR')
        if (!allowed.ok) return refused(c, allowed)
        const { id } = c.req.valid('param')
        const template = parseIndexTemplate(c.req.valid('json').template)
        if (!template.ok) return refused(c, template)
        const done = await deps.sql.transaction(async (sql) => {
          // The former forms stay: what was published under them is not wrong now.
          const rows = await sql.query(
            `UPDATE office SET index_templates = ARRAY[$2::text] || array_remove(index_templates, $2::text)
             WHERE id = $1 RETURNING id`,
            [id, template.value.text],
          )
          if (rows.length === 0) return false
          await record(deps, sql, {
            actor: principal.id,
            action: 'office.index-pattern',
            office: id,
            detail: { template: template.value.text },
          })
          return true
        })
        return done ? c.body(null, 204) : refused(c, refuse('enrolment.office-not-found', { uscc: '' }))
      },
    )
    .post(
      '/offices/:id/revoke',
      input('param', officeId),
      input('json', z.strictObject({ reason: z.string().trim().max(200) })),
      async (c) => {
        const { principal } = c.var
        const allowed = requireCountyRole(principal, 'ADMINISTRATOR')
        if (!allowed.ok) return refused(c, allowed)
        const office = await officeById(deps.sql, c.req.valid('param').id)
        if (office === undefined) return refused(c, refuse('enrolment.office-not-found', { uscc: '' }))
        const { reason } = c.req.valid('json')
        const done = await revokeOffice(deps, { uscc: office.uscc, reason, actor: principal.id })
        return done.ok ? c.json({ keys: done.value.keys.length }) : refused(c, done)
      },
    )
}
