import { Hono } from 'hono'
import { z } from 'zod'
import { SHEET_FORMS } from '../../../domain/sheet/template.ts'
import { answered, input, refused } from '../../../platform/answer.ts'
import type { Deps } from '../../deps.ts'
import { documented } from '../../openapi.ts'
import { type BoardEnv, signedIn } from '../../trust.ts'
import { changeTemplate, copyTemplate, setRetired } from './change-template.ts'
import { listTemplates, templatesForNotice, templateVersions } from './list-templates.ts'
import { openPreviews } from './open-previews.ts'
import { previewTicket } from './preview-template.ts'
import { templateDefinition, templateId, templateName } from './template-schema.ts'
import type { TemplatePreview } from './views.ts'

const copying = z.strictObject({ copyOf: templateId, name: templateName })
const changing = z.strictObject({
  version: z.int().min(1),
  name: templateName,
  definition: templateDefinition,
})
const previewing = z.strictObject({
  form: z.enum(SHEET_FORMS),
  definition: templateDefinition,
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
})

/**
 * Templates of sheets at the desk: the product's, the office's own, and which are offered for a notice.
 * @example app.route('/api/desk', templateRoutes(deps)) // GET /api/desk/sheet-templates
 */
export function templateRoutes(deps: Deps) {
  const { read } = deps.store
  const previews = openPreviews(deps.tickets)
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/sheet-templates', (c) => answered(c, listTemplates(read, c.var.principal)))
    .post('/sheet-templates', documented({ status: 201 }), input('json', copying), (c) => {
      const copy = copyTemplate(deps, c.var.principal, c.req.valid('json'))
      return copy.ok ? c.json(copy.value, 201) : refused(c, copy)
    })
    .post('/sheet-templates/preview', input('json', previewing), (c) => {
      const ticket = previewTicket(deps, c.req.valid('json'))
      if (!ticket.ok) return refused(c, ticket)
      const secret = previews.show(c.var.principal.id, ticket.value)
      return answered<TemplatePreview>(c, { address: `/sheet/?ticket=${secret}&preview` })
    })
    .put('/sheet-templates/:id', input('json', changing), (c) => {
      const changed = changeTemplate(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return changed.ok ? answered(c, changed.value) : refused(c, changed)
    })
    .get('/sheet-templates/:id/versions', (c) => {
      const versions = templateVersions(read, c.req.param('id'))
      return versions.ok ? answered(c, versions.value) : refused(c, versions)
    })
    .post('/sheet-templates/:id/retire', (c) => {
      const retired = setRetired(deps, c.var.principal, c.req.param('id'), true)
      return retired.ok ? answered(c, retired.value) : refused(c, retired)
    })
    .post('/sheet-templates/:id/restore', (c) => {
      const restored = setRetired(deps, c.var.principal, c.req.param('id'), false)
      return restored.ok ? answered(c, restored.value) : refused(c, restored)
    })
    .get('/notices/:id/sheet-templates', (c) => {
      const offered = templatesForNotice(read, c.req.param('id'))
      return offered.ok ? answered(c, offered.value) : refused(c, offered)
    })
}
