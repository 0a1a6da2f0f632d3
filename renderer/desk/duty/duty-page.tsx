import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DutyDetail } from '../../../server/duty/views.ts'
import { getDuty } from '../api/duty-api.ts'
import { href } from '../../shared/desk/route.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { DutyActions } from './duty-actions.tsx'
import { DutyDesk } from './duty-desk.tsx'
import { DutyFacts } from './duty-facts.tsx'
import { DutyHistory } from './duty-history.tsx'
import { dutyKey } from './duty-keys.ts'
import { dutyName } from '../../shared/duty/duty-name.ts'
import { dueWords } from '../../shared/duty/due-words.ts'
import { explainDuty } from '../../shared/duty/explain.ts'
import { StepsTable } from './steps-table.tsx'
import { Unbroken } from './unbroken.tsx'
import { useBoardDay } from './use-board-day.ts'
import { useBoardNow } from './use-board-now.ts'

type BodyProps = {
  readonly duty: DutyDetail
  readonly today: string
  readonly instant: string
  readonly saidAt: number
}

function Body({ duty, today, instant, saidAt }: BodyProps) {
  const { t, i18n } = useTranslation(['duty', 'terms'])
  const now = useBoardNow(instant, saidAt, duty.dueAt !== null)
  const reading = { today, language: i18n.language }
  const due = dueWords(duty, now, reading, t)
  const { rule, arithmetic, doubts } = explainDuty(duty, reading, t)
  const name = dutyName(duty, today, t)
  return (
    <>
      <PageHead
        title={name}
        sub={`${duty.unit.name}${t('duty:name.dot')}${t(`terms:dutyKind.${duty.kind}`)}`}
      >
        <DutyActions row={duty} name={name} onOwnPage />
      </PageHead>
      <div className="dp-columns">
        <div>
          <section className="card" aria-labelledby="duty-due">
            <h2>
              <span id="duty-due" className="strong">
                {t('duty:detail.due')}
              </span>
            </h2>
            <div className="card-body">
              <p className={`dp-due dt-due dt-${due.tone}`}>
                <b>{due.main}</b>
                <span>{due.sub}</span>
              </p>
              <p>
                <Unbroken text={rule} />
              </p>
              {arithmetic !== '' && (
                <p>
                  <Unbroken text={arithmetic} />
                </p>
              )}
              {doubts.length > 0 && (
                <p className="dt-tags">
                  {doubts.map((doubt) => (
                    <span key={doubt} className="dt-tag dt-tag-doubt">
                      {doubt}
                    </span>
                  ))}
                </p>
              )}
              {duty.steps.length > 0 && (
                <>
                  <h3 className="dp-steps">{t('duty:steps.title')}</h3>
                  <StepsTable steps={duty.steps} today={today} hours={duty.dueAt !== null} />
                </>
              )}
            </div>
          </section>
          <DutyHistory duty={duty} today={today} />
        </div>
        <DutyFacts duty={duty} today={today} />
      </div>
    </>
  )
}

/** One duty: until when and why, what was done, and everything else that is known of it. */
export function DutyPageOf({ id }: { readonly id: string }) {
  const { t } = useTranslation('duty')
  const { today, instant, saidAt } = useBoardDay()
  const answer = useQuery({
    queryKey: dutyKey(id),
    queryFn: ({ signal }) => getDuty(id, signal),
    staleTime: 0,
  })
  return (
    <DutyDesk today={today}>
      <a className="back" href={href('/duties')}>
        {t('detail.back')}
      </a>
      <QueryBody query={answer}>
        {(duty) => <Body duty={duty} today={today} instant={instant} saidAt={saidAt} />}
      </QueryBody>
    </DutyDesk>
  )
}
