import { Hono } from 'hono'
import { z } from 'zod'
import { refuse } from '../../../domain/refusal.ts'
import { answered, refused, sendFile, uploadedFiles } from '../../../platform/answer.ts'
import type { Deps } from '../../deps.ts'
import { documented } from '../../openapi.ts'
import { type BoardEnv, signedIn } from '../../trust.ts'
import { enrolmentView } from './enrolment-view.ts'
import { officeCard } from './office-card.ts'
import { announceNextKey, newKeyNow } from './package-key-change.ts'
import { previewCountyCard, takeCountyCard } from './take-county-card.ts'
import type { NextKeyView } from './views.ts'

const cardFields = z
  .strictObject({
    text: z.string().max(65_536).optional(),
    confirm: z.enum(['true', 'false']).default('false'),
    replace: z.enum(['true', 'false']).default('false'),
    keyId: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  })
  .refine(({ confirm, keyId }) => confirm === 'false' || keyId !== undefined)

/**
 * Who belongs to whom, at the desk: the office's card, the county's card, the change of the office's key.
 * @example app.route('/api/desk', enrolmentRoutes(deps)) // GET /api/desk/county-card
 */
export function enrolmentRoutes(deps: Deps) {
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/county-card', (c) => {
      const view = enrolmentView(deps)
      return view.ok ? answered(c, view.value) : refused(c, view)
    })
    .post(
      '/county-card',
      documented({ form: { confirm: ['true', 'false'], replace: ['true', 'false'] } }),
      async (c) => {
        const form = await uploadedFiles(c)
        if (!form.ok) return refused(c, form)
        const fields = cardFields.safeParse(form.value.fields)
        if (!fields.success) return refused(c, refuse('request.invalid', { field: 'confirm' }))
        const { confirm, replace, keyId, text } = fields.data
        const card = form.value.files[0]?.bytes ?? text
        if (card === undefined) return refused(c, refuse('request.invalid', { field: 'file' }))
        const answer =
          confirm === 'true' && keyId !== undefined
            ? takeCountyCard(deps, c.var.principal, card, { keyId, replace: replace === 'true' })
            : previewCountyCard(deps, c.var.principal, card)
        return answer.ok ? answered(c, answer.value) : refused(c, answer)
      },
    )
    .get('/office-card', documented({ file: 'application/octet-stream' }), async (c) => {
      const card = await officeCard(deps)
      if (!card.ok) return refused(c, card)
      return sendFile(c, Buffer.from(card.value.text, 'utf8'), 'application/json', card.value.fileName)
    })
    .get('/office-card/qr', async (c) => {
      const card = await officeCard(deps)
      return card.ok ? answered(c, card.value) : refused(c, card)
    })
    .post('/package-key/next', (c) => {
      const next = announceNextKey(deps, c.var.principal)
      return next.ok ? answered<NextKeyView>(c, next.value) : refused(c, next)
    })
    .post('/package-key/new', (c) => {
      const made = newKeyNow(deps, c.var.principal)
      return made.ok ? answered<NextKeyView>(c, made.value) : refused(c, made)
    })
}
