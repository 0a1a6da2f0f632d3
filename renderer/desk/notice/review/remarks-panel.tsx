import { Button, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RemarkView } from '../../../../server/notice/review/views.ts'
import type { NoticeDetail, SubmissionView } from '../../../../server/notice/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { Panel } from '../panel.tsx'
import { RemarkLine } from './remark-line.tsx'
import type { RemarkTarget } from './remark-places.ts'
import { addRemark } from './review-api.ts'
import { usePlaceWords } from './use-place-words.ts'
import { useReviewChange } from './use-review-change.ts'

function NewRemark(props: {
  readonly id: string
  readonly submission: SubmissionView
  readonly target: RemarkTarget
  readonly close: () => void
}) {
  const { t } = useTranslation(['review', 'notice'])
  const placeWords = usePlaceWords(props.submission.content)
  const form = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const { target } = props
  const add = useReviewChange(
    props.id,
    () => addRemark(props.id, { submissionHash: props.submission.hash, ...target, text: text.trim() }),
    props.close,
  )
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' })
    form.current?.querySelector('textarea')?.focus({ preventScroll: true })
  }, [target])
  return (
    <div className="rv-new-remark" ref={form}>
      <p className="rv-place">{placeWords(target.place)}</p>
      {target.quote === '' ? null : <q className="rv-quote">{target.quote}</q>}
      <Input.TextArea
        className="grow nt-lines-3"
        aria-label={t('review:remarks.text')}
        value={text}
        placeholder={t('review:remarks.example')}
        onChange={(event) => {
          setText(event.target.value)
        }}
      />
      <div className="nt-decision-keys">
        <Button
          type="primary"
          disabled={text.trim() === ''}
          loading={add.isPending}
          onClick={() => {
            add.mutate(undefined)
          }}
        >
          {t('review:remarks.save')}
        </Button>
        <Button onClick={props.close}>{t('notice:cancel')}</Button>
      </div>
      <RefusalMessage error={add.error} />
    </div>
  )
}

/** Remarks on what was handed in, and the one being written. */
export function RemarksPanel(props: {
  readonly detail: NoticeDetail
  readonly submission: SubmissionView
  readonly target: RemarkTarget | null
  readonly setTarget: (target: RemarkTarget | null) => void
  readonly jump: (remark: RemarkView) => void
}) {
  const { t } = useTranslation('review')
  const { detail, submission, target, setTarget } = props
  const here = detail.remarks.filter(({ submissionId }) => submissionId === submission.id)
  const earlier = detail.remarks.filter(({ submissionId }) => submissionId !== submission.id)
  if (detail.remarks.length === 0 && !detail.may.remark) return null
  return (
    <Panel title={t('remarks.title')}>
      {detail.may.remark && target === null ? (
        <p className="nt-field-hint">
          {t('remarks.how')}
          <button
            type="button"
            className="nt-link"
            onClick={() => {
              setTarget({ place: { part: 'WHOLE' }, quote: '' })
            }}
          >
            {t('remarks.onWhole')}
          </button>
        </p>
      ) : null}
      {target ? (
        <NewRemark
          id={detail.id}
          submission={submission}
          target={target}
          close={() => {
            setTarget(null)
          }}
        />
      ) : null}
      {here.length > 0 ? (
        <ul className="nt-lines rv-remarks">
          {here.map((remark) => (
            <RemarkLine key={remark.id} remark={remark} content={submission.content} jump={props.jump} />
          ))}
        </ul>
      ) : null}
      {earlier.length > 0 ? (
        <details className="rv-earlier">
          <summary>{t('remarks.earlier', { count: earlier.length })}</summary>
          <ul className="nt-lines">
            {earlier.map((remark) => (
              <RemarkLine key={remark.id} remark={remark} content={submission.content} jump={props.jump} />
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  )
}
