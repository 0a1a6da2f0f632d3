import { useTranslation } from 'react-i18next'
import type { CatalogueRow } from '../../../../domain/catalogue/catalogue-item.ts'
import { deadlineWords, displayWords } from './deadline-words.ts'

type Props = {
  readonly row: Pick<CatalogueRow, 'deadlineText' | 'deadlineRule' | 'deadlineRuleSet' | 'displayPeriod'>
}

/** What was understood of a deadline, and the county's own words under it. */
export function DeadlineCell({ row }: Props) {
  const { t } = useTranslation(['catalogue', 'terms'])
  const display = row.displayPeriod === null ? '' : displayWords(row.displayPeriod, t)
  const understood = [row.deadlineRule === null ? '' : deadlineWords(row.deadlineRule, t), display].filter(
    Boolean,
  )
  return (
    <>
      <div className={row.deadlineRule === null ? 'deadline doubt' : 'deadline'}>
        {row.deadlineRule === null && (
          <span>
            {t(row.deadlineText.trim() === '' ? 'catalogue:deadline.none' : 'catalogue:deadline.unset')}
          </span>
        )}
        {understood.length > 0 && <span>{understood.join(t('catalogue:words.semicolon'))}</span>}
        {row.deadlineRuleSet && <span className="pill">{t('catalogue:deadline.byHand')}</span>}
      </div>
      {row.deadlineText !== '' && !understood.includes(row.deadlineText.trim()) && (
        <div className="original" title={row.deadlineText}>
          {row.deadlineText}
        </div>
      )}
    </>
  )
}
