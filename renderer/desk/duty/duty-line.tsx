import { useTranslation } from 'react-i18next'
import type { DutyRow } from '../../../server/duty/views.ts'
import { href } from '../../shared/desk/route.ts'
import { DutyActions } from './duty-actions.tsx'
import { dueWords } from '../../shared/duty/due-words.ts'
import { wholeName } from '../../shared/duty/duty-name.ts'
import { explainDuty } from '../../shared/duty/explain.ts'
import { Unbroken } from './unbroken.tsx'
import { StepsTable } from './steps-table.tsx'

type Props = { readonly row: DutyRow; readonly today: string; readonly now: number }

/** One duty: how it stands, what it is, why it is due then, and what to do. */
export function DutyLine({ row, today, now }: Props) {
  const { t, i18n } = useTranslation(['duty', 'terms'])
  const reading = { today, language: i18n.language }
  const due = dueWords(row, now, reading, t)
  const { rule, arithmetic, doubts } = explainDuty(row, reading, t)
  const whole = wholeName(row, today, t)
  const sentence = arithmetic === '' ? rule : t('duty:line.because', { rule, arithmetic })
  return (
    <li className="dt-line">
      <p className={`dt-due dt-${due.tone}`}>
        <b>{due.main}</b>
        <span>{due.sub}</span>
      </p>
      <div className="dt-what">
        <p className="dt-title">
          <a href={href(`/duties/${encodeURIComponent(row.id)}`)}>{whole}</a>
        </p>
        <p className="dt-why">
          <Unbroken text={sentence} />
        </p>
        <div className="dt-foot">
          {doubts.map((doubt) => (
            <span key={doubt} className="dt-tag dt-tag-doubt">
              {doubt}
            </span>
          ))}
          {row.draft !== null && (
            <span className="dt-tag">
              {t(`terms:noticeState.${row.draft.state}`, { defaultValue: row.draft.state })}
            </span>
          )}
          {row.assignee !== null && (
            <span className="dt-tag">{t('duty:line.assignee', { name: row.assignee.name })}</span>
          )}
          {row.closing !== null && row.closing.reason !== '' && (
            <span className="dt-tag">{t('duty:line.reason', { reason: row.closing.reason })}</span>
          )}
          {row.steps.length > 1 && (
            <details className="dt-details">
              <summary>{t('duty:line.steps')}</summary>
              <StepsTable steps={row.steps} today={today} hours={row.dueAt !== null} />
            </details>
          )}
        </div>
      </div>
      <DutyActions row={row} name={whole} />
    </li>
  )
}
