import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { Deps } from '../../server/deps.ts'

/** A county as the office has it on record, and the secret by which the county opens what comes. */
export type PlantedCounty = { readonly recipient: string; readonly identity: string }

/** Puts a county's card on record without the exchange of cards. */
export async function plantCounty(
  deps: Deps,
  accountId: string,
  of: { readonly keyId?: string; readonly instanceId?: string; readonly code?: string } = {},
): Promise<PlantedCounty> {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const { keyId = 'k'.repeat(64), instanceId = 'county-1', code = '990000' } = of
  deps.store.database
    .prepare(
      `INSERT INTO county_card (name, code, instance_id, key_id, public_key, recipient, address, certificate, card, added_by, added_at)
       VALUES ('示例县', ?, ?, ?, 'AAAA', ?, NULL, NULL, '{}', ?, ?)`,
    )
    .run(code, instanceId, keyId, recipient, accountId, deps.clock.now())
  return { recipient, identity }
}

/** Puts a receipt on record that says how far the county has got; no items. */
export function plantReceipt(
  deps: Deps,
  of: {
    readonly number: number
    readonly sequence: number
    readonly change: number
    readonly verdict?: 'ACCEPTED' | 'PARTLY_REJECTED' | 'HELD'
  },
): void {
  const instance = deps.store.read.office.instance()?.id ?? ''
  const seal = deps.store.read.exchange.bySequence(of.sequence)?.sealSha256 ?? ''
  const { number, sequence, change, verdict = 'ACCEPTED' } = of
  deps.store.database
    .prepare(
      `INSERT INTO receipt (county_instance_id, number, digest, instance_id, sequence, verdict, accepted, rejected, held_instance_id,
         held_sequence, held_seal, held_change, missing_from, waiting, unknown, claimed_at, came_as, place, document, taken_by, taken_at)
       VALUES ('01990000-0000-7000-8000-00000000c001', ?, 'd', ?, ?, ?, 1, 0, ?, ?, ?, ?, NULL, '[]', '[]', ?, 'FILE', 'NEW', '{"county":{"instance":{"former":[]}}}', NULL, ?)`,
    )
    .run(
      number,
      instance,
      sequence,
      verdict,
      instance,
      sequence,
      seal,
      change,
      deps.clock.now(),
      deps.clock.now(),
    )
}
