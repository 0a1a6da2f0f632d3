import { useMutation } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ConsultationView, MatterDetail } from '../../../server/matter/views.ts'
import { dayText } from '../../shared/duty/day-text.ts'
import { explainReckoning } from '../../shared/duty/explain.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { dropConsultation } from '../api/matter-api.ts'
import { href } from '../../shared/desk/route.ts'
import { ConsultationPill } from './consultation-pill.tsx'
import { opinionsPath } from './matter-keys.ts'
import { RewriteFeedback } from './rewrite-feedback.tsx'
import { useMatterRefresh } from './use-matter-refresh.ts'

function DropPlan({ id }: { readonly id: string }) {
  const { t } = useTranslation('matter')
  const refresh = useMatterRefresh()
  const drop = useMutation({ mutationFn: () => dropConsultation(id), onSuccess: refresh })
  return (
    <>
      <Popconfirm title={t('consultation.dropSure')} onConfirm={() => drop.mutate()}>
        <Button type="text" loading={drop.isPending}>
          {t('consultation.drop')}
        </Button>
      </Popconfirm>
      <RefusalMessage error={drop.error} />
    </>
  )
}

/** A consultation: its period with the arithmetic, its channels, its opinions. */
export function ConsultationCard(props: {
  readonly matter: MatterDetail
  readonly consultation: ConsultationView
  readonly replan: () => void
}) {
  const { t, i18n } = useTranslation(['matter', 'terms'])
  const { t: dutyT } = useTranslation(['duty', 'terms'])
  const { matter, consultation } = props
  const { plan, opensOn, closesOn, counts, end } = consultation
  const day = (date: string) => dayText(date, matter.today, i18n.language)
  const answered = counts.total - consultation.unanswered
  return (
    <section className="card" aria-label={t('matter:consultation.title')}>
      <h2>
        {t('matter:consultation.title')}
        <ConsultationPill state={consultation.state} />
      </h2>
      <div className="card-body mt-consultation">
        <p className="strong">
          {opensOn === null || closesOn === null
            ? t('matter:consultation.fromPublication', {
                length: `${plan.amount} ${t(`terms:periodUnit.${plan.unit}`)}`,
              })
            : t('matter:consultation.period', { from: day(opensOn), to: day(closesOn) })}
        </p>
        {opensOn !== null && (
          <p className="hint">
            {explainReckoning(end, { today: matter.today, language: i18n.language }, dutyT)}
          </p>
        )}
        {consultation.interrupted && <p className="refusal">{t('matter:consultation.interrupted')}</p>}
        {plan.shorterReason !== '' && (
          <p>
            <span className="soft">{t('matter:consultation.shorter')}</span> {plan.shorterReason}
          </p>
        )}
        <ul className="mt-channels">
          {plan.channels.map(({ channel, detail }) => (
            <li key={`${channel}${detail}`}>
              <span className="soft">{t(`terms:opinionChannel.${channel}`)}</span> {detail}
            </li>
          ))}
        </ul>
        {consultation.state !== 'PLANNED' && (
          <>
            <dl className="mt-numbers">
              <div>
                <dt>{t('matter:consultation.opinions')}</dt>
                <dd>{t('matter:consultation.count', { count: counts.total })}</dd>
              </div>
              <div>
                <dt>{t('matter:consultation.answered')}</dt>
                <dd>{t('matter:consultation.count', { count: answered })}</dd>
              </div>
            </dl>
            {answered > 0 && (
              <p className="hint">
                {t('matter:consultation.results', {
                  adopted: counts.results.ADOPTED,
                  partial: counts.results.PARTIAL,
                  notAdopted: counts.results.NOT_ADOPTED,
                })}
              </p>
            )}
            <a className="button-link" href={href(opinionsPath(matter.id, consultation.id))}>
              {t('matter:consultation.toOpinions')}
            </a>
          </>
        )}
        {consultation.may.rewrite && matter.next !== 'CONSULTATION' && (
          <>
            <p className="refusal">{t('matter:next.outdatedText')}</p>
            <RewriteFeedback id={consultation.id} />
          </>
        )}
        {consultation.may.edit && (
          <div className="row">
            <Button onClick={props.replan}>{t('matter:plan.change')}</Button>
            {consultation.may.drop && <DropPlan id={consultation.id} />}
          </div>
        )}
      </div>
    </section>
  )
}
