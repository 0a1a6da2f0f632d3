import { useTranslation } from 'react-i18next'
import type { CatalogueRow } from '../../../../domain/catalogue/catalogue-item.ts'
import type { RowField } from '../../../../server/catalogue/views.ts'
import { deadlineWords, displayWords } from '../rule/deadline-words.ts'

const OWN = {
  deadlineRule: 'field.deadlineRule',
  displayPeriod: 'field.displayPeriod',
  disclosureScope: 'field.disclosureScope',
  deadlineRuleSet: 'field.deadlineRuleSet',
  extra: 'field.extra',
  sourceSheet: 'field.sourceSheet',
  sourceRow: 'field.sourceRow',
} as const

/** Name and content of any field of a row in words, for showing two states side by side. */
export function useFieldWords() {
  const { t } = useTranslation(['catalogue', 'desk', 'terms'])
  const comma = t('desk:common.listComma')
  const label = (field: RowField): string => {
    if (field in OWN) return t(`catalogue:${OWN[field as keyof typeof OWN]}`)
    return t(`desk:catalogue.column.${field as Exclude<RowField, keyof typeof OWN>}`)
  }
  const value = (row: CatalogueRow, field: RowField): string => {
    switch (field) {
      case 'deadlineRule':
        return row.deadlineRule === null ? '' : deadlineWords(row.deadlineRule, t)
      case 'displayPeriod':
        return row.displayPeriod === null ? '' : displayWords(row.displayPeriod, t)
      case 'disclosureScope':
        return t(`terms:disclosureScope.${row.disclosureScope}`)
      case 'deadlineRuleSet':
        return t(row.deadlineRuleSet ? 'desk:common.yes' : 'desk:common.no')
      case 'audience':
        return t(`desk:catalogue.audience.${row.audience}`)
      case 'disclosureMode':
        return t(`desk:catalogue.mode.${row.disclosureMode}`)
      case 'channels':
      case 'levels':
        return row[field].join(comma)
      case 'extra':
        return Object.entries(row.extra)
          .filter(([, text]) => text !== '')
          .map(([name, text]) => `${name}${t('catalogue:words.colon')}${text}`)
          .join('\n')
      case 'sourceRow':
        return row.sourceRow === 0 ? '' : String(row.sourceRow)
      default:
        return row[field]
    }
  }
  return { label, value }
}
