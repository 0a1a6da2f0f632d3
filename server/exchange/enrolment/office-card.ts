import { cardFitsCode, OFFICE_CARD_FORMAT } from '../../../domain/exchange/card.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { loadAgeIdentity } from '../../../sealed/age-identity.ts'
import { writeOfficeCard } from '../../../sealed/card.ts'
import type { Deps } from '../../deps.ts'
import { keyView } from './package-key-change.ts'
import type { OfficeCardView } from './views.ts'

/**
 * The card by which this office introduces itself to its county, signed by its present key. Refuses `office.not-set-up`.
 * @example await officeCard(deps)
 */
export async function officeCard(deps: Deps): Promise<Result<OfficeCardView>> {
  const office = deps.store.read.office.office()
  const instance = deps.store.read.office.instance()
  if (!office || !instance) return refuse('office.not-set-up')
  const { toString: qrOf } = await import('qrcode')
  const { recipient } = await loadAgeIdentity(deps.dataFolder)
  const key = deps.packageKey()
  const { name, uscc, regionCode, indexTemplate } = office
  const text = writeOfficeCard(
    {
      format: OFFICE_CARD_FORMAT,
      office: { name, uscc, regionCode },
      instanceId: instance.id,
      recipient,
      indexTemplate,
      claimedAt: deps.clock.now(),
    },
    key,
  )
  return accept({
    fileName: `office-card-${uscc}.json`,
    text,
    qr: cardFitsCode(text) ? await qrOf(text, { type: 'svg', errorCorrectionLevel: 'L', margin: 4 }) : null,
    key: keyView(key.keyId),
  })
}
