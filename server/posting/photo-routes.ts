import { Hono } from 'hono'
import type { Context } from 'hono'
import { z } from 'zod'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { answered, input, refused, sendFile, uploadedFile } from '../../platform/answer.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import { requireRole } from '../principal.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { endedPage, type PageRequest, photoPage } from './photo-page.ts'
import { keepPhoto, mayPhotograph, photoFileOf, receivePhoto } from './photos.ts'
import { postingView } from './posting-views.ts'
import { photoFieldsSchema, stickSchema, ticketSchema, waitingSchema } from './request-schemas.ts'
import type { PhotoTicketView } from './views.ts'

/**
 * Photographs of sheets at the desk: from a file, from a stick, from a phone.
 * @example app.route('/api/desk', photoRoutes(deps)) // POST /api/desk/postings/:id/photos
 */
export function photoRoutes(deps: Deps) {
  const after = (c: Context<BoardEnv>, done: Result<string>) => {
    const shown = done.ok ? postingView(deps, done.value) : done
    return shown.ok ? answered(c, shown.value) : refused(c, shown)
  }
  /** The page for a phone as the desk shows it; without the network there is none, and a file is the only way. */
  const ticketView = (c: Context<BoardEnv>, id: string): PhotoTicketView | null => {
    const ticket = deps.photoTickets.ofPosting(id)
    if (!ticket) return null
    // Never the address that codes on paper carry: that may be another computer, and the secret would be sent there.
    const origin = ticket.ended ? null : (c.env.mount.lanAddress?.() ?? null)
    return {
      address: origin === null ? null : `${origin}/photo/${ticket.secret}`,
      expiresAt: ticket.expiresAt,
      waiting: ticket.waiting.map(({ id: photo, sha256, receivedAt, moment }) => ({
        id: photo,
        sha256,
        receivedAt,
        moment,
      })),
    }
  }
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/photos/:sha256', documented({ file: 'image/jpeg' }), async (c) => {
      const { sha256 } = c.req.param()
      const waiting = deps.photoTickets.waitingFile(sha256)
      if (waiting) return sendFile(c, waiting, 'image/jpeg', 'photo.jpg')
      const file = await photoFileOf(deps, sha256)
      if (!file.ok) return refused(c, file)
      return sendFile(c, { file: file.value }, 'image/jpeg', 'photo.jpg')
    })
    .post('/postings/:id/photos', documented({ form: {} }), async (c) => {
      const id = c.req.param('id')
      const file = await uploadedFile(c)
      if (!file.ok) return refused(c, file)
      const fields = photoFieldsSchema.safeParse(file.value.fields)
      if (!fields.success) {
        const field = String(fields.error.issues[0]?.path[0] ?? '')
        return refused(c, refuse('request.invalid', { field }))
      }
      const may = mayPhotograph(deps, c.var.principal, id, fields.data.moment)
      if (!may.ok) return refused(c, may)
      const photo = await receivePhoto(deps, file.value.bytes)
      if (!photo.ok) return refused(c, photo)
      return after(c, await keepPhoto(deps, c.var.principal, id, photo.value, fields.data))
    })
    .get('/stick-photos', async (c) => {
      const allowed = requireRole(c.var.principal, 'HANDLER', 'DEPUTY_LEADER')
      return allowed.ok ? answered(c, await deps.stickPhotos.list(c.var.principal.id)) : refused(c, allowed)
    })
    .post('/postings/:id/stick-photo', input('json', stickSchema), async (c) => {
      const id = c.req.param('id')
      const { token, moment, view } = c.req.valid('json')
      const may = mayPhotograph(deps, c.var.principal, id, moment)
      if (!may.ok) return refused(c, may)
      const bytes = await deps.stickPhotos.read(c.var.principal.id, token)
      if (!bytes.ok) return refused(c, bytes)
      const photo = await receivePhoto(deps, bytes.value)
      if (!photo.ok) return refused(c, photo)
      return after(
        c,
        await keepPhoto(deps, c.var.principal, id, photo.value, { moment, view, source: 'STICK' }),
      )
    })
    .post('/postings/:id/photo-ticket', input('json', ticketSchema), (c) => {
      const id = c.req.param('id')
      const { moment } = c.req.valid('json')
      const may = mayPhotograph(deps, c.var.principal, id, moment)
      if (!may.ok) return refused(c, may)
      deps.photoTickets.open(id, moment)
      deps.store.tx((write) => {
        const subject = { kind: 'posting', id }
        record(deps, write, c.var.principal, 'posting.photo-page', subject, { photoMoment: moment })
      })
      const shown = ticketView(c, id)
      return shown ? answered(c, shown) : refused(c, refuse('photo.ticket-ended'))
    })
    .get('/postings/:id/photo-ticket', (c) => {
      const shown = ticketView(c, c.req.param('id'))
      return shown ? answered(c, shown) : refused(c, refuse('photo.ticket-ended'))
    })
    .delete('/postings/:id/photo-ticket', (c) => {
      const allowed = requireRole(c.var.principal, 'HANDLER', 'DEPUTY_LEADER')
      if (!allowed.ok) return refused(c, allowed)
      deps.photoTickets.end(c.req.param('id'))
      return answered(c, { ended: true })
    })
    .post('/postings/:id/photo-ticket/:photoId', input('json', waitingSchema), async (c) => {
      const { id, photoId } = c.req.param()
      const { take, view } = c.req.valid('json')
      const allowed = requireRole(c.var.principal, 'HANDLER', 'DEPUTY_LEADER')
      if (!allowed.ok) return refused(c, allowed)
      const decided = await deps.photoTickets.decide(id, photoId, async (photo) => {
        const { moment, sha256 } = photo
        if (take) return keepPhoto(deps, c.var.principal, id, photo, { moment, view, source: 'PHONE' })
        deps.store.tx((write) => {
          const subject = { kind: 'posting', id }
          record(deps, write, c.var.principal, 'posting.refuse-photo', subject, { sha256 })
        })
        return accept(id)
      })
      return after(c, decided)
    })
}

