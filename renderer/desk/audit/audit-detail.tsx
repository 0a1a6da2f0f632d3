import { useTranslation } from 'react-i18next'
import type { AuditEventView } from '../../../server/audit/views.ts'

type Value = AuditEventView['detail'][string]

const HASH = /^[0-9a-f]{64}$/

/** The particulars of an event in words; a name without a word of its own is shown as it was written. */
export function AuditDetail({ detail }: { readonly detail: AuditEventView['detail'] }) {
  const { t } = useTranslation(['desk', 'terms'])
  const roles = (value: string) =>
    value
      .split(',')
      .map((role) => t(`terms:role.${role}`, { defaultValue: role }))
      .join(t('common.listComma'))
  const text = (name: string, value: Value): string => {
    if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no')
    if (value === null) return t('common.none')
    if (name === 'roles') return roles(String(value))
    if (name === 'reason') return t(`terms:withdrawalReason.${value}`, { defaultValue: String(value) })
    if (name === 'kind') return t(`terms:decisionKind.${value}`, { defaultValue: String(value) })
    return typeof value === 'string' && HASH.test(value) ? value.slice(0, 8) : String(value)
  }
  return (
    <ul className="detail">
      {Object.entries(detail).map(([name, value]) => (
        <li key={name} title={String(value)}>
          {t(`audit.detail.${name}`, { defaultValue: name })} {text(name, value)}
        </li>
      ))}
    </ul>
  )
}
