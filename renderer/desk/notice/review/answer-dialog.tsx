import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REFERRAL_RESULTS, type ReferralResult } from '../../../../domain/notice/referral.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { useOpenDesk } from '../../shell/session-context.ts'
import { FileDrop } from '../../../shared/desk/file-drop.tsx'
import { boardDay } from './board-day.ts'
import { answerReferral } from './review-api.ts'
import { useReviewChange } from './use-review-change.ts'

/** Enters what the higher body answered, with the scan where there is one. */
export function AnswerDialog(props: { readonly id: string; readonly close: () => void }) {
  const { t } = useTranslation(['review', 'notice'])
  const { clock } = useOpenDesk()
  const today = boardDay(clock.now)
  const [result, setResult] = useState<ReferralResult | null>(null)
  const [text, setText] = useState('')
  const [by, setBy] = useState('')
  const [on, setOn] = useState(today)
  const [file, setFile] = useState<File | null>(null)
  const change = useReviewChange(
    props.id,
    (answer: ReferralResult) =>
      answerReferral(props.id, {
        file,
        result: answer,
        text: text.trim(),
        answeredBy: by.trim(),
        answeredOn: on,
      }),
    props.close,
  )
  const missing =
    result === null ||
    by.trim() === '' ||
    on === '' ||
    on > today ||
    (result !== 'ALLOWED' && text.trim() === '')
  return (
    <Modal
      open
      title={t('review:referral.enterAnswer')}
      okText={t('review:referral.enter')}
      cancelText={t('notice:cancel')}
      okButtonProps={{ disabled: missing, loading: change.isPending }}
      onOk={() => {
        if (result !== null) change.mutate(result)
      }}
      onCancel={props.close}
    >
      <fieldset className="rv-choices">
        <legend className="nt-label">{t('review:referral.whatAnswered')}</legend>
        <Radio.Group
          value={result}
          options={REFERRAL_RESULTS.map((one) => ({
            value: one,
            label: t(`review:referral.result.${one}`),
          }))}
          onChange={(event) => {
            setResult(event.target.value as ReferralResult)
          }}
        />
      </fieldset>
      {result === null ? null : <p className="nt-field-hint">{t(`review:referral.follows.${result}`)}</p>}
      <label className="nt-label" htmlFor="answer-text">
        {t('review:referral.text')}
      </label>
      <Input.TextArea
        id="answer-text"
        className="grow nt-lines-3"
        value={text}
        placeholder={t('review:referral.textExample')}
        onChange={(event) => {
          setText(event.target.value)
        }}
      />
      <label className="nt-label" htmlFor="answer-by">
        {t('review:referral.by')}
      </label>
      <Input
        id="answer-by"
        value={by}
        placeholder={t('review:referral.byExample')}
        onChange={(event) => {
          setBy(event.target.value)
        }}
      />
      <label className="nt-label" htmlFor="answer-on">
        {t('review:referral.on')}
      </label>
      <Input
        id="answer-on"
        type="date"
        max={today}
        value={on}
        onChange={(event) => {
          setOn(event.target.value)
        }}
      />
      <p className="nt-label">{t('review:referral.scan')}</p>
      {file === null ? (
        <FileDrop
          label={t('review:committee.choose')}
          hint={t('review:referral.scanHint')}
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
      <RefusalMessage error={change.error} />
    </Modal>
  )
}
