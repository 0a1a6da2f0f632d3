import { useTranslation } from 'react-i18next'
import type { PackageProof } from '../../../server/exchange/verify-package.ts'
import { byteSize } from '../../shared/ui/byte-size.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { refusalText } from '../../shared/ui/refusal-message.tsx'
import { RefusalError } from '../../shared/request.ts'

// A file that is no package at all was only the wrong file.
const DAMAGE: readonly string[] = ['package.damaged', 'package.signature-invalid', 'package.unsafe-name']

type RefusedProps = { readonly name: string; readonly error: unknown }

/** A package that did not pass: which place is broken, and what to do with it. */
export function PackageRefused({ name, error }: RefusedProps) {
  const { t } = useTranslation('desk')
  const code = error instanceof RefusalError ? error.code : ''
  return (
    <div className="package-verdict bad" role="alert">
      {code.startsWith('package.') && <p className="verdict-title">{t('exchange.notProved', { name })}</p>}
      <p>{refusalText(t, error)}</p>
      {DAMAGE.includes(code) && <p>{t('exchange.notProvedDo')}</p>}
    </div>
  )
}

type ProvedProps = { readonly name: string; readonly proof: PackageProof }

/** A package that passed, and what it says of itself. */
export function PackageProved({ name, proof }: ProvedProps) {
  const { t } = useTranslation('desk')
  return (
    <div className="package-verdict good" role="status">
      <p className="verdict-title">{t('exchange.proved', { name })}</p>
      <p>
        {t('exchange.provedFrom', {
          office: proof.office.name,
          uscc: proof.office.uscc,
          sequence: proof.sequence,
        })}
      </p>
      <p>
        {t('exchange.provedHolds', {
          editions: proof.counts.editions,
          withdrawals: proof.counts.withdrawals,
          attachments: proof.counts.attachments,
          size: byteSize(proof.size),
          at: instantText(proof.createdAt),
        })}
      </p>
      <p className="soft">
        {t(proof.keyTrusted === true ? 'exchange.keyTrusted' : 'exchange.keyUnknown', {
          key: proof.keyId.slice(0, 16),
        })}
      </p>
    </div>
  )
}
