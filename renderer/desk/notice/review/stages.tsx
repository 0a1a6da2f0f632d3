import { useTranslation } from 'react-i18next'
import type { NeededDecision } from '../../../../domain/notice/decisions.ts'
import type { DecisionView } from '../../../../server/notice/review/views.ts'
import type { NoticeDetail, SubmissionView } from '../../../../server/notice/views.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { dayAndTime, dayWords } from '../format.ts'
import { useKindWords } from './use-kind-words.ts'

const same = (one: NeededDecision, other: NeededDecision) =>
  one.kind === other.kind && one.language === other.language

function Given(props: {
  readonly detail: NoticeDetail
  readonly submission: SubmissionView
  readonly decision: DecisionView
}) {
  const { t, i18n } = useTranslation(['review', 'terms', 'notice'])
  const { clock } = useOpenDesk()
  const { decision } = props
  const slip = `/api/desk/notices/${encodeURIComponent(props.detail.id)}/committee-slip/${encodeURIComponent(props.submission.id)}`
  return (
    <>
      <div className="nt-soft">
        {decision.slip
          ? t('review:enteredBy', {
              name: decision.by.name,
              time: dayAndTime(decision.at, i18n.language, clock.now),
            })
          : `${decision.by.name}　${dayAndTime(decision.at, i18n.language, clock.now)}`}
      </div>
      {decision.afterTheFact ? <div className="nt-soft">{t('review:afterTheFact')}</div> : null}
      {decision.slip ? (
        <div>
          {t('review:signedBy', {
            names: decision.slip.signedBy,
            day: dayWords(decision.slip.signedOn, i18n.language),
          })}
          {'　'}
          <a className="nt-link" href={slip} target="_blank" rel="noopener">
            {t('review:openSlip')}
          </a>
        </div>
      ) : null}
      {decision.reason ? <div className="rv-words">{decision.reason}</div> : null}
      {decision.exceptionReason ? (
        <div className="nt-warn">{t('review:underException', { reason: decision.exceptionReason })}</div>
      ) : null}
    </>
  )
}

/** The stages of a review: what has been given, whose turn it is, what waits for it. */
export function Stages(props: { readonly detail: NoticeDetail; readonly submission: SubmissionView }) {
  const { t } = useTranslation(['review', 'terms', 'notice'])
  const kindWords = useKindWords()
  const { submission } = props
  const { needed, decisions, waitingFor, closed } = submission
  const rests = props.detail.state === 'REFERRED'
  return (
    <ol className="rv-stages">
      {needed.map((stage, index) => (
        <li key={index} className="rv-stage">
          {needed.length > 1 ? (
            <p className="rv-stage-name">
              {t('review:stage', { number: index + 1 })}
              {stage.length > 1 ? <span className="nt-soft">{t('review:sideBySide')}</span> : null}
            </p>
          ) : null}
          <ul>
            {stage.map((one) => {
              const decision = decisions.find((given) => same(given, one))
              const turn = !closed && waitingFor.some((waiting) => same(waiting, one))
              return (
                <li key={one.kind + one.language} className="nt-line">
                  <div className="nt-line-title">
                    {kindWords(one)}
                    {decision ? (
                      <span
                        className={
                          decision.decision === 'APPROVED' ? 'nt-pill nt-pill-g' : 'nt-pill nt-pill-r'
                        }
                      >
                        {t(`terms:decision.${decision.decision}`)}
                      </span>
                    ) : turn ? (
                      <span className={rests ? 'nt-pill nt-pill-plain' : 'nt-pill'}>
                        {t(rests ? 'review:rests' : 'review:turn')}
                      </span>
                    ) : (
                      <span className="nt-pill nt-pill-plain">
                        {t(closed ? 'review:notGiven' : 'review:later')}
                      </span>
                    )}
                  </div>
                  {decision ? (
                    <Given detail={props.detail} submission={submission} decision={decision} />
                  ) : null}
                </li>
              )
            })}
          </ul>
        </li>
      ))}
    </ol>
  )
}
