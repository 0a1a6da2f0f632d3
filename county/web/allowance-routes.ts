import { Hono } from 'hono'
import { z } from 'zod'
import { answered, input, refused } from '../../platform/answer.ts'
import { requireCountyRole } from '../account/principal.ts'
import { allowEdition, withdrawAllowance } from '../allowance/allow-edition.ts'
import { type CountyEnv, signedInAtCounty } from './trust.ts'
import type { CountyWebDeps } from './web-deps.ts'

const edition = z.strictObject({
  officeId: z.number().int().positive().max(2_147_483_647),
  hash: z.string().regex(/^[0-9a-f]{64}$/u),
})

/**
 * Letting a rejected edition in by name and reason although personal data was found in it, and taking that back. Needs COLLECTOR.
 * @example app.route('/api', allowanceRoutes(deps)) // POST /api/allowances {officeId, hash, reason}
 */
export function allowanceRoutes(deps: CountyWebDeps) {
  return new Hono<CountyEnv>()
    .use('/allowances', signedInAtCounty(deps))
    .use('/allowances/*', signedInAtCounty(deps))
    .post('/allowances', input('json', edition.extend({ reason: z.string().max(200) })), async (c) => {
      const { principal } = c.var
      const may = requireCountyRole(principal, 'COLLECTOR')
      if (!may.ok) return refused(c, may)
      const allowed = await allowEdition(deps, { ...c.req.valid('json'), by: principal })
      return allowed.ok ? answered(c, allowed.value) : refused(c, allowed)
    })
    .post('/allowances/withdraw', input('json', edition), async (c) => {
      const { principal } = c.var
      const may = requireCountyRole(principal, 'COLLECTOR')
      if (!may.ok) return refused(c, may)
      const taken = await withdrawAllowance(deps, { ...c.req.valid('json'), by: principal })
      return taken.ok ? answered(c, taken.value) : refused(c, taken)
    })
}
