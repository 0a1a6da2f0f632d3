import { networkInterfaces } from 'node:os'
import { Hono } from 'hono'
import { answered, refused } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { requireRole } from '../principal.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { endReplica, openCode, replicaList } from './pair-replica.ts'

/** Addresses under which the other computer finds this one; none while the public mount is not on the network. */
function addressesOf(lanAddress: string | null): readonly string[] {
  if (lanAddress === null) return []
  const { port } = new URL(lanAddress)
  const own = Object.values(networkInterfaces())
    .flatMap((of) => of ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}`)
  return own.length > 0 ? own : [lanAddress]
}

/**
 * Replicas at the desk, for administrators.
 * @example app.route('/api/desk', replicaDeskRoutes(deps)) // GET /api/desk/replicas
 */
export function replicaDeskRoutes(deps: Deps) {
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/replicas', (c) => {
      const allowed = requireRole(c.var.principal, 'ADMINISTRATOR')
      if (!allowed.ok) return refused(c, allowed)
      return answered(c, replicaList(deps, addressesOf(c.env.mount.lanAddress?.() ?? null)))
    })
    .post('/replicas/pairing-code', (c) => {
      const opened = openCode(deps, c.var.principal)
      return opened.ok ? answered(c, opened.value) : refused(c, opened)
    })
    .post('/replicas/:id/end', (c) => {
      const ended = endReplica(deps, c.var.principal, c.req.param('id'))
      if (!ended.ok) return refused(c, ended)
      return answered(c, replicaList(deps, addressesOf(c.env.mount.lanAddress?.() ?? null)))
    })
}
