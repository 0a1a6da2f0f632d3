import { Hono } from 'hono'
import { z } from 'zod'
import { answered, input, refused, uploadedFile } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { catalogueDetail, listCatalogues } from './catalogue-detail.ts'
import { addCatalogueItem, editCatalogueItem, removeCatalogueItem } from './edit-rows.ts'
import { renameCatalogue, setCatalogueUnits, setUnitItem } from './keep-catalogue.ts'
import { importCatalogue } from './procedures.ts'
import { rowChange } from './row-schema.ts'

const id = z.string().max(100)

/**
 * Catalogues at the desk.
 * @example app.route('/api/desk', catalogueRoutes(deps)) // GET /api/desk/catalogues
 */
export function catalogueRoutes(deps: Deps) {
  const { read } = deps.store
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/catalogues', (c) => answered(c, listCatalogues(read)))
    .post('/catalogues', documented({ form: {}, status: 201 }), async (c) => {
      const file = await uploadedFile(c)
      if (!file.ok) return refused(c, file)
      const { name: fileName, bytes } = file.value
      const imported = await importCatalogue(deps, c.var.principal, { fileName, bytes })
      return imported.ok ? c.json(imported.value, 201) : refused(c, imported)
    })
    .get('/catalogues/:id', input('query', z.strictObject({ version: id.exactOptional() })), (c) => {
      const found = catalogueDetail(read, c.var.principal, c.req.param('id'), c.req.valid('query').version)
      return found.ok ? answered(c, found.value) : refused(c, found)
    })
    .patch('/catalogues/:id', input('json', z.strictObject({ name: z.string().max(200) })), (c) => {
      const renamed = renameCatalogue(deps, c.var.principal, c.req.param('id'), c.req.valid('json').name)
      return renamed.ok ? answered(c, renamed.value) : refused(c, renamed)
    })
    .put(
      '/catalogues/:id/units',
      input(
        'json',
        z.strictObject({
          unitIds: z.array(id).max(1000).readonly(),
          reason: z.string().max(500).default(''),
        }),
      ),
      (c) => {
        const set = setCatalogueUnits(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
        return set.ok ? answered(c, set.value) : refused(c, set)
      },
    )
    .post('/catalogues/:id/rows', documented({ status: 201 }), input('json', rowChange), (c) => {
      const added = addCatalogueItem(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return added.ok ? c.json(added.value, 201) : refused(c, added)
    })
    .delete('/catalogues/:id/rows/:itemId', documented({ status: 204 }), (c) => {
      const { id: catalogueId, itemId } = c.req.param()
      const removed = removeCatalogueItem(deps, c.var.principal, catalogueId, itemId)
      return removed.ok ? c.body(null, 204) : refused(c, removed)
    })
    .get(
      '/catalogue-items',
      input('query', z.strictObject({ q: z.string().max(100).default(''), unit: id.exactOptional() })),
      (c) => {
        const { q, unit } = c.req.valid('query')
        return c.json(read.catalogue.find(q.trim(), 200, unit))
      },
    )
    .patch('/catalogue-items/:id', input('json', rowChange), (c) => {
      const edited = editCatalogueItem(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return edited.ok ? answered(c, edited.value) : refused(c, edited)
    })
    .put(
      '/units/:unitId/items/:itemId',
      documented({ status: 204 }),
      input(
        'json',
        z.strictObject({ applies: z.boolean(), reason: z.string().max(500), assigneeId: id.nullable() }),
      ),
      (c) => {
        const { unitId, itemId } = c.req.param()
        const set = setUnitItem(deps, c.var.principal, unitId, itemId, c.req.valid('json'))
        return set.ok ? c.body(null, 204) : refused(c, set)
      },
    )
}
