import { useTranslation } from 'react-i18next'
import type { NoticeDetail, SubmissionView } from '../../../../server/notice/views.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { dayAndTime, shortHash } from '../format.ts'
import { Panel } from '../panel.tsx'
import { DecisionForm } from './decision-form.tsx'

/** Why the person at the desk has nothing to decide here; null where the form is shown. */
function useWhyNot(detail: NoticeDetail, submission: SubmissionView): string | null {
  const { t } = useTranslation(['notice', 'terms'])
  const { session } = useOpenDesk()
  const me = session.account
  if (detail.state !== 'IN_REVIEW' || detail.may.review || detail.may.secrecyReview) return null
  if (detail.authors.some((author) => author.id === me.id)) return t('notice:review.author')
  const mine = submission.decisions.find((decision) => decision.by.id === me.id)
  if (mine) return t('notice:review.decidedAlready', { kind: t(`terms:decisionKind.${mine.kind}`) })
  return t('notice:review.noRole', {
    kinds: submission.waitingFor.map((kind) => t(`terms:decisionKind.${kind}`)).join(t('notice:listComma')),
  })
}

/** The files in a submission that no program could read, by what a person calls them. */
function useUnread(detail: NoticeDetail, submission: SubmissionView): readonly string[] {
  const { t } = useTranslation('notice')
  const shown = new Set(submission.content.attachments.map((file) => file.id))
  return detail.attachments
    .filter((file) => shown.has(file.id) && !file.textRead)
    .map(({ role, name }) => (role === 'INLINE_IMAGE' ? t('gate.unreadPicture', { name }) : name))
}

/** The decisions on a submission so far, what it waits for, and the form for the person who may decide. */
export function DecisionsPanel(props: {
  readonly detail: NoticeDetail
  readonly submission: SubmissionView
}) {
  const { t, i18n } = useTranslation(['notice', 'terms'])
  const { clock } = useOpenDesk()
  const { detail, submission } = props
  const whyNot = useWhyNot(detail, submission)
  const unread = useUnread(detail, submission)
  const time = (at: string) => dayAndTime(at, i18n.language, clock.now)
  return (
    <Panel title={t('notice:panels.review')}>
      <p>
        {t('notice:review.submitted', {
          name: submission.submittedBy.name,
          time: time(submission.submittedAt),
        })}
      </p>
      <p className="nt-hash" title={submission.hash}>
        {t('notice:hash', { hash: shortHash(submission.hash) })}
      </p>
      <ul className="nt-lines">
        {submission.decisions.map((decision) => (
          <li key={decision.kind} className="nt-line">
            <div className="nt-line-title">
              {t(`terms:decisionKind.${decision.kind}`)}
              <span className={decision.decision === 'APPROVED' ? 'nt-pill nt-pill-g' : 'nt-pill nt-pill-r'}>
                {t(`terms:decision.${decision.decision}`)}
              </span>
            </div>
            <div className="nt-soft">
              {decision.by.name}　{time(decision.at)}
            </div>
            {decision.reason ? <div>{decision.reason}</div> : null}
          </li>
        ))}
        {submission.closed
          ? null
          : submission.waitingFor.map((kind) => (
              <li key={kind} className="nt-line">
                <div className="nt-line-title">
                  {t(`terms:decisionKind.${kind}`)}
                  <span className="nt-pill">{t('notice:review.waiting')}</span>
                </div>
              </li>
            ))}
      </ul>
      {detail.may.review ? (
        <DecisionForm id={detail.id} kind="REVIEW" hash={submission.hash} unread={[]} />
      ) : null}
      {detail.may.secrecyReview ? (
        <DecisionForm id={detail.id} kind="SECRECY_REVIEW" hash={submission.hash} unread={unread} />
      ) : null}
      {whyNot === null ? null : (
        <p className="nt-banner" role="note">
          {whyNot}
        </p>
      )}
    </Panel>
  )
}
