import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DecisionKind } from '../../../../domain/notice/notice-state.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { gateKey, noticeKey, NOTICES_KEY } from '../keys.ts'
import { decideNotice, type Decision } from '../notice-api.ts'

/** Approves or returns exactly the text that is shown; a return says why. */
export function DecisionForm(props: {
  readonly id: string
  readonly kind: DecisionKind
  readonly hash: string
  /** Names of the files whose text could not be read; approving says that somebody has looked at them. */
  readonly unread: readonly string[]
}) {
  const { t } = useTranslation(['notice', 'terms'])
  const queries = useQueryClient()
  const field = useId()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const [seen, setSeen] = useState(false)
  const [wanted, setWanted] = useState(false)
  const decide = useMutation({
    mutationFn: (decision: Decision['decision']) =>
      decideNotice(props.id, {
        kind: props.kind,
        decision,
        reason: reason.trim(),
        submissionHash: props.hash,
        unreadAcknowledged: seen,
      }),
    onSuccess: (detail) => {
      queries.setQueryData(noticeKey(props.id), detail)
      void queries.invalidateQueries({ queryKey: NOTICES_KEY })
      void queries.invalidateQueries({ queryKey: gateKey(props.id) })
    },
  })
  const missing = asked && reason.trim() === ''
  return (
    <div className="nt-decision">
      <label className="nt-label" htmlFor={field}>
        {t('notice:review.yourDecision', { kind: t(`terms:decisionKind.${props.kind}`) })}
      </label>
      <Input.TextArea
        id={field}
        className="grow nt-lines-3"
        value={reason}
        status={missing ? 'error' : ''}
        placeholder={t(`notice:review.example.${props.kind}`)}
        onChange={(event) => {
          setReason(event.target.value)
        }}
      />
      <div className="nt-field-fault" role="alert">
        {missing ? t('notice:review.reasonMissing') : ''}
      </div>
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
            {wanted && !seen ? t('notice:review.unreadMissing') : ''}
          </div>
        </fieldset>
      ) : null}
      <div className="nt-decision-keys">
        <Button
          type="primary"
          loading={decide.isPending && decide.variables === 'APPROVED'}
          disabled={decide.isPending}
          onClick={() => {
            setWanted(true)
            if (seen || props.unread.length === 0) decide.mutate('APPROVED')
          }}
        >
          {t('notice:review.approve')}
        </Button>
        <Button
          danger
          loading={decide.isPending && decide.variables === 'RETURNED'}
          disabled={decide.isPending}
          onClick={() => {
            setAsked(true)
            if (reason.trim() !== '') decide.mutate('RETURNED')
          }}
        >
          {t('notice:review.return')}
        </Button>
      </div>
      <RefusalMessage error={decide.error} />
    </div>
  )
}
