import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { REFUSAL_CODES } from '../../domain/refusal-code.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Clock } from '../../platform/clock.ts'
import { readPairingCode } from '../pairing-code.ts'
import { pairingProof, type PairingOffer, sameProof } from './pairing-proof.ts'
import { pairingAnswerSchema } from './public-schemas.ts'
import { type Pairing, replicaPlaces, writeState } from './replica-folder.ts'
import { isPublicKey, writePublicKey } from './request-signature.ts'

const PATIENCE_MS = 30_000

/** Scheme, host and port; null for anything else. */
function originOf(typed: string): string | null {
  const text = /^https?:\/\//iu.test(typed.trim()) ? typed.trim() : `http://${typed.trim()}`
  if (!URL.canParse(text)) return null
  const { origin, pathname, protocol } = new URL(text)
  return ['http:', 'https:'].includes(protocol) && ['/', '/kiosk/', '/kiosk'].includes(pathname)
    ? origin
    : null
}

/**
 * Pairs this computer with an office by the code its desk shows: both prove that they know it, over both public keys, and only
 * then is anything kept, its fresh key with it. Pairing again, also with another office, takes the place of the former pairing. Refuses
 * `replica.address-invalid`, `replica.code-wrong`, `replica.office-unreachable`, `replica.office-unproven` when whoever answered
 * does not know the code.
 * @example await pairWithOffice({ dataFolder: '/data', address: '192.168.1.5:8632', code: 'K7Q2M-9TXBE', name: '', clock })
 */
export async function pairWithOffice(wish: {
  readonly dataFolder: string
  readonly address: string
  readonly code: string
  /** What the desk calls this computer; its own name when empty. */
  readonly name: string
  readonly clock: Clock
}): Promise<Result<Pairing>> {
  const address = originOf(wish.address)
  if (address === null) return refuse('replica.address-invalid')
  const signs = readPairingCode(wish.code)
  if (signs === null) return refuse('replica.code-wrong')
  // A key for this pairing alone: one that was paired before, or whose answer was lost on its way, never stands in its way.
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const offer: PairingOffer = {
    format: 'board-pairing/1',
    name: (wish.name.trim() || hostname()).slice(0, 40),
    publicKey: writePublicKey(publicKey),
    nonce: randomBytes(32).toString('base64'),
  }
  const proof = await pairingProof(signs, 'REPLICA', offer, null)
  const came = await send(address, { offer, proof })
  if (!came.ok) return came
  const answer = pairingAnswerSchema.safeParse(came.value)
  if (!answer.success) return refuse('replica.office-unproven')
  const { acceptance, proof: theirs } = answer.data
  const expected = await pairingProof(signs, 'OFFICE', offer, acceptance)
  if (!sameProof(expected, theirs) || !isPublicKey(acceptance.publicKey))
    return refuse('replica.office-unproven')
  const pairing: Pairing = {
    replicaId: acceptance.replicaId,
    instanceId: acceptance.instanceId,
    office: acceptance.office,
    begunAt: acceptance.begunAt,
    officeKey: acceptance.publicKey,
    address,
    name: offer.name,
    pairedAt: wish.clock.now(),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
  const places = replicaPlaces(wish.dataFolder)
  // Numbers count anew under the new name.
  writeState(places.counter, { reserved: 0 })
  writeState(places.pairing, pairing)
  return accept(pairing)
}

async function send(address: string, body: unknown): Promise<Result<unknown>> {
  try {
    const response = await fetch(`${address}/api/public/replicas/pairing`, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { 'content-type': 'application/json', origin: address },
      body: JSON.stringify(body),
    })
    const came = (await response.json()) as { code?: string }
    if (response.ok) return accept(came)
    const code = REFUSAL_CODES.find((one) => one === came.code)
    return refuse(code ?? 'replica.office-unreachable', { reason: String(response.status) })
  } catch (error) {
    const { cause, name } = error as Error & { cause?: { code?: string } }
    return refuse('replica.office-unreachable', { reason: cause?.code ?? name })
  }
}