const receivedSchema = z.strictObject({ received: z.literal(true) })

function pageRequest(c: Context<BoardEnv>): PageRequest {
  return {
    acceptLanguage: c.req.header('accept-language') ?? '',
    nonce: c.var.cspNonce,
    refusal: c.req.query('refused') ?? '',
  }
}

/**
 * What a phone in the office's network may do with the secret of its QR code: leave photographs of one sheet. It lists and reads
 * nothing.
 * @example app.route('/api/public', publicPhotoRoutes(deps)) // POST /api/public/photos/:secret
 */
export function publicPhotoRoutes(deps: Deps) {
  return new Hono<BoardEnv>().post(
    '/photos/:secret',
    documented({ answer: receivedSchema, form: {} }),
    async (c) => {
      const { secret } = c.req.param()
      // Whatever was sent as a secret: a line break in the header of an answer would be a fault.
      const page = `/photo/${encodeURIComponent(secret)}`
      // A form without a script is answered by its page; a program by JSON.
      const isForm = (c.req.header('accept') ?? '').includes('text/html')
      const no = (refusal: Parameters<typeof refused>[1]) =>
        isForm ? c.redirect(`${page}?refused=${refusal.code}`, 303) : refused(c, refusal)
      // Before a byte of the body is read: whoever has no secret is not to make us read anything.
      const begun = deps.photoTickets.begin(secret)
      if (!begun.ok) return no(begun)
      try {
        const file = await uploadedFile(c)
        if (!file.ok) {
          deps.photoTickets.finish(secret, null)
          return no(file)
        }
        const photo = await receivePhoto(deps, file.value.bytes)
        const finished = deps.photoTickets.finish(secret, photo.ok ? photo.value : null)
        if (!photo.ok) return no(photo)
        if (!finished.ok) return no(finished)
      } catch (error) {
        deps.photoTickets.finish(secret, null)
        throw error
      }
      return isForm ? c.redirect(page, 303) : answered(c, { received: true } as const)
    },
  )
}

/**
 * The page a phone opens by its QR code; on the public mount only.
 * @example app.route('/photo', photoPageRoutes(deps)) // GET /photo/:secret
 */
export function photoPageRoutes(deps: Deps) {
  return new Hono<BoardEnv>().get('/:secret', documented({ file: 'text/html' }), (c) => {
    if (c.env.mount.kind !== 'public') return refused(c, refuse('request.not-found'))
    const ticket = deps.photoTickets.find(c.req.param('secret'))
    const [sheet] = ticket.ok ? deps.store.read.posting.sheets([ticket.value.postingId]) : []
    const board = deps.store.read.unit.boards().find(({ id }) => id === sheet?.boardId)
    if (!ticket.ok || !board) return c.html(endedPage(pageRequest(c)), 404)
    return c.html(photoPage(ticket.value, board.name, pageRequest(c)))
  })
}
