import { Hono } from 'hono'
import { answered, input, refused, uploadedFile } from '../../../platform/answer.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { documented } from '../../openapi.ts'
import { type BoardEnv, signedIn } from '../../trust.ts'
import { addTable, changeTable, discardTable } from './edit-table.ts'
import { searchFiles } from './removed-values.ts'
import { openTable, tableLines } from './table-detail.ts'
import { policyViews, setPolicy } from './table-policy.ts'
import { tableProofs } from './table-proof.ts'
import {
  discardTableSchema,
  listTypeSchema,
  setPolicySchema,
  tableChangeSchema,
  takeTableSchema,
} from './table-schema.ts'
import { takeTable } from './take-table.ts'

/**
 * Lists in notices at the desk, and the field policies. Before the gate answers, and before a notice is handed in or
 * published, its files are read again and searched for what was taken out of its lists: mounted before those routes.
 * @example app.route('/api/desk', tableRoutes(deps)) // POST /api/desk/notices/:id/tables
 */
export function tableRoutes(deps: Deps) {
  const { read } = deps.store
  const today = () => civilDateOf(deps.clock.now())
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .use('/notices/:id/:step{gate|submit|publish|table-proofs}', async (c, next) => {
      const searched = await searchFiles(deps, c.req.param('id'))
      if (!searched.ok) return refused(c, searched)
      return next()
    })
    .get('/notices/:id/tables', (c) => {
      const lines = tableLines(read, c.req.param('id'), today())
      return lines.ok ? answered(c, lines.value) : refused(c, lines)
    })
    .post('/notices/:id/tables', documented({ form: {}, status: 201 }), async (c) => {
      const file = await uploadedFile(c)
      if (!file.ok) return refused(c, file)
      const { name, bytes } = file.value
      const added = await addTable(deps, c.var.principal, c.req.param('id'), { name, bytes })
      return added.ok ? c.json(added.value as object, 201) : refused(c, added)
    })
    .get('/notices/:id/tables/:tableId', (c) => {
      const { id, tableId } = c.req.param()
      const detail = openTable(deps, c.var.principal, id, tableId)
      return detail.ok ? answered(c, detail.value) : refused(c, detail)
    })
    .put('/notices/:id/tables/:tableId', input('json', tableChangeSchema), (c) => {
      const { id, tableId } = c.req.param()
      const changed = changeTable(deps, c.var.principal, id, tableId, c.req.valid('json'))
      return changed.ok ? answered(c, changed.value) : refused(c, changed)
    })
    .post('/notices/:id/tables/:tableId/take', input('json', takeTableSchema), (c) => {
      const { id, tableId } = c.req.param()
      const taken = takeTable(deps, c.var.principal, id, tableId, c.req.valid('json'))
      return taken.ok ? answered(c, taken.value) : refused(c, taken)
    })
    .post('/notices/:id/tables/:tableId/discard', input('json', discardTableSchema), (c) => {
      const { id, tableId } = c.req.param()
      const { revision } = c.req.valid('json')
      const done = discardTable(deps, c.var.principal, id, tableId, revision)
      return done.ok ? c.json({ discarded: true }) : refused(c, done)
    })
    .get('/notices/:id/table-proofs', (c) => {
      const proofs = tableProofs(read, c.req.param('id'))
      return proofs.ok ? answered(c, proofs.value) : refused(c, proofs)
    })
    .get('/list-policies', (c) => answered(c, policyViews(read)))
    .put('/list-policies/:listType', input('param', listTypeSchema), input('json', setPolicySchema), (c) => {
      const { listType } = c.req.valid('param')
      const set = setPolicy(deps, c.var.principal, listType, c.req.valid('json'))
      return set.ok ? answered(c, set.value) : refused(c, set)
    })
}
