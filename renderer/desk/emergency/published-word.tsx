import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EmergencyNoticeView } from '../../../server/notice/emergency/views.ts'
import type { DecisionOffer } from '../../../server/notice/review/views.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { decideAfterwards, EMERGENCIES_KEY, EMERGENCY_COUNTS_KEY } from '../api/emergency-api.ts'
import { href } from '../../shared/desk/route.ts'
import '../notice/notice.css'

function Decide({ word, offer }: { readonly word: EmergencyNoticeView; readonly offer: DecisionOffer }) {
  const { t } = useTranslation(['emergency', 'terms', 'review'])
  const { kind, language } = offer
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [exceptionReason, setExceptionReason] = useState('')
  const excused = !offer.exception || exceptionReason.trim() !== ''
  const decide = useMutation({
    mutationFn: (decision: 'APPROVED' | 'RETURNED') =>
      decideAfterwards(word.noticeId, {
        kind,
        language,
        decision,
        reason: reason.trim(),
        exceptionReason: exceptionReason.trim(),
        submissionHash: word.submissionHash,
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: EMERGENCIES_KEY })
      void queries.invalidateQueries({ queryKey: EMERGENCY_COUNTS_KEY })
    },
  })
  return (
    <div className="em-decide">
      <span className="strong">{t(`terms:decisionKind.${kind}`)}</span>
      <Input
        value={reason}
        placeholder={t('emergency:review.reason')}
        aria-label={t('emergency:review.reason')}
        onChange={(change) => setReason(change.target.value)}
      />
      {offer.exception ? (
        <Input
          value={exceptionReason}
          placeholder={t('review:exceptionReason')}
          aria-label={t('review:exceptionReason')}
          title={t('review:exceptionMeaning')}
          onChange={(change) => setExceptionReason(change.target.value)}
        />
      ) : null}
      <Button disabled={!excused} loading={decide.isPending} onClick={() => decide.mutate('APPROVED')}>
        {t('emergency:review.confirm')}
      </Button>
      <Button
        danger
        disabled={reason.trim() === '' || !excused}
        loading={decide.isPending}
        onClick={() => decide.mutate('RETURNED')}
      >
        {t('emergency:review.correct')}
      </Button>
      <RefusalMessage error={decide.error} />
    </div>
  )
}

/** What one person published, whether it holds the kiosk, and its review after the fact. */
export function PublishedWord({ word }: { readonly word: EmergencyNoticeView }) {
  const { t } = useTranslation(['emergency', 'terms', 'notice'])
  const { review } = word
  const state = review.overdue ? 'OVERDUE' : review.state
  const tone = {
    PENDING: 'nt-pill',
    OVERDUE: 'nt-pill nt-pill-r',
    CONFIRMED: 'nt-pill nt-pill-g',
    TO_CORRECT: 'nt-pill nt-pill-r',
    CORRECTED: 'nt-pill nt-pill-g',
  }[state]
  return (
    <article className="em-word">
      <a className="strong" href={href(`/notices/${encodeURIComponent(word.noticeId)}`)}>
        {word.title}
      </a>
      <p className="sub">
        {t('emergency:list.publishedLine', {
          time: instantText(word.publishedAt),
          name: word.publishedBy.name,
          reason: word.reason,
        })}
      </p>
      <p className="sub">
        {!word.standing
          ? t('emergency:list.down')
          : word.holdsKiosk
            ? t('emergency:list.holds', { time: instantText(word.mark.takeoverUntil) })
            : t('emergency:list.notHolds')}
        {'　'}
        <a href={`/sheet/?edition=${encodeURIComponent(word.hash)}`} target="_blank" rel="noopener">
          {t('emergency:word.print')}
        </a>
      </p>
      <div className="em-review">
        <span className={tone}>{t(`emergency:review.${state}`, { due: review.due })}</span>
        {review.waitingFor.length > 0 ? (
          <span className="sub">
            {t('emergency:review.waits', {
              kinds: review.waitingFor
                .map(({ kind }) => t(`terms:decisionKind.${kind}`))
                .join(t('notice:listComma')),
            })}
          </span>
        ) : null}
        {review.waitingFor.some(({ kind }) => kind === 'COMMITTEE_REVIEW') ? (
          <a href={href(`/notices/${encodeURIComponent(word.noticeId)}`)}>{t('emergency:review.slip')}</a>
        ) : null}
        {review.state === 'TO_CORRECT' && word.standing ? (
          <a href={href(`/notices/${encodeURIComponent(word.noticeId)}`)}>{t('emergency:review.revise')}</a>
        ) : null}
      </div>
      {review.decisions.map((one) => (
        <p key={one.kind + one.language} className="sub">
          {t('emergency:review.given', {
            kind: t(`terms:decisionKind.${one.kind}`),
            name: one.by.name,
            time: instantText(one.at),
            decision: t(
              one.decision === 'APPROVED' ? 'emergency:review.approved' : 'emergency:review.returned',
            ),
          })}
          {one.reason === '' ? '' : `　${one.reason}`}
        </p>
      ))}
      {review.mayGive.map((offer) => (
        <Decide key={offer.kind + offer.language} word={word} offer={offer} />
      ))}
    </article>
  )
}
