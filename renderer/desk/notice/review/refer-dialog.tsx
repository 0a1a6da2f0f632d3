import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { refer } from './review-api.ts'
import { useReviewChange } from './use-review-change.ts'

/** Puts a submission before a higher body; until it answers, nobody decides. */
export function ReferDialog(props: {
  readonly id: string
  readonly hash: string
  readonly close: () => void
}) {
  const { t } = useTranslation(['review', 'notice'])
  const [to, setTo] = useState('')
  const [question, setQuestion] = useState('')
  const change = useReviewChange(
    props.id,
    () =>
      refer(props.id, {
        submissionHash: props.hash,
        referredTo: to.trim(),
        question: question.trim(),
      }),
    props.close,
  )
  return (
    <Modal
      open
      title={t('review:referral.action')}
      okText={t('review:referral.confirm')}
      cancelText={t('notice:cancel')}
      okButtonProps={{ disabled: to.trim() === '' || question.trim() === '', loading: change.isPending }}
      onOk={() => {
        change.mutate(undefined)
      }}
      onCancel={props.close}
    >
      <p>{t('review:referral.meaning')}</p>
      <label className="nt-label" htmlFor="refer-to">
        {t('review:referral.toWhom')}
      </label>
      <Input
        id="refer-to"
        value={to}
        placeholder={t('review:referral.toExample')}
        onChange={(event) => {
          setTo(event.target.value)
        }}
      />
      <label className="nt-label" htmlFor="refer-question">
        {t('review:referral.question')}
      </label>
      <Input.TextArea
        id="refer-question"
        className="grow nt-lines-3"
        value={question}
        placeholder={t('review:referral.questionExample')}
        onChange={(event) => {
          setQuestion(event.target.value)
        }}
      />
      <RefusalMessage error={change.error} />
    </Modal>
  )
}
