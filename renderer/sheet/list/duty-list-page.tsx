import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { DutyLine, DutyListPaper } from '../../../server/duty/duty-list-pdf.ts'
import { dayText } from '../../shared/duty/day-text.ts'
import { dueWords } from '../../shared/duty/due-words.ts'
import { dutyName } from '../../shared/duty/duty-name.ts'
import { explainDuty, type DutyT, type Reading } from '../../shared/duty/explain.ts'
import './duty-list.css'
import type { FaceProps } from '../face.ts'

function standing(line: DutyLine, now: number, reading: Reading, t: DutyT): string {
  const due = dueWords(line, now, reading, t)
  if (line.closing !== null)
    return due.sub === '' ? due.main : t('duty:paper.pair', { one: due.main, two: due.sub })
  return due.tone === 'plain' ? t(`terms:dutyState.${line.state}`) : due.main
}

function ground(line: DutyLine, reading: Reading, t: DutyT): string {
  const { rule, doubts } = explainDuty({ ...line, steps: [] }, reading, t)
  return [rule, ...doubts].join(t('duty:paper.semicolon'))
}

function Lines({ paper }: { readonly paper: DutyListPaper }) {
  const { t, i18n } = useTranslation(['duty', 'terms'])
  const reading = { today: paper.today, language: i18n.language }
  const now = Date.parse(paper.now)
  return (
    <table className="dlp-table">
      <thead>
        <tr>
          <th className="dlp-number">{t('duty:paper.number')}</th>
          <th className="dlp-unit">{t('duty:list.unit')}</th>
          <th>{t('duty:list.item')}</th>
          <th className="dlp-due">{t('duty:list.due')}</th>
          <th className="dlp-ground">{t('duty:paper.ground')}</th>
          <th className="dlp-person">{t('duty:list.person')}</th>
          <th className="dlp-standing">{t('duty:list.standing')}</th>
        </tr>
      </thead>
      <tbody>
        {paper.lines.map((line, index) => (
          <tr key={line.id} className={line.state === 'OVERDUE' ? 'dlp-late' : undefined}>
            <td className="dlp-number">{index + 1}</td>
            <td>{line.unit.kind === 'TOWNSHIP' ? t('terms:unitKind.TOWNSHIP') : line.unit.name}</td>
            <td>{dutyName(line, paper.today, t)}</td>
            <td>
              {dayText(line.due, paper.today, i18n.language)}
              {line.target < line.due && (
                <div>{t('duty:due.shouldBy', { day: dayText(line.target, paper.today, i18n.language) })}</div>
              )}
              {line.provisional && <div>{t('duty:calendar.provisional')}</div>}
            </td>
            <td className="dlp-small">{ground(line, reading, t)}</td>
            <td>{line.assignee?.name ?? ''}</td>
            <td>{standing(line, now, reading, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Paper({ paper }: { readonly paper: DutyListPaper }) {
  const { t, i18n } = useTranslation(['duty', 'terms'])
  const full = (date: string) => dayText(date, '', i18n.language)
  const late = paper.lines.filter((line) => line.state === 'OVERDUE').length
  const narrowed = [
    paper.unit === null ? '' : t('duty:paper.unit', { name: paper.unit }),
    paper.regime === null ? '' : t('duty:paper.regime', { name: t(`terms:regime.${paper.regime}`) }),
    paper.person === null ? '' : t('duty:paper.person', { name: paper.person }),
  ].filter((word) => word !== '')
  const total =
    paper.lines.length === 0
      ? t('duty:list.empty')
      : late === 0
        ? t('duty:paper.total', { count: paper.lines.length })
        : t('duty:paper.totalLate', { count: paper.lines.length, late })
  useEffect(() => {
    const marks = document.documentElement.dataset
    void document.fonts.ready.then(() => {
      marks.lastLine = total
      marks.ready = 'true'
    })
  }, [total])
  return (
    <article className="dlp">
      <h1>
        {paper.office}
        <br />
        {t('duty:paper.title')}
      </h1>
      <p className="dlp-about">
        <span>{t('duty:paper.span', { from: full(paper.from), to: full(paper.to) })}</span>
        {narrowed.map((word) => (
          <span key={word}>{word}</span>
        ))}
        <span className="dlp-made">{t('duty:paper.made', { day: full(paper.today) })}</span>
      </p>
      {paper.lines.length > 0 && <Lines paper={paper} />}
      <p className={paper.lines.length === 0 ? 'dlp-empty' : 'dlp-total'}>{total}</p>
    </article>
  )
}

/** The list of duties of a sheet laid ready for printing. */
export function DutyListSheet({ sheet }: FaceProps<'DUTY_LIST'>) {
  return <Paper paper={sheet.data} />
}
