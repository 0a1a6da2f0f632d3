import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReferralView } from '../../../../server/notice/review/views.ts'
import type { NoticeDetail, SubmissionView } from '../../../../server/notice/views.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { dayAndTime, dayWords } from '../format.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { ReferDialog } from './refer-dialog.tsx'

const TONE = {
  ALLOWED: 'nt-pill nt-pill-g',
  ALLOWED_WITH_CHANGES: 'nt-pill',
  NOT_ALLOWED: 'nt-pill nt-pill-r',
} as const

function Referral(props: { readonly id: string; readonly referral: ReferralView }) {
  const { t, i18n } = useTranslation('review')
  const { clock } = useOpenDesk()
  const { referral } = props
  const { answer } = referral
  const scan = `/api/desk/notices/${encodeURIComponent(props.id)}/referral/${encodeURIComponent(referral.id)}/answer`
  return (
    <li className="nt-line">
      <div className="nt-line-title">
        {t('referral.to', { to: referral.referredTo })}
        {answer ? (
          <span className={TONE[answer.result]}>{t(`referral.result.${answer.result}`)}</span>
        ) : (
          <span className="nt-pill">{t('referral.waiting')}</span>
        )}
      </div>
      <div className="nt-soft">
        {referral.by.name}　{dayAndTime(referral.at, i18n.language, clock.now)}
      </div>
      <div className="rv-words">{referral.question}</div>
      {answer ? (
        <>
          <div className="rv-words">
            {t('referral.answered', {
              by: answer.answeredBy,
              day: dayWords(answer.answeredOn, i18n.language),
              text: answer.text,
            })}
          </div>
          {answer.scan ? (
            <a className="nt-link" href={scan} target="_blank" rel="noopener">
              {t('referral.openScan')}
            </a>
          ) : null}
          <div className="nt-soft">{t('referral.enteredBy', { name: answer.enteredBy.name })}</div>
        </>
      ) : null}
    </li>
  )
}

/** 请示上级: what was asked of a higher body, and what it answered. */
export function ReferralPart(props: { readonly detail: NoticeDetail; readonly submission: SubmissionView }) {
  const { t } = useTranslation('review')
  const { detail, submission } = props
  const [open, setOpen] = useState<'refer' | 'answer' | null>(null)
  const close = () => {
    setOpen(null)
  }
  if (submission.referrals.length === 0 && !detail.may.refer) return null
  return (
    <div className="rv-referral">
      {submission.referrals.length > 0 ? (
        <>
          <h3>{t('referral.title')}</h3>
          <ul className="nt-lines">
            {submission.referrals.map((referral) => (
              <Referral key={referral.id} id={detail.id} referral={referral} />
            ))}
          </ul>
        </>
      ) : null}
      {detail.state === 'REFERRED' ? <p className="nt-field-hint">{t('referral.resting')}</p> : null}
      {detail.may.answerReferral ? (
        <Button
          type="primary"
          className="rv-gap"
          onClick={() => {
            setOpen('answer')
          }}
        >
          {t('referral.enterAnswer')}
        </Button>
      ) : null}
      {detail.may.refer ? (
        <button
          type="button"
          className="nt-link rv-gap"
          title={t('referral.meaning')}
          onClick={() => {
            setOpen('refer')
          }}
        >
          {t('referral.action')}
        </button>
      ) : null}
      {open === 'refer' ? <ReferDialog id={detail.id} hash={submission.hash} close={close} /> : null}
      {open === 'answer' ? <AnswerDialog id={detail.id} close={close} /> : null}
    </div>
  )
}
