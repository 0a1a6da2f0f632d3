import { Hono } from 'hono'
import { clockState } from '../../domain/notice/publish-time.ts'
import type { Deps } from '../deps.ts'
import { type BoardEnv, deskOnly } from '../trust.ts'
import type { ReplicaFace } from './replica-face.ts'
import { glassAddress, replicaPage } from './replica-page.ts'

function field(form: Readonly<Record<string, unknown>>, name: string, most: number): string {
  const value = form[name]
  return typeof value === 'string' ? value.slice(0, most) : ''
}

/**
 * The page behind a replica's desk mount, and the two things it can do. No desk, no sign-in: there is nothing here to change but
 * with which office this computer is paired, and that asks for a code of that office's desk.
 * @example app.route('/', replicaPageRoutes(deps, face))
 */
export function replicaPageRoutes(deps: Deps, face: ReplicaFace) {
  return new Hono<BoardEnv>()
    .use('/desk/*', deskOnly())
    .get('/desk/', (c) => {
      const trusted = clockState(deps.clock.now(), deps.store.read.audit.latestInstant()) === 'TRUSTED'
      return c.html(
        replicaPage({
          face,
          source: deps.source(),
          clockTrusted: trusted,
          kiosk: glassAddress(c.env.mount.publicAddress()),
          acceptLanguage: c.req.header('accept-language') ?? '',
          nonce: c.var.cspNonce,
          said: (c.req.query('said') ?? '').slice(0, 60),
        }),
      )
    })
    .post('/desk/replica/pair', async (c) => {
      const form = await c.req.parseBody()
      const paired = await face.pair({
        address: field(form, 'address', 200),
        code: field(form, 'code', 20),
        name: field(form, 'name', 40),
      })
      return c.redirect(`/desk/?said=${paired.ok ? 'paired' : paired.code}`, 303)
    })
    .post('/desk/replica/pull', async (c) => {
      const pulled = await face.pull()
      return c.redirect(`/desk/?said=${pulled.ok ? 'pulled' : pulled.code}`, 303)
    })
}
