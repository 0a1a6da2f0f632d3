import { Hono } from 'hono'
import { z } from 'zod'
import { refuse } from '../../domain/refusal.ts'
import { input, refused, uploadedFile } from '../answer.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { editCatalogueItem, importCatalogue } from './procedures.ts'

const cell = z.string().max(20_000).exactOptional()
const cells = z.array(z.string().max(500)).max(100).readonly().exactOptional()
const rowChange = z.strictObject({
  serial: cell,
  itemLevel1: cell,
  itemLevel2: cell,
  itemLevel3: cell,
  contentElements: cell,
  legalBasis: cell,
  deadlineText: cell,
  publishingUnit: cell,
  channels: cells,
  audience: z.enum(['ALL', 'SPECIFIC_GROUP', 'UNSTATED']).exactOptional(),
  audienceNote: cell,
  disclosureMode: z.enum(['PROACTIVE', 'ON_REQUEST', 'UNSTATED']).exactOptional(),
  levels: cells,
  extra: z.record(z.string().max(200), z.string().max(20_000)).exactOptional(),
})

/**
 * Catalogues at the desk.
 * @example app.route('/api/desk', catalogueRoutes(deps)) // GET /api/desk/catalogues
 */
export function catalogueRoutes(deps: Deps) {
  const { catalogue } = deps.store.read
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/catalogues', (c) => c.json(catalogue.list()))
    .post('/catalogues', documented({ form: {}, status: 201 }), async (c) => {
      const file = await uploadedFile(c)
      if (!file.ok) return refused(c, file)
      const { name: fileName, bytes } = file.value
      const imported = await importCatalogue(deps, c.var.principal, { fileName, bytes })
      return imported.ok ? c.json(imported.value, 201) : refused(c, imported)
    })
    .get('/catalogues/:id', (c) => {
      const found = catalogue.byId(c.req.param('id'))
      if (!found) return refused(c, refuse('catalogue.not-found'))
      return c.json({ catalogue: found, items: catalogue.items(found.id) })
    })
    .get('/catalogue-items', input('query', z.strictObject({ q: z.string().max(100).default('') })), (c) =>
      c.json(catalogue.find(c.req.valid('query').q.trim(), 200)),
    )
    .patch('/catalogue-items/:id', input('json', rowChange), (c) => {
      const edited = editCatalogueItem(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return edited.ok ? c.json(edited.value) : refused(c, edited)
    })
}
