import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PrintJobView } from '../../../../server/display/print/views.ts'
import { useRefusalWords } from '../refusal-words.ts'
import type { SheetToPrint } from '../sheet-to-print.ts'
import { useTemplateName } from '../use-template-name.ts'
import { manyState } from './many-state.ts'

type Props = {
  readonly sheets: readonly SheetToPrint[]
  readonly jobs: readonly PrintJobView[]
  readonly open: (at: number) => void
}

/** The sheets in hanging order, each with how it stands. */
export function ManyTable({ sheets, jobs, open }: Props) {
  const { t } = useTranslation('print')
  const nameOf = useTemplateName()
  const refusalWords = useRefusalWords()
  return (
    <div className="pr-many-scroll card" tabIndex={0} role="group" aria-label={t('many.table')}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('many.order')}
            </th>
            <th scope="col">{t('many.sheet')}</th>
            <th scope="col">{t('many.template')}</th>
            <th scope="col" className="number">
              {t('many.pages')}
            </th>
            <th scope="col">{t('many.state')}</th>
            <th scope="col">
              <span className="hidden-text">{t('many.act')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sheets.map((sheet, at) => {
            const job = jobs[at]
            const state = job === undefined ? 'BUILDING' : manyState(job)
            return (
              <tr key={at}>
                <td className="number">{at + 1}</td>
                <td className="breakable">{sheet.title}</td>
                <td className="nowrap">{job?.template ? nameOf(job.template) : ''}</td>
                <td className="number">{job?.pages ?? ''}</td>
                <td>
                  <span className={`pill pr-state-${state}`}>{t(`many.states.${state}`)}</span>
                  {state === 'FAILED' && job !== undefined && (
                    <p className="bad">{refusalWords(job.refusal)}</p>
                  )}
                </td>
                <td className="end">
                  {job !== undefined && state !== 'BUILDING' && (
                    <Button
                      size="small"
                      aria-label={t('many.openOf', {
                        act: t(`many.open.${state}`),
                        number: at + 1,
                        title: sheet.title,
                      })}
                      onClick={() => open(at)}
                    >
                      {t(`many.open.${state}`)}
                    </Button>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
