import { Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DecisionOffer } from '../../../../server/notice/review/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { decideNotice, type Decision } from '../notice-api.ts'
import { useKindWords } from './use-kind-words.ts'
import { useReviewChange } from './use-review-change.ts'

/** Approves or returns exactly the text that is shown; a return says why, by its reason or by remarks on the spot. */
export function DecisionForm(props: {
  readonly id: string
  readonly offer: DecisionOffer
  readonly hash: string
  readonly submissionId: string
  /** Names of the files whose text could not be read; approving says that somebody has looked at them. */
  readonly unread: readonly string[]
  /** Remarks this person has left on the submission. */
  readonly remarks: number
  /** A higher body asked for changes: the approval says how they are met. */
  readonly changesAsked: boolean
  /** A higher body does not allow it: there is nothing to approve. */
  readonly forbidden: boolean
}) {
  const { t } = useTranslation(['notice', 'terms', 'review'])
  const field = useId()
  const why = useId()
  const kindWords = useKindWords()
  const { offer } = props
  const [reason, setReason] = useState('')
  const [exceptionReason, setExceptionReason] = useState('')
  const [asked, setAsked] = useState<Decision['decision'] | null>(null)
  const [seen, setSeen] = useState(false)
  const decide = useReviewChange(props.id, (decision: Decision['decision']) =>
    decideNotice(props.id, {
      kind: offer.kind,
      language: offer.language,
      decision,
      reason: reason.trim(),
      exceptionReason: exceptionReason.trim(),
      submissionHash: props.hash,
      submissionId: props.submissionId,
      unreadAcknowledged: seen,
    }),
  )
  const reasonGiven = reason.trim() !== ''
  const returnNeedsReason = props.remarks === 0
  const missingReason =
    !reasonGiven &&
    ((asked === 'RETURNED' && returnNeedsReason) || (asked === 'APPROVED' && props.changesAsked))
  const missingException = asked !== null && offer.exception && exceptionReason.trim() === ''
  const press = (decision: Decision['decision']) => {
    setAsked(decision)
    if (offer.exception && exceptionReason.trim() === '') return
    if (decision === 'RETURNED' && !reasonGiven && returnNeedsReason) return
    if (decision === 'APPROVED' && props.changesAsked && !reasonGiven) return
    if (decision === 'APPROVED' && props.unread.length > 0 && !seen) return
    decide.mutate(decision)
  }
  return (
    <div className="nt-decision">
      <label className="nt-label" htmlFor={field}>
        {t('notice:review.yourDecision', { kind: kindWords(offer) })}
      </label>
      <Input.TextArea
        id={field}
        className="grow nt-lines-3"
        value={reason}
        status={missingReason ? 'error' : ''}
        placeholder={t(`notice:review.example.${offer.kind}`)}
        onChange={(event) => {
          setReason(event.target.value)
        }}
      />
      {offer.afterTheFact ? <p className="nt-field-hint">{t('review:afterwards.meaning')}</p> : null}
      {props.remarks > 0 ? (
        <p className="nt-field-hint">{t('review:remarksAreReason', { count: props.remarks })}</p>
      ) : null}
      <div className="nt-field-fault" role="alert">
        {missingReason
          ? asked === 'APPROVED'
            ? t('review:changesMissing')
            : t('notice:review.reasonMissing')
          : ''}
      </div>
      {offer.exception ? (
        <div className="rv-exception">
          <p>{t('review:exceptionMeaning')}</p>
          <label className="nt-label" htmlFor={why}>
            {t('review:exceptionReason')}
          </label>
          <Input.TextArea
            id={why}
            className="grow"
            value={exceptionReason}
            status={missingException ? 'error' : ''}
            placeholder={t('review:exceptionExample')}
            onChange={(event) => {
              setExceptionReason(event.target.value)
            }}
          />
          <div className="nt-field-fault" role="alert">
            {missingException ? t('review:exceptionMissing') : ''}
          </div>
        </div>
      ) : null}
      {props.unread.length > 0 ? (
        <fieldset className="nt-unread">
          <legend>{t('notice:review.unread')}</legend>
          <ul>
            {props.unread.map((name, index) => (
              <li key={`${index} ${name}`}>{name}</li>
            ))}
          </ul>
          <Checkbox
            checked={seen}
            onChange={(event) => {
              setSeen(event.target.checked)
            }}
          >
            {t('notice:review.unreadSeen')}
          </Checkbox>
          <div className="nt-field-fault" role="alert">
            {asked === 'APPROVED' && !seen ? t('notice:review.unreadMissing') : ''}
          </div>
        </fieldset>
      ) : null}
      <div className="nt-decision-keys">
        {props.forbidden ? null : (
          <Button
            type="primary"
            loading={decide.isPending && decide.variables === 'APPROVED'}
            disabled={decide.isPending}
            onClick={() => {
              press('APPROVED')
            }}
          >
            {t(offer.afterTheFact ? 'review:afterwards.approve' : 'notice:review.approve')}
          </Button>
        )}
        <Button
          danger
          loading={decide.isPending && decide.variables === 'RETURNED'}
          disabled={decide.isPending}
          onClick={() => {
            press('RETURNED')
          }}
        >
          {t(offer.afterTheFact ? 'review:afterwards.return' : 'notice:review.return')}
        </Button>
      </div>
      <RefusalMessage error={decide.error} />
    </div>
  )
}
