import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { AuditEventView } from '../../../server/audit/views.ts'

type Value = AuditEventView['detail'][string]

const HASH = /^[0-9a-f]{64}$/
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

// Particulars that hold codes of the vocabulary, one or several, and where their words stand.
const WORDS: Readonly<Record<string, readonly string[]>> = {
  roles: ['terms:role'],
  reason: ['terms:withdrawalReason'],
  kind: ['terms:decisionKind'],
  hitKind: ['terms:hitKind'],
  ground: ['terms:exemptionGround'],
  outcome: ['terms:reviewOutcome'],
  listKind: ['terms:listKind'],
  closing: ['duty:closing'],
  came: ['terms:printCame'],
  dutyKind: ['terms:dutyKind'],
  language: ['terms:language'],
  chain: ['terms:decisionKind'],
  referralResult: ['terms:referralResult'],
  matterKind: ['terms:matterKind'],
  matterRole: ['terms:matterRole'],
  entryStep: ['terms:entryStep'],
  adoption: ['terms:adoptionResult'],
  voidReason: ['terms:voidReason'],
  validity: ['terms:validity'],
  displayRun: ['terms:displayRun'],
  displayState: ['terms:displayState'],
  displayResult: ['terms:displayResult'],
  channel: ['terms:objectionChannel'],
  templateForm: ['terms:sheetForm'],
  scriptLead: ['terms:scriptLead'],
  scriptLayout: ['terms:scriptLayout'],
  fields: ['desk:office', 'desk:catalogue.column', 'register:undisclosed'],
}

function word(t: TFunction<readonly ['desk', 'terms']>, groups: readonly string[], code: string): string {
  for (const group of groups) {
    const found = t(`${group}.${code}`, { defaultValue: '' })
    if (found !== '') return found
  }
  return code
}

function valueText(t: TFunction<readonly ['desk', 'terms']>, name: string, value: Value): string {
  if (typeof value === 'boolean') return value ? t('desk:common.yes') : t('desk:common.no')
  if (value === null) return t('desk:common.none')
  if (typeof value === 'number') return String(value)
  const groups = WORDS[name]
  if (groups !== undefined) {
    return value
      .split(',')
      .map((code) => word(t, groups, code))
      .join(t('desk:common.listComma'))
  }
  if (HASH.test(value)) return value.slice(0, 8)
  return ID.test(value) ? value.slice(-6) : value
}

/** The particulars of an event in words; a name without a word of its own is shown as it was written. */
export function AuditDetail({ detail }: { readonly detail: AuditEventView['detail'] }) {
  const { t } = useTranslation(['desk', 'terms'] as const)
  return (
    <ul className="detail">
      {Object.entries(detail).map(([name, value]) => (
        <li key={name} title={String(value)}>
          {t(`desk:audit.detail.${name}`, { defaultValue: name })} {valueText(t, name, value)}
        </li>
      ))}
    </ul>
  )
}
