import { Hono } from 'hono'
import { z } from 'zod'
import { input, refused } from '../../platform/answer.ts'
import { type CountyEnv, signedInAtCounty } from '../web/trust.ts'
import type { CountyWebDeps } from '../web/web-deps.ts'
import { accounts } from './account-repo.ts'
import { addPerson, changePerson, viewOf } from './people.ts'
import { COUNTY_ROLES } from './role.ts'

const password = z.string().max(200)
const roles = z.array(z.enum(COUNTY_ROLES)).min(1).max(COUNTY_ROLES.length).readonly()

/**
 * People of the county's program, for signed-in people; the administrator changes them.
 * @example app.route('/api', accountRoutes(deps)) // GET /api/accounts
 */
export function accountRoutes(deps: CountyWebDeps) {
  const added = z.strictObject({ name: z.string().trim().min(1).max(20), roles, password })
  const changed = z.strictObject({
    roles: roles.exactOptional(),
    disabled: z.boolean().exactOptional(),
    password: password.exactOptional(),
  })
  return new Hono<CountyEnv>()
    .use('/accounts', signedInAtCounty(deps))
    .use('/accounts/*', signedInAtCounty(deps))
    .get('/accounts', async (c) => c.json((await accounts(deps.sql)).map(viewOf)))
    .post('/accounts', input('json', added), async (c) => {
      const done = await addPerson(deps, c.var.principal, c.req.valid('json'))
      return done.ok ? c.json(done.value, 201) : refused(c, done)
    })
    .patch('/accounts/:id', input('json', changed), async (c) => {
      const { principal, sessionToken } = c.var
      const done = await changePerson(deps, principal, c.req.param('id'), c.req.valid('json'), sessionToken)
      return done.ok ? c.json(done.value) : refused(c, done)
    })
}
