import type { StoredCountyCard } from '../../../db/repos/county-card-repo.ts'
import type { CountyCard } from '../../../domain/exchange/card.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { readCountyCard } from '../../../sealed/card.ts'
import type { ProvedDocument } from '../../../sealed/signed-document.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { countyView } from './enrolment-view.ts'
import { nextPackageKey, officeKeyIds } from './office-keys.ts'
import { keyView } from './package-key-change.ts'
import type { CountyCardChange, CountyCardPreview, CountyCardView } from './views.ts'

/** What the person has decided after the card was shown. */
export type CardDecision = {
  /** Key of the card that was shown and compared. */
  readonly keyId: string
  /** Another county's key is to take the place of the one that counts. */
  readonly replace: boolean
}

function cardView({ document, keyId }: ProvedDocument<CountyCard>): CountyCardView {
  return {
    name: document.county.name,
    code: document.county.code,
    instanceId: document.county.instanceId,
    key: keyView(keyId),
    address: document.address,
    hasCertificate: document.certificate !== null,
    claimedAt: document.claimedAt,
  }
}

function changeOf(
  current: StoredCountyCard | undefined,
  { document, keyId }: ProvedDocument<CountyCard>,
): CountyCardChange {
  if (!current) return 'NEW'
  if (current.keyId !== keyId) return 'OTHER_KEY'
  const { county, address, certificate } = document
  const same =
    current.name === county.name &&
    current.code === county.code &&
    current.instanceId === county.instanceId &&
    current.recipient === county.recipient &&
    current.address === address &&
    current.certificate === certificate
  return same ? 'SAME' : 'UPDATE'
}

/** The card, if it is for this office and for a key of it that the county may still go by. */
function readCard(deps: Deps, text: string | Uint8Array): Result<ProvedDocument<CountyCard>> {
  const office = deps.store.read.office.office()
  if (!office) return refuse('office.not-set-up')
  // A copy over the clipboard or from an editor ends with a new line.
  const card = readCountyCard(typeof text === 'string' ? text.trim() : text)
  if (!card.ok) return card
  const { office: named } = card.value.document
  if (named.uscc !== office.uscc) return refuse('enrolment.other-office')
  const [present] = officeKeyIds(deps.dataFolder)
  const own = [present, nextPackageKey(deps.dataFolder)?.keyId]
  return own.includes(named.keyId) ? card : refuse('enrolment.other-key')
}

/**
 * Shows what a county's card says, and what it would change; nothing is taken. Needs ADMINISTRATOR. Refuses
 * `enrolment.not-a-card`, `enrolment.signature-invalid`, `enrolment.other-office`, and `enrolment.other-key` when it was made for
 * another key of this office than the present one.
 * @example previewCountyCard(deps, administrator, text)
 */
export function previewCountyCard(
  deps: Deps,
  principal: Principal,
  text: string | Uint8Array,
): Result<CountyCardPreview> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const card = readCard(deps, text)
  if (!card.ok) return card
  const [current] = deps.store.read.countyCard.all()
  return accept({
    taken: false,
    change: changeOf(current, card.value),
    card: cardView(card.value),
    replaces: current ? countyView(current) : null,
  })
}

/**
 * Takes a county's card in after a person has compared its key words; what it replaces stays on record. The same card again changes
 * nothing. Needs ADMINISTRATOR. Refuses what `previewCountyCard` refuses, `enrolment.not-a-card` when it is not the card that was shown, and
 * `enrolment.already` when another key is on record and the person did not say that it is to be replaced.
 * @example takeCountyCard(deps, administrator, text, { keyId, replace: false })
 */
export function takeCountyCard(
  deps: Deps,
  principal: Principal,
  text: string | Uint8Array,
  decision: CardDecision,
): Result<CountyCardPreview> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const card = readCard(deps, text)
  if (!card.ok) return card
  const { document, keyId, publicKey } = card.value
  if (keyId !== decision.keyId) return refuse('enrolment.not-a-card')
  return deps.store.tx((write, read): Result<CountyCardPreview> => {
    const [current] = read.countyCard.all()
    const change = changeOf(current, card.value)
    const replaces = current ? countyView(current) : null
    if (change === 'OTHER_KEY' && !decision.replace) return refuse('enrolment.already')
    if (change === 'SAME') return accept({ taken: true, change, card: cardView(card.value), replaces })
    const { county, address, certificate } = document
    const id = write.countyCard.add({
      name: county.name,
      code: county.code,
      instanceId: county.instanceId,
      keyId,
      publicKey,
      recipient: county.recipient,
      address,
      certificate,
      card: typeof text === 'string' ? text.trim() : Buffer.from(text).toString('utf8'),
      addedBy: principal.id,
      addedAt: deps.clock.now(),
    })
    record(
      deps,
      write,
      principal,
      current ? 'county.replace' : 'county.enrol',
      { kind: 'county', id: county.code },
      { card: id, keyId, ...(current && { formerKeyId: current.keyId }) },
    )
    return accept({ taken: true, change, card: cardView(card.value), replaces })
  })
}
