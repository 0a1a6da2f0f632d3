import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DutyFooting, DutyRow } from '../../../server/duty/views.ts'
import { href } from '../../shared/desk/route.ts'
import { dayText } from '../../shared/duty/day-text.ts'
import { DutyActions } from './duty-actions.tsx'
import { dutyName, wholeName } from '../../shared/duty/duty-name.ts'
import { dueWords } from '../../shared/duty/due-words.ts'
import { instantOf } from './use-board-day.ts'
import { explainDuty } from '../../shared/duty/explain.ts'

type Props = {
  readonly rows: readonly DutyRow[]
  readonly footing: DutyFooting
  readonly chosen: ReadonlySet<string>
  readonly choose: (ids: ReadonlySet<string>) => void
}

/** Duties as a table, with a box before each that can be given to a person. */
export function DutyTable({ rows, footing, chosen, choose }: Props) {
  const { t, i18n } = useTranslation(['duty', 'terms'])
  const reading = { today: footing.today, language: i18n.language }
  const now = Date.parse(instantOf(footing.clock))
  const assignable = rows.filter((row) => row.may.assign)
  const all = assignable.length > 0 && assignable.every((row) => chosen.has(row.id))
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    choose(next)
  }
  return (
    <table className="plain dl-table">
      <thead>
        <tr>
          <th scope="col" className="dl-box">
            {assignable.length > 0 && (
              <Checkbox
                aria-label={t('duty:list.chooseAll')}
                checked={all}
                indeterminate={!all && assignable.some((row) => chosen.has(row.id))}
                onChange={(event) =>
                  choose(event.target.checked ? new Set(assignable.map((row) => row.id)) : new Set())
                }
              />
            )}
          </th>
          <th scope="col">{t('duty:list.due')}</th>
          <th scope="col">{t('duty:list.unit')}</th>
          <th scope="col">{t('duty:list.item')}</th>
          <th scope="col">{t('duty:list.person')}</th>
          <th scope="col">{t('duty:list.standing')}</th>
          <th scope="col">
            <span className="hidden-text">{t('duty:list.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const name = dutyName(row, footing.today, t)
          const whole = wholeName(row, footing.today, t)
          const due = dueWords(row, now, reading, t)
          const { rule, doubts } = explainDuty(row, reading, t)
          return (
            <tr key={row.id} className={chosen.has(row.id) ? 'dl-on' : undefined}>
              <td className="dl-box">
                {row.may.assign && (
                  <Checkbox
                    aria-label={t('duty:list.choose', { name: whole })}
                    checked={chosen.has(row.id)}
                    onChange={(event) => toggle(row.id, event.target.checked)}
                  />
                )}
              </td>
              <td className="nowrap">
                {dayText(row.due, footing.today, i18n.language)}
                {row.provisional && <span className="dl-mark">{t('duty:calendar.provisional')}</span>}
              </td>
              <td>{row.unit.kind === 'TOWNSHIP' ? t('terms:unitKind.TOWNSHIP') : row.unit.name}</td>
              <td className="dl-item">
                <a href={href(`/duties/${encodeURIComponent(row.id)}`)}>{name}</a>
                <p className="dt-why" title={rule}>
                  {rule}
                </p>
                {doubts.map((doubt) => (
                  <span key={doubt} className="dt-tag dt-tag-doubt">
                    {doubt}
                  </span>
                ))}
              </td>
              <td className="nowrap">
                {row.assignee?.name ?? <span className="soft">{t('duty:act.nobody')}</span>}
              </td>
              <td className={`nowrap dt-due dt-${due.tone}`}>
                <b>{row.closing === null ? t(`terms:dutyState.${row.state}`) : due.main}</b>
                <span className="soft">
                  {row.closing === null && due.tone !== 'plain' ? due.main : due.sub}
                </span>
              </td>
              <td>
                <DutyActions row={row} name={whole} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
