import { useTranslation } from 'react-i18next'
import type { CivilDate } from '../../../../domain/notice/content.ts'
import { dayText } from '../../../shared/duty/day-text.ts'
import { explainDuty, type Explained } from '../../../shared/duty/explain.ts'
import { StepsTable } from '../../duty/steps-table.tsx'

/** Until when, by which rule, and how that was reckoned; every day of it on demand. */
export function DueNote(props: {
  readonly explained: Explained
  readonly late: boolean
  readonly today: CivilDate
}) {
  const { t, i18n } = useTranslation('notice')
  const { t: dutyWords } = useTranslation(['duty', 'terms'])
  const { explained, late, today } = props
  const reading = { today, language: i18n.language }
  const { rule, arithmetic, doubts } = explainDuty(explained, reading, dutyWords)
  const day = dayText(explained.target < today ? explained.due : explained.target, today, i18n.language)
  return (
    <div className="nt-due">
      <p className={late ? 'nt-due-day nt-bad' : 'nt-due-day'}>
        {t(late ? 'placement.dueLate' : 'placement.dueBy', { day })}
      </p>
      <p className="nt-soft">{rule}</p>
      {arithmetic === '' ? null : <p className="nt-soft">{arithmetic}</p>}
      {doubts.map((doubt) => (
        <p key={doubt} className="nt-warn">
          {doubt}
        </p>
      ))}
      {explained.steps.length > 1 ? (
        <details className="nt-due-steps">
          <summary>{dutyWords('duty:line.steps')}</summary>
          <StepsTable steps={explained.steps} today={today} hours={explained.dueAt !== null} />
        </details>
      ) : null}
    </div>
  )
}
