import { Hono } from 'hono'
import { z } from 'zod'
import { refuse } from '../../../domain/refusal.ts'
import { answered, input, refused, uploadedFiles } from '../../../platform/answer.ts'
import { takeSchema } from '../../catalogue/import-routes.ts'
import type { Deps } from '../../deps.ts'
import { documented } from '../../openapi.ts'
import { requireRole } from '../../principal.ts'
import { type BoardEnv, signedIn } from '../../trust.ts'
import { settleItem, takeItem } from './decide-item.ts'
import { downwardItemsView } from './downward-views.ts'
import { downwardOutcome, driveExchangeFiles, takeInFromDrive } from './drive-files.ts'
import { itemDifference, type KnownPreviews } from './item-difference.ts'
import { receiveDownwardBytes } from './receive-downward.ts'
import type { DownwardOutcome, DownwardTaken } from './views.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const taking = z.discriminatedUnion('kind', [
  takeSchema.extend({ kind: z.literal('CATALOGUE'), importId: z.string().max(100) }),
  z.strictObject({
    kind: z.literal('CALENDAR'),
    digest,
    confirmed: z.boolean(),
    keyName: z.string().max(200).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('DICTIONARY'), digest }),
])
const note = z.strictObject({ note: z.string().max(500).default('') })

/**
 * What the county sends down, at the desk, and what lies on a drive for this office.
 * @example app.route('/api/desk', downwardRoutes(deps)) // GET /api/desk/downward-items
 */
export function downwardRoutes(deps: Deps) {
  const previews: KnownPreviews = new Map()
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .post('/downward', documented({ form: {} }), async (c) => {
      const allowed = requireRole(c.var.principal, 'HANDLER', 'ADMINISTRATOR')
      if (!allowed.ok) return refused(c, allowed)
      const form = await uploadedFiles(c)
      if (!form.ok) return refused(c, form)
      const { files } = form.value
      if (files.length === 0) return refused(c, refuse('request.invalid', { field: 'file' }))
      const results: DownwardOutcome[] = []
      for (const { name, bytes } of files) {
        results.push(await downwardOutcome(name, () => receiveDownwardBytes(deps, c.var.principal, bytes)))
      }
      return answered<DownwardTaken>(c, { results })
    })
    .get('/downward-items', async (c) => answered(c, await downwardItemsView(deps)))
    .get('/downward-items/:id/difference', async (c) => {
      const difference = await itemDifference(deps, c.var.principal, c.req.param('id'), previews)
      return difference.ok ? answered(c, difference.value) : refused(c, difference)
    })
    .post('/downward-items/:id/take', input('json', taking), async (c) => {
      const taken = await takeItem(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return taken.ok ? answered(c, taken.value) : refused(c, taken)
    })
    .post('/downward-items/:id/decline', input('json', note), async (c) => {
      const decision = { how: 'DECLINED', note: c.req.valid('json').note } as const
      const declined = await settleItem(deps, c.var.principal, c.req.param('id'), decision)
      return declined.ok ? answered(c, declined.value) : refused(c, declined)
    })
    .post('/downward-items/:id/read', async (c) => {
      const decision = { how: 'READ', note: '' } as const
      const read = await settleItem(deps, c.var.principal, c.req.param('id'), decision)
      return read.ok ? answered(c, read.value) : refused(c, read)
    })
    .get('/drives/:id/exchange-files', async (c) => {
      const files = await driveExchangeFiles(deps, c.req.param('id'))
      return files.ok ? answered(c, files.value) : refused(c, files)
    })
    .post('/drives/:id/take-in', async (c) => {
      const taken = await takeInFromDrive(deps, c.var.principal, c.req.param('id'))
      return taken.ok ? answered(c, taken.value) : refused(c, taken)
    })
}
