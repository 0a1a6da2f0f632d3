import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DISPLAY_RESULT_KINDS, type DisplayResultKind } from '../../../domain/display/display-result.ts'
import { stillRuns } from '../../../domain/display/display-state.ts'
import type { DisplayDetail, DisplayResultView } from '../../../server/display/public-display/views.ts'
import { dayText } from '../../shared/duty/day-text.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { decideResult, proposeResult } from '../api/display-api.ts'
import { useDisplayChange } from './use-display-change.ts'

type Typed = { readonly kind: DisplayResultKind; readonly text: string }

function ResultForm({ display }: { readonly display: DisplayDetail }) {
  const { t } = useTranslation(['display', 'terms'])
  const [form] = Form.useForm<Typed>()
  const inTime = display.objectionList.filter(({ late }) => !late).length
  const usual: DisplayResultKind = inTime === 0 ? 'NO_OBJECTION' : 'OBJECTIONS_HANDLED'
  const text = (kind: DisplayResultKind) =>
    kind === 'NO_OBJECTION'
      ? t('display:result.noObjection')
      : t('display:result.handled', { count: display.objections })
  const write = useDisplayChange((typed: Typed) => proposeResult(display.id, typed))
  return (
    <Form
      form={form}
      name="result"
      layout="vertical"
      initialValues={{ kind: usual, text: text(usual) }}
      onFinish={(typed) => write.mutate(typed)}
    >
      <Form.Item name="kind" label={t('display:result.kind')}>
        <Radio.Group
          options={DISPLAY_RESULT_KINDS.map((value) => ({
            value,
            label: t(`terms:displayResult.${value}`),
            disabled: value === 'NO_OBJECTION' ? inTime > 0 : display.objections === 0,
          }))}
          onChange={() => form.setFieldValue('text', text(form.getFieldValue('kind') as DisplayResultKind))}
        />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('display:result.text')}
        extra={t('display:result.textHint')}
        rules={[{ required: true, whitespace: true, message: t('display:required') }]}
      >
        <Input.TextArea rows={2} className="grow" maxLength={5000} />
      </Form.Item>
      <RefusalMessage error={write.error} />
      <Button type="primary" htmlType="submit" loading={write.isPending}>
        {t('display:result.write')}
      </Button>
    </Form>
  )
}

function Waiting({
  display,
  result,
}: {
  readonly display: DisplayDetail
  readonly result: DisplayResultView
}) {
  const { t } = useTranslation('display')
  const [reason, setReason] = useState<string | null>(null)
  const decide = useDisplayChange(
    (decision: { readonly decision: 'CONFIRMED' | 'RETURNED'; readonly reason: string }) =>
      decideResult(display.id, result.id, decision),
  )
  const mayReturn = display.may.confirm || display.ownResult
  return (
    <>
      <p className="sub">
        {display.ownResult ? t('result.own') : t('result.waits', { name: result.by.name })}
      </p>
      {reason !== null && (
        <Input.TextArea
          rows={2}
          className="grow pub-after"
          aria-label={t('result.returnReason')}
          placeholder={t('result.returnReason')}
          maxLength={2000}
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <RefusalMessage error={decide.error} />
      <p className="pub-acts">
        {display.may.confirm && reason === null && (
          <Button
            type="primary"
            loading={decide.isPending}
            onClick={() => decide.mutate({ decision: 'CONFIRMED', reason: '' })}
          >
            {t('result.confirm')}
          </Button>
        )}
        {mayReturn && (
          <Button
            disabled={reason !== null && reason.trim() === ''}
            loading={reason !== null && decide.isPending}
            onClick={() =>
              reason === null ? setReason('') : decide.mutate({ decision: 'RETURNED', reason })
            }
          >
            {t(display.ownResult ? 'result.takeBack' : 'result.return')}
          </Button>
        )}
        {reason !== null && <Button onClick={() => setReason(null)}>{t('cancel')}</Button>}
      </p>
    </>
  )
}

function Standing({ display }: { readonly display: DisplayDetail }) {
  const { t, i18n } = useTranslation('display')
  const { state, unanswered, lastDay, today } = display
  const stopped = (display.runs.at(-1)?.stop ?? null) !== null
  if (stopped) return <p className="sub">{t('result.stopped')}</p>
  if (stillRuns(state)) {
    return <p className="sub">{t('result.tooEarly', { last: dayText(lastDay, today, i18n.language) })}</p>
  }
  if (unanswered > 0) return <p className="pub-bad">{t('result.openFirst', { count: unanswered })}</p>
  return null
}

/** What came of the display: written from the day after its last, confirmed by another person, then public. */
export function ResultCard({ display }: { readonly display: DisplayDetail }) {
  const { t } = useTranslation('display')
  const shown = display.results.findLast(({ decided }) => decided?.decision !== 'RETURNED')
  const returned = display.results.filter(({ decided }) => decided?.decision === 'RETURNED')
  const settled = shown !== undefined && (display.state === 'RESULT_PUBLISHED' || display.resultWaits)
  return (
    <section className="card">
      <h2>{t('result.title')}</h2>
      <div className="card-body">
        {settled && <p className="pub-result">{shown.text}</p>}
        {settled && shown.decided !== null && (
          <p className="sub">
            {t('result.confirmed', { name: shown.decided.by.name, on: shown.decided.on })}
          </p>
        )}
        {settled && shown.decided === null && <Waiting key={shown.id} display={display} result={shown} />}
        {!settled && <Standing display={display} />}
        {display.may.propose && <ResultForm key={display.objections} display={display} />}
        {returned.map(({ id, text, decided }) => (
          <div key={id} className="pub-returned">
            <p className="pub-text">{text}</p>
            {decided && (
              <p className="sub">
                {t('result.returned', { name: decided.by.name, on: decided.on, reason: decided.reason })}
              </p>
            )}
          </div>
        ))}
      </div>
    </section>
  )
}
