import { useTranslation } from 'react-i18next'
import type { DutyCounts } from '../../../county/report/views.ts'
import { percentOf, timelyShare } from '../../../domain/exchange/timely-share.ts'

/** A share with its arithmetic; where there was nothing to count, words and never 0 %. */
export function ShareCell({ counts }: { readonly counts: DutyCounts }) {
  const { t } = useTranslation('county')
  const share = timelyShare(counts)
  if (share === null) return <span className="sub nowrap">{t('sheet.nothingDue')}</span>
  return (
    <>
      <b>{percentOf(share)}%</b>
      <div className="sub nowrap">
        {share.part} ÷ {share.whole}
      </div>
    </>
  )
}

/** Done over all, as two numbers and their share. */
export function CoverageCell({ part, whole }: { readonly part: number; readonly whole: number }) {
  const { t } = useTranslation('county')
  if (whole === 0) return <span className="sub nowrap">{t('sheet.nothingDue')}</span>
  return (
    <>
      <b>{percentOf({ part, whole })}%</b>
      <div className="sub nowrap">
        {part} ÷ {whole}
      </div>
    </>
  )
}
