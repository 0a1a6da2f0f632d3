import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerFor } from '../../../../domain/notice/referral.ts'
import type { DecisionOffer } from '../../../../server/notice/review/views.ts'
import type { NoticeDetail, SubmissionView } from '../../../../server/notice/views.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { dayAndTime, shortHash } from '../format.ts'
import { Panel } from '../panel.tsx'
import { CommitteeForm } from './committee-form.tsx'
import { DecisionForm } from './decision-form.tsx'
import { ReferralPart } from './referral-part.tsx'
import { SlipLinks } from './slip-links.tsx'
import { Stages } from './stages.tsx'
import { useKindWords } from './use-kind-words.ts'
import './review.css'

/** Why the person at the desk has nothing to decide here; null where a form is shown or nothing is open. */
function useWhyNot(detail: NoticeDetail, submission: SubmissionView): string | null {
  const { t } = useTranslation(['notice', 'review'])
  const { session } = useOpenDesk()
  const kindWords = useKindWords()
  const me = session.account
  if (detail.state !== 'IN_REVIEW' || detail.may.decide.length > 0) return null
  if (detail.authors.some((author) => author.id === me.id)) return t('notice:review.author')
  const mine = submission.decisions.find(({ by, kind }) => by.id === me.id && kind !== 'COMMITTEE_REVIEW')
  if (mine) return t('review:decidedAlready', { kind: kindWords(mine) })
  return t('notice:review.noRole', {
    kinds: submission.waitingFor.map(kindWords).join(t('notice:listComma')),
  })
}

/** The files in a submission that no program could read, by what a person calls them. */
function useUnread(submission: SubmissionView): readonly string[] {
  const { t } = useTranslation('notice')
  return submission.attachments
    .filter((file) => !file.textRead)
    .map(({ role, name }) => (role === 'INLINE_IMAGE' ? t('gate.unreadPicture', { name }) : name))
}

const nameOf = (offer: DecisionOffer) => `${offer.kind} ${offer.language}`

function Forms(props: { readonly detail: NoticeDetail; readonly submission: SubmissionView }) {
  const { t } = useTranslation('review')
  const { session } = useOpenDesk()
  const kindWords = useKindWords()
  const { detail, submission } = props
  const offers = detail.may.decide
  const [chosen, setChosen] = useState<string | null>(null)
  const unread = useUnread(submission)
  const offer = offers.find((one) => nameOf(one) === chosen) ?? offers[0]
  if (!offer) return null
  const referred = answerFor(
    submission.hash,
    submission.referrals.map((one) => ({ hash: one.submissionHash, result: one.answer?.result ?? null })),
  )
  return (
    <>
      {offers.length > 1 ? (
        <div className="nt-decision">
          <p className="nt-label">{t('whichDecision')}</p>
          <Segmented
            vertical
            block
            value={nameOf(offer)}
            options={offers.map((one) => ({ value: nameOf(one), label: kindWords(one) }))}
            onChange={setChosen}
          />
        </div>
      ) : null}
      {offer.kind === 'COMMITTEE_REVIEW' ? (
        <CommitteeForm
          key={nameOf(offer)}
          id={detail.id}
          hash={submission.hash}
          submissionId={submission.id}
        />
      ) : (
        <DecisionForm
          key={nameOf(offer)}
          id={detail.id}
          offer={offer}
          hash={submission.hash}
          submissionId={submission.id}
          unread={offer.kind === 'SECRECY_REVIEW' ? unread : []}
          remarks={
            detail.remarks.filter(
              ({ by, submissionId }) => by.id === session.account.id && submissionId === submission.id,
            ).length
          }
          changesAsked={referred === 'ALLOWED_WITH_CHANGES'}
          forbidden={referred === 'NOT_ALLOWED'}
        />
      )}
    </>
  )
}

/** The decisions on a submission by stages, and the form for the person whose turn it is. */
export function DecisionsPanel(props: {
  readonly detail: NoticeDetail
  readonly submission: SubmissionView
}) {
  const { t, i18n } = useTranslation(['notice', 'review'])
  const { clock } = useOpenDesk()
  const { detail, submission } = props
  const whyNot = useWhyNot(detail, submission)
  return (
    <Panel title={t('notice:panels.review')}>
      <p>
        {t('notice:review.submitted', {
          name: submission.submittedBy.name,
          time: dayAndTime(submission.submittedAt, i18n.language, clock.now),
        })}
      </p>
      <p className="nt-hash" title={submission.hash}>
        {t('notice:hash', { hash: shortHash(submission.hash) })}
      </p>
      {submission.emergencyReason === '' ? null : (
        <p className="nt-warn">{t('review:emergency', { reason: submission.emergencyReason })}</p>
      )}
      <Stages detail={detail} submission={submission} />
      <ReferralPart detail={detail} submission={submission} />
      <Forms detail={detail} submission={submission} />
      {whyNot === null ? null : (
        <p className="nt-banner" role="note">
          {whyNot}
        </p>
      )}
      <SlipLinks id={detail.id} submissionId={submission.id} title={submission.content.title} />
    </Panel>
  )
}
