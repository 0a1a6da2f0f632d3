import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ADOPTION_RESULTS, type OpinionAnswer } from '../../../domain/voice/opinion.ts'
import type { OpinionList, OpinionView } from '../../../server/matter/views.ts'
import { dayText, instantDayText } from '../../shared/duty/day-text.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { answerOpinion, separateOpinion } from '../api/matter-api.ts'
import { TypeOpinions } from './type-opinions.tsx'
import { useMatterRefresh } from './use-matter-refresh.ts'

const SHORT = 60

function Giver({ opinion }: { readonly opinion: OpinionView }) {
  const { t } = useTranslation('matter')
  if (!opinion.named) return <span>{t('opinion.anonymous')}</span>
  if (opinion.name === null) return <span>{t('opinion.hidden')}</span>
  return (
    <span>
      {opinion.name} {opinion.contact}
    </span>
  )
}

function Given({ list, opinion }: { readonly list: OpinionList; readonly opinion: OpinionView }) {
  const { t, i18n } = useTranslation(['matter', 'terms'])
  const [correcting, setCorrecting] = useState(false)
  const refresh = useMatterRefresh()
  const separate = useMutation({ mutationFn: () => separateOpinion(opinion.id), onSuccess: refresh })
  const mayChange = list.consultation.may.enter
  const numbers = opinion.merged
    .map(({ number }) => t('matter:opinion.numberShort', { number }))
    .join(t('matter:opinion.comma'))
  return (
    <div className="card-body mt-given">
      <p className="mt-opinion-text">{opinion.text}</p>
      <p className="hint mt-given-facts">
        <span>{t(`terms:opinionChannel.${opinion.channel}`)}</span>
        <span>
          {t('matter:opinion.receivedOn', { date: dayText(opinion.receivedOn, list.today, i18n.language) })}
        </span>
        <Giver opinion={opinion} />
        {mayChange && (
          <Button type="link" size="small" onClick={() => setCorrecting(true)}>
            {t('matter:opinion.correct')}
          </Button>
        )}
      </p>
      {numbers !== '' && <p className="hint">{t('matter:opinion.heads', { numbers })}</p>}
      {opinion.mergedInto !== null && (
        <p className="row">
          {t('matter:opinion.merged', { number: opinion.mergedInto.number })}
          {mayChange && (
            <Button size="small" loading={separate.isPending} onClick={() => separate.mutate()}>
              {t('matter:opinion.separate')}
            </Button>
          )}
        </p>
      )}
      <RefusalMessage error={separate.error} />
      {correcting && <TypeOpinions list={list} opinion={opinion} close={() => setCorrecting(false)} />}
    </div>
  )
}

function AnswerForm({ opinion, answered }: { readonly opinion: OpinionView; readonly answered: () => void }) {
  const { t } = useTranslation(['matter', 'terms'])
  const [form] = Form.useForm<OpinionAnswer>()
  const refresh = useMatterRefresh()
  const result = Form.useWatch('result', form)
  const save = useMutation({
    mutationFn: (answer: OpinionAnswer) => answerOpinion(opinion.id, answer),
    onSuccess: async () => {
      answered()
      await refresh()
    },
  })
  // A short opinion is nearly always its own summary; the clerk still reads it before it is printed.
  const summary = opinion.answer?.summary ?? (opinion.text.length <= SHORT ? opinion.text : '')
  return (
    <Form
      form={form}
      name="answer"
      layout="vertical"
      className="card-body"
      initialValues={{ reason: '', ...opinion.answer, summary }}
      onFinish={(typed) => save.mutate(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) form.submit()
      }}
    >
      <Form.Item
        name="result"
        label={t('matter:answer.result')}
        rules={[{ required: true, message: t('matter:required') }]}
      >
        <Radio.Group
          optionType="button"
          options={ADOPTION_RESULTS.map((value) => ({ value, label: t(`terms:adoptionResult.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t(result === 'ADOPTED' ? 'matter:answer.reasonAdopted' : 'matter:answer.reason')}
        extra={t('matter:answer.reasonHint')}
        rules={[{ required: true, whitespace: true, message: t('matter:required') }]}
      >
        <Input.TextArea rows={2} className="grow" maxLength={2000} />
      </Form.Item>
      <Form.Item
        name="summary"
        label={t('matter:answer.summary')}
        extra={t('matter:answer.summaryHint')}
        rules={[{ required: true, whitespace: true, message: t('matter:required') }]}
      >
        <Input.TextArea rows={2} className="grow" maxLength={1000} />
      </Form.Item>
      <RefusalMessage error={save.error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('matter:answer.save')}
        </Button>
        <span className="hint">{t('matter:typed.keys')}</span>
      </div>
    </Form>
  )
}

function Told({ list, opinion }: { readonly list: OpinionList; readonly opinion: OpinionView }) {
  const { t, i18n } = useTranslation(['matter', 'terms'])
  const { answer } = opinion
  if (answer === null) return <p className="card-body soft">{t('matter:answer.handlerOnly')}</p>
  return (
    <div className="card-body">
      <p>
        <span className={`pill mt-pill ${answer.result.toLowerCase()}`}>
          {t(`terms:adoptionResult.${answer.result}`)}
        </span>{' '}
        {answer.reason}
      </p>
      <p className="hint">{answer.summary}</p>
      <p className="hint">
        {t('matter:answer.by', {
          name: answer.by,
          at: instantDayText(answer.at, list.today, i18n.language),
        })}
      </p>
      {list.consultation.state === 'RESULT_PUBLISHED' && (
        <p className="hint">{t('matter:answer.finished')}</p>
      )}
    </div>
  )
}

/** One opinion in full, with its answer. */
export function AnswerPanel(props: {
  readonly list: OpinionList
  readonly opinion: OpinionView
  readonly answered: () => void
}) {
  const { t } = useTranslation('matter')
  const { list, opinion } = props
  return (
    <section className="card" aria-label={t('opinion.number', { number: opinion.number })}>
      <h2>{t('opinion.number', { number: opinion.number })}</h2>
      <Given list={list} opinion={opinion} />
      {opinion.mergedInto === null && (
        <div className="mt-answer">
          {list.consultation.may.enter ? (
            <AnswerForm opinion={opinion} answered={props.answered} />
          ) : (
            <Told list={list} opinion={opinion} />
          )}
        </div>
      )}
    </section>
  )
}
