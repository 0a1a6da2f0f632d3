import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { sha256 } from '../../platform/sha256.ts'
import type { StoredReplica } from '../../db/repos/replica-repo.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { statusOf } from '../../platform/errors.ts'
import { refusalBody } from '../../platform/refusal-body.ts'
import type { BoardEnv } from '../trust.ts'
import { isSignedBy, REPLICA_HEADERS } from './request-signature.ts'

/** A replica that asked, with how far its clock is from ours, in seconds. */
export type AskingReplica = { readonly replica: StoredReplica; readonly drift: number }

const callers = new WeakMap<object, AskingReplica>()

const NOTHING = new Uint8Array()

/**
 * Who signed a request. Each number of a replica is answered once, also after a restart of the office; then, and only to the
 * holder of the key, the number to go on from is told. The body is read only for a replica that is known by name. Refuses
 * `replica.office-restored` for a request that means another board than this one, `replica.unknown` for anybody else and for an
 * ended pairing, `replica.request-repeated` with the number.
 */
async function askingReplica(deps: Deps, c: Context): Promise<Result<AskingReplica>> {
  const header = (name: string) => c.req.header(name) ?? ''
  const replica = deps.store.read.replica.byId(header(REPLICA_HEADERS.id))
  const instanceId = deps.store.read.office.instance()?.id ?? ''
  const meant = header(REPLICA_HEADERS.instance)
  // A backup that was brought back may know this replica or not: by the id it meant the replica learns which of the two it is.
  if (meant !== '' && meant !== instanceId) return refuse('replica.office-restored')
  const counter = Number(header(REPLICA_HEADERS.counter))
  const at = header(REPLICA_HEADERS.at)
  if (!replica || replica.endedAt !== null || !Number.isSafeInteger(counter)) return refuse('replica.unknown')
  const body = c.req.method === 'GET' ? NOTHING : new Uint8Array(await c.req.arrayBuffer())
  const { pathname, search } = new URL(c.req.url)
  const signed = isSignedBy(
    replica.publicKey,
    {
      method: c.req.method,
      path: pathname + search,
      bodySha256: sha256(body),
      replicaId: replica.id,
      instanceId,
      counter,
      at,
    },
    header(REPLICA_HEADERS.signature),
  )
  if (!signed) return refuse('replica.unknown')
  if (!deps.replicas.counters.take(replica.id, counter)) {
    return refuse('replica.request-repeated', { last: deps.replicas.counters.last(replica.id) })
  }
  const drift = Math.round((Date.parse(at) - Date.parse(deps.clock.now())) / 1000)
  return accept({ replica, drift: Number.isFinite(drift) ? drift : 0 })
}

/**
 * Lets only paired replicas through, before anything of what they sent is parsed; `callerOf` says which one it is. Refuses
 * `replica.unknown`, `replica.office-restored`, `replica.request-repeated`.
 * @example routes.get('/replica/manifest', fromReplica(deps), (c) => callerOf(c).replica)
 */
export function fromReplica(deps: Deps) {
  return createMiddleware<BoardEnv>(async (c, next) => {
    const asking = await askingReplica(deps, c)
    if (!asking.ok) return c.json(refusalBody(asking, c.var.requestId), statusOf(asking.code))
    callers.set(c, asking.value)
    return next()
  })
}

/**
 * The replica that was let through. @throws where `fromReplica` does not stand before the route.
 * @example callerOf(c).drift
 */
export function callerOf(c: object): AskingReplica {
  const caller = callers.get(c)
  if (!caller) throw new Error('only behind fromReplica')
  return caller
}
