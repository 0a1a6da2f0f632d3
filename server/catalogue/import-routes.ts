import { Hono } from 'hono'
import { z } from 'zod'
import { REGIMES } from '../../domain/catalogue/catalogue-item.ts'
import { answered, input, refused, uploadedFile } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { discardPreview, findPreview, previewImport } from './import-preview.ts'
import { rowChange } from './row-schema.ts'
import { takeImport } from './take-import.ts'
import { listTemplates, loadTemplate } from './templates.ts'

const place = z.int().min(0).max(100_000)
/**
 * What a person decided about the sheets of a preview, as it comes from outside.
 * @example takeSchema.parse({ sheets: [] })
 */
export const takeSchema = z.strictObject({
  sheets: z
    .array(
      z.strictObject({
        sheet: place,
        name: z.string().max(200),
        regime: z.enum(REGIMES),
        catalogueId: z.string().max(100).nullable(),
        edits: z
          .array(z.strictObject({ row: place, change: rowChange }))
          .max(20_000)
          .readonly(),
        leaveOut: z.array(place).max(20_000).readonly(),
        unitIds: z.array(z.string().max(100)).max(1000).readonly().exactOptional(),
      }),
    )
    .max(200)
    .readonly(),
})

/**
 * Files looked at before they are taken, and the lists the program brings, at the desk.
 * @example app.route('/api/desk', catalogueImportRoutes(deps)) // POST /api/desk/catalogue-imports
 */
export function catalogueImportRoutes(deps: Deps) {
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .post('/catalogue-imports', documented({ form: {}, status: 201 }), async (c) => {
      const file = await uploadedFile(c)
      if (!file.ok) return refused(c, file)
      const { name: fileName, bytes } = file.value
      const read = await previewImport(deps, c.var.principal, { fileName, bytes })
      return read.ok ? c.json(read.value, 201) : refused(c, read)
    })
    .get('/catalogue-imports/:id', async (c) => {
      const found = await findPreview(deps, c.var.principal, c.req.param('id'))
      return found.ok ? answered(c, found.value) : refused(c, found)
    })
    .post('/catalogue-imports/:id/take', input('json', takeSchema), async (c) => {
      const taken = await takeImport(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return taken.ok ? answered(c, taken.value) : refused(c, taken)
    })
    .delete('/catalogue-imports/:id', documented({ status: 204 }), (c) => {
      const discarded = discardPreview(deps, c.var.principal, c.req.param('id'))
      return discarded.ok ? c.body(null, 204) : refused(c, discarded)
    })
    .get('/catalogue-templates', (c) => c.json(listTemplates()))
    .post('/catalogue-templates/:id', async (c) => {
      const loaded = await loadTemplate(deps, c.var.principal, c.req.param('id'))
      return loaded.ok ? answered(c, loaded.value) : refused(c, loaded)
    })
}
