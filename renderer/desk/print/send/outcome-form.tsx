import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readPageRange, writePageRange } from '../../../../domain/sheet/page-range.ts'
import type { PrintJobView, PrintRun } from '../../../../server/display/print/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { tellOutcome, type Outcome } from '../../api/print-api.ts'
import { keepJob } from '../use-print-job.ts'
import { useRunWords } from './run-words.ts'

const CAME = ['ALL', 'PART', 'NOTHING'] as const

type Props = { readonly job: PrintJobView; readonly run: PrintRun }

/** Asks a person what really came out of the printer; the missing pages can then be printed alone. */
export function OutcomeForm({ job, run }: Props) {
  const { t } = useTranslation(['print', 'desk'])
  const queries = useQueryClient()
  const id = useId()
  const runWords = useRunWords()
  const [came, setCame] = useState<Outcome['came'] | null>(null)
  const [missing, setMissing] = useState('')
  const all = job.pages ?? 0
  const asked = readPageRange(run.pages, all) ?? []
  const typed = missing.trim() === '' ? null : readPageRange(missing, all)
  const lost = typed !== null && typed.every((page) => asked.includes(page)) ? typed : null
  const out = asked.filter((page) => lost?.includes(page) !== true)
  // Every page missing is another answer, and none missing too.
  const partly = lost !== null && out.length > 0
  const tell = useMutation({
    mutationFn: (outcome: Outcome) => tellOutcome(job.id, outcome),
    onSuccess: (told) => keepJob(queries, told),
  })
  return (
    <section className="pr-outcome" aria-label={t('print:outcome.title')}>
      <h3>{t('print:outcome.title')}</h3>
      <p className={job.state === 'UNSURE' ? 'pr-warn' : 'sub'}>
        {t(job.state === 'UNSURE' ? 'print:outcome.unsure' : 'print:outcome.look')}
      </p>
      <p>{runWords(run, all)}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (came === null || (came === 'PART' && !partly)) return
          tell.mutate({
            run: run.number,
            came,
            pages: came === 'PART' ? writePageRange(out) : '',
          })
        }}
      >
        <fieldset className="pr-came">
          <legend className="hidden-text">{t('print:outcome.title')}</legend>
          {CAME.filter((one) => one !== 'PART' || asked.length > 1).map((one) => (
            <label key={one} className="pr-radio">
              <input type="radio" name={id} checked={came === one} onChange={() => setCame(one)} />
              <span>{t(`print:outcome.came.${one}`)}</span>
            </label>
          ))}
        </fieldset>
        {came === 'PART' && (
          <div className="pr-field">
            <label htmlFor={`${id}missing`}>{t('print:outcome.missing')}</label>
            <Input
              id={`${id}missing`}
              autoFocus
              value={missing}
              placeholder={t('print:outcome.example')}
              status={missing !== '' && !partly ? 'error' : ''}
              aria-describedby={`${id}said`}
              onChange={({ target }) => setMissing(target.value)}
            />
            <p id={`${id}said`} className={missing !== '' && !partly ? 'bad' : 'sub'}>
              {missing !== '' && !partly
                ? t('print:outcome.wrong', { pages: writePageRange(asked) })
                : t('print:outcome.then')}
            </p>
          </div>
        )}
        <RefusalMessage error={tell.error} />
        <Button
          type="primary"
          htmlType="submit"
          disabled={came === null || (came === 'PART' && !partly)}
          loading={tell.isPending}
        >
          {t('print:outcome.do')}
        </Button>
      </form>
    </section>
  )
}
