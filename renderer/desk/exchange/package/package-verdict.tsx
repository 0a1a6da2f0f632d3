import { useTranslation } from 'react-i18next'
import type { PackageProof } from '../../../../sealed/verify-package.ts'
import { byteSize } from '../../../shared/ui/byte-size.ts'
import { instantText } from '../../../shared/ui/instant-text.ts'
import { refusalText } from '../../../shared/ui/refusal-message.tsx'
import { RefusalError } from '../../../shared/request.ts'

type RefusedProps = { readonly name: string; readonly error: unknown }

/** A package that did not pass; the sentence of the refusal names the broken place and what to do. */
export function PackageRefused({ name, error }: RefusedProps) {
  const { t, i18n } = useTranslation('exchange')
  const code = error instanceof RefusalError ? error.code : ''
  return (
    <div className="package-verdict bad" role="alert">
      {code.startsWith('package.') && <p className="verdict-title">{t('verify.notProved', { name })}</p>}
      <p>{refusalText(i18n, error)}</p>
    </div>
  )
}

type ProvedProps = { readonly name: string; readonly proof: PackageProof }

/** A package that passed, and what it says of itself. */
export function PackageProved({ name, proof }: ProvedProps) {
  const { t } = useTranslation('exchange')
  return (
    <div className="package-verdict good" role="status">
      <p className="verdict-title">{t('verify.proved', { name })}</p>
      <p>
        {t('verify.provedFrom', {
          office: proof.office.name,
          uscc: proof.office.uscc,
          sequence: proof.sequence,
        })}
      </p>
      <p>
        {t('verify.provedHolds', {
          editions: proof.counts.editions,
          withdrawals: proof.counts.withdrawals,
          attachments: proof.counts.attachments,
          size: byteSize(proof.size),
          at: instantText(proof.claimedAt),
        })}
      </p>
      <p className="soft">
        {t(proof.keyTrusted === true ? 'verify.keyTrusted' : 'verify.keyUnknown', {
          key: proof.keyId.slice(0, 16),
        })}
      </p>
    </div>
  )
}
