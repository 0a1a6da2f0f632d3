import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { type PairingAcceptance, pairingProof, sameProof } from './pairing-proof.ts'
import { isPublicKey, writePublicKey } from './request-signature.ts'
import type { PairingAnswer, PairingCodeView, PairingRequest, ReplicaList } from './views.ts'

/**
 * Opens a one-time code at the desk: ten minutes, five tries, in place of any other. Needs ADMINISTRATOR. Refuses
 * `trust.role-missing`.
 * @example openCode(deps, administrator)
 */
export function openCode(deps: Deps, principal: Principal): Result<PairingCodeView> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const { code, until } = deps.replicas.codes.open(principal.id)
  deps.store.tx((write) => {
    record(deps, write, principal, 'replica.pairing-code', { kind: 'replica', id: 'replica' }, {})
  })
  return accept({ code, until })
}

/**
 * Pairs the computer that knows the open code: it proves it over its own public key, and gets the office's key with a proof of
 * the same code over both. Whoever is in between can put in no key of their own. Refuses `replica.code-wrong` for a wrong,
 * used or expired code, without saying which.
 * @example await pairReplica(deps, { offer, proof })
 */
export async function pairReplica(
  deps: Deps,
  { offer, proof }: PairingRequest,
): Promise<Result<PairingAnswer>> {
  const tried = deps.replicas.codes.tryOnce()
  if (tried === null) return refuse('replica.code-wrong')
  const expected = await pairingProof(tried.signs, 'REPLICA', offer, null)
  if (!sameProof(expected, proof) || !isPublicKey(offer.publicKey)) return refuse('replica.code-wrong')
  const office = deps.store.read.office.office()
  const instance = deps.store.read.office.instance()
  if (!office || !instance) return refuse('office.not-set-up')
  const acceptance: PairingAcceptance = {
    replicaId: deps.ids.next(),
    instanceId: instance.id,
    office: { name: office.name, uscc: office.uscc },
    begunAt: instance.createdAt,
    publicKey: writePublicKey(deps.packageKey().publicKey),
  }
  const answered = await pairingProof(tried.signs, 'OFFICE', offer, acceptance)
  return deps.store.tx((write, read) => {
    // Somebody else paired with it while this proof was reckoned.
    if (!deps.replicas.codes.take(tried.signs)) return refuse('replica.code-wrong')
    if (read.replica.list().some((known) => known.publicKey === offer.publicKey)) {
      return refuse('replica.code-wrong')
    }
    const account = read.office.accountById(tried.openedBy)
    if (!account) return refuse('replica.code-wrong')
    write.replica.insert({
      id: acceptance.replicaId,
      name: offer.name,
      publicKey: offer.publicKey,
      pairedBy: account.id,
      pairedAt: deps.clock.now(),
    })
    const subject = { kind: 'replica', id: acceptance.replicaId }
    record(deps, write, { id: account.id, name: account.name }, 'replica.pair', subject, {})
    return accept({ acceptance, proof: answered })
  })
}

/**
 * Ends a pairing: from then on that computer is answered nothing, and shows what it has with its age. Needs ADMINISTRATOR.
 * Refuses `trust.role-missing`, `replica.not-found`.
 * @example endReplica(deps, administrator, id)
 */
export function endReplica(deps: Deps, principal: Principal, id: string): Result<true> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read) => {
    const known = read.replica.byId(id)
    if (!known || known.endedAt !== null) return refuse('replica.not-found')
    write.replica.end({ replicaId: id, accountId: principal.id, at: deps.clock.now() })
    record(deps, write, principal, 'replica.end', { kind: 'replica', id }, {})
    return accept(true)
  })
}

/**
 * The desk's page of replicas: those that are paired and how each last was, the code that is open, and where to point the other
 * computer.
 * @example replicaList(deps, ['http://192.168.1.5:8632']).replicas
 */
export function replicaList(deps: Deps, addresses: readonly string[]): ReplicaList {
  const code = deps.replicas.codes.current()
  return {
    replicas: deps.store.read.replica.list().map(({ id, name, pairedAt, endedAt, contact }) => ({
      ...{ id, name, pairedAt, endedAt },
      lost: contact?.journalLost ?? 0,
      refused: contact?.journalRefused ?? 0,
      last:
        contact === null || contact.lastAt === null
          ? null
          : {
              at: contact.lastAt,
              sequence: contact.snapshotSequence,
              programVersion: contact.programVersion,
              drift: contact.drift,
            },
    })),
    code: code && { code: code.code, until: code.until },
    addresses,
  }
}
