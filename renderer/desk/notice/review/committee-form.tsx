import { Button, Input, Segmented } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { FileDrop } from '../../../shared/desk/file-drop.tsx'
import { useOpenDesk } from '../../shell/session-context.ts'
import { boardDay } from './board-day.ts'
import { enterCommitteeSlip, type CommitteeSlip } from './review-api.ts'
import { useReviewChange } from './use-review-change.ts'

/** Enters what a committee has signed on paper: the scan, the names, the day. */
export function CommitteeForm(props: {
  readonly id: string
  readonly hash: string
  readonly submissionId: string
}) {
  const { t } = useTranslation(['review', 'terms', 'notice'])
  const { clock } = useOpenDesk()
  const today = boardDay(clock.now)
  const field = useId()
  const [file, setFile] = useState<File | null>(null)
  const [decision, setDecision] = useState<CommitteeSlip['decision']>('APPROVED')
  const [signedBy, setSignedBy] = useState('')
  const [signedOn, setSignedOn] = useState(today)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const enter = useReviewChange(props.id, (slip: CommitteeSlip) => enterCommitteeSlip(props.id, slip))
  const faults = {
    file: file === null ? t('review:committee.fileMissing') : '',
    signedBy: signedBy.trim() === '' ? t('review:committee.signersMissing') : '',
    signedOn: signedOn === '' || signedOn > today ? t('review:committee.dayMissing') : '',
    reason: decision === 'RETURNED' && reason.trim() === '' ? t('notice:review.reasonMissing') : '',
  }
  const fault = (name: keyof typeof faults) => (
    <div className="nt-field-fault" role="alert">
      {asked ? faults[name] : ''}
    </div>
  )
  return (
    <div className="nt-decision">
      <p className="rv-form-title">{t('terms:decisionKind.COMMITTEE_REVIEW')}</p>
      <p className="nt-field-hint">{t('review:committee.how')}</p>
      {file === null ? (
        <FileDrop
          label={t('review:committee.choose')}
          hint={t('review:committee.kinds')}
          accept=".pdf,.jpg,.jpeg,.png"
          busy={false}
          onFile={setFile}
        />
      ) : (
        <p className="rv-file">
          <span>{file.name}</span>
          <button
            type="button"
            className="nt-link"
            onClick={() => {
              setFile(null)
            }}
          >
            {t('review:committee.another')}
          </button>
        </p>
      )}
      {fault('file')}
      <label className="nt-label" htmlFor={`${field}-who`}>
        {t('review:committee.signers')}
      </label>
      <Input
        id={`${field}-who`}
        value={signedBy}
        placeholder={t('review:committee.signersExample')}
        onChange={(event) => {
          setSignedBy(event.target.value)
        }}
      />
      {fault('signedBy')}
      <label className="nt-label" htmlFor={`${field}-day`}>
        {t('review:committee.day')}
      </label>
      <Input
        id={`${field}-day`}
        type="date"
        max={today}
        value={signedOn}
        onChange={(event) => {
          setSignedOn(event.target.value)
        }}
      />
      {fault('signedOn')}
      <p className="nt-label rv-gap">{t('review:committee.opinion')}</p>
      <Segmented
        value={decision}
        options={[
          { value: 'APPROVED', label: t('terms:decision.APPROVED') },
          { value: 'RETURNED', label: t('terms:decision.RETURNED') },
        ]}
        onChange={setDecision}
      />
      <Input.TextArea
        className="grow rv-gap"
        aria-label={t('review:committee.words')}
        value={reason}
        placeholder={t('notice:review.example.COMMITTEE_REVIEW')}
        onChange={(event) => {
          setReason(event.target.value)
        }}
      />
      {fault('reason')}
      <div className="nt-decision-keys">
        <Button
          type="primary"
          loading={enter.isPending}
          onClick={() => {
            setAsked(true)
            if (file === null || Object.values(faults).some((words) => words !== '')) return
            enter.mutate({
              file,
              decision,
              signedBy: signedBy.trim(),
              signedOn,
              reason: reason.trim(),
              submissionHash: props.hash,
              submissionId: props.submissionId,
            })
          }}
        >
          {t('review:committee.enter')}
        </Button>
      </div>
      <RefusalMessage error={enter.error} />
    </div>
  )
}
