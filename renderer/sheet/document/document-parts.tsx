import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { Body } from '../../../domain/notice/body.ts'
import type { Closing } from '../closing.ts'
import { bringsSignatures, sealedIndent } from './document-rules.ts'

const CHINESE = { lng: 'zh-Hans' } as const

/** 附件说明: one name for each attachment. */
export function Attachments(props: { readonly names: readonly string[] }) {
  const { t } = useTranslation('sheet')
  const isOne = props.names.length === 1
  if (props.names.length === 0) return null
  return (
    <div className="attachments">
      <span>{t('attachments', CHINESE)}</span>
      <ol>
        {props.names.map((name, index) => (
          <li key={index}>
            {isOne ? null : <span className="attachment-number">{index + 1}.</span>}
            <span>{name}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function SealedSignature(props: { readonly signature: string | null; readonly date: string }) {
  const { signature, date } = props
  return (
    <div
      className="signature signature-sealed"
      style={{ '--indent': sealedIndent(signature ?? '', date) } as CSSProperties}
    >
      {signature === null ? null : <p>{signature}</p>}
      <p className="signature-day">{date}</p>
      <span className="seal-space" aria-hidden="true" />
    </div>
  )
}

/**
 * 发文机关署名 and 成文日期 (GB/T 9704-2012, 7.3.5): with room for the seal the date stands four characters in and the name is
 * centred over it; without, the name stands two characters in.
 */
export function Signature(props: { readonly closing: Closing; readonly seal: boolean }) {
  const { signature, date } = props.closing
  if (signature === null && date === null) return null
  if (props.seal && date !== null) return <SealedSignature signature={signature} date={date} />
  return (
    <div className="signature">
      {signature === null ? null : <p>{signature}</p>}
      {date === null ? null : <p className={signature === null ? '' : 'signature-date'}>{date}</p>}
    </div>
  )
}

/** Room to sign under village accounts, where the text brings none (domain book §4.3). */
export function FinanceSignatures({ body }: { readonly body: Body }) {
  const { t } = useTranslation('sheet')
  if (bringsSignatures(body)) return null
  return (
    <div className="finance-signatures">
      {(['director', 'accountant', 'supervisor'] as const).map((who) => (
        <p key={who}>
          <span>{t(`finance.${who}`, CHINESE)}</span>
          <span className="finance-blank" />
        </p>
      ))}
    </div>
  )
}
