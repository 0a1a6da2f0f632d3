import { Hono } from 'hono'
import { z } from 'zod'
import { hashWords } from '../../domain/sheet/sheet-code.ts'
import { answered, input, refused } from '../../platform/answer.ts'
import { requireCountyRole } from '../account/principal.ts'
import { record } from '../audit/audit.ts'
import { countySelf } from '../office/county-repo.ts'
import type { CountySettings } from './settings-views.ts'
import { type CountyEnv, signedInAtCounty } from './trust.ts'
import type { CountyWebDeps } from './web-deps.ts'

/**
 * Which county this is and how offices reach it; everybody signed in reads, ADMINISTRATOR changes.
 * @example app.route('/api', settingsRoutes(deps)) // GET /api/settings
 */
export function settingsRoutes(deps: CountyWebDeps) {
  const changed = z.strictObject({
    name: z.string().trim().min(1).max(60),
    address: z
      .string()
      .trim()
      .max(200)
      .regex(/^https:\/\/\S+$/u)
      .nullable(),
  })
  return new Hono<CountyEnv>()
    .use('/settings', signedInAtCounty(deps))
    .get('/settings', async (c) => {
      const county = await countySelf(deps.sql)
      if (!county.ok) return refused(c, county)
      const { name, code, address, instance } = county.value
      const view: CountySettings = {
        name,
        code,
        address,
        instanceId: instance.id,
        keyId: deps.key.keyId,
        words: hashWords(deps.key.keyId).join(' '),
        dataFolder: deps.dataFolder,
        embedded: deps.embedded,
        certificate: deps.certificate,
        version: deps.version,
      }
      return answered(c, view)
    })
    .put('/settings', input('json', changed), async (c) => {
      const { principal } = c.var
      const allowed = requireCountyRole(principal, 'ADMINISTRATOR')
      if (!allowed.ok) return refused(c, allowed)
      const { name, address } = c.req.valid('json')
      await deps.sql.transaction(async (sql) => {
        await sql.query('UPDATE county SET name = $1, address = $2', [name, address])
        await record(deps, sql, {
          actor: principal.id,
          action: 'county.settings',
          office: null,
          detail: { address },
        })
      })
      return c.body(null, 204)
    })
}
