import { Hono } from 'hono'
import { z } from 'zod'
import { refuse } from '../../domain/refusal.ts'
import { answered, input, refused } from '../../platform/answer.ts'
import { officeDetail, packagePage, receiptPage } from './office/office-detail.ts'
import { OFFICE_CONCERNS, officeNames, officePage, officeTotals } from './office/office-queries.ts'
import { type CountyEnv, signedInAtCounty } from './trust.ts'
import type { CountyWebDeps } from './web-deps.ts'

const after = z.string().max(2000).exactOptional()
/** Number of an office in an address. */
export const officeId = z.strictObject({ id: z.coerce.number().int().positive().max(2_147_483_647) })

/**
 * Offices and how they stand, for everybody signed in.
 * @example app.route('/api', officeRoutes(deps)) // GET /api/offices
 */
export function officeRoutes(deps: CountyWebDeps) {
  const { sql, clock } = deps
  const list = z.strictObject({
    search: z.string().max(100).exactOptional(),
    concern: z.enum(OFFICE_CONCERNS).exactOptional(),
    after,
  })
  return new Hono<CountyEnv>()
    .use('/offices', signedInAtCounty(deps))
    .use('/offices/*', signedInAtCounty(deps))
    .use('/office-names', signedInAtCounty(deps))
    .use('/office-totals', signedInAtCounty(deps))
    .get('/offices', input('query', list), async (c) =>
      answered(c, await officePage(sql, clock.now(), c.req.valid('query'))),
    )
    .get('/office-names', async (c) => answered(c, await officeNames(sql)))
    .get('/office-totals', async (c) => answered(c, await officeTotals(sql, clock.now())))
    .get('/offices/:id', input('param', officeId), async (c) => {
      const found = await officeDetail(sql, clock.now(), c.req.valid('param').id)
      return found === undefined
        ? refused(c, refuse('enrolment.office-not-found', { uscc: '' }))
        : answered(c, found)
    })
    .get(
      '/offices/:id/packages',
      input('param', officeId),
      input('query', z.strictObject({ after })),
      async (c) => answered(c, await packagePage(sql, c.req.valid('param').id, c.req.valid('query').after)),
    )
    .get(
      '/offices/:id/receipts',
      input('param', officeId),
      input('query', z.strictObject({ after })),
      async (c) => answered(c, await receiptPage(sql, c.req.valid('param').id, c.req.valid('query').after)),
    )
}
