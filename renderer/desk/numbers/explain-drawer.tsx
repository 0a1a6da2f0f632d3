import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Input, InputNumber, Radio } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VOID_REASONS, type VoidReason } from '../../../domain/notice/document-number-series.ts'
import type { SeriesList, SeriesView } from '../../../server/notice/convention/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { explainNumbers, SERIES_KEY } from '../api/convention-api.ts'

/** A gap that somebody is about to explain. */
export type ExplainedGap = { readonly series: SeriesView; readonly gap: SeriesView['gaps'][number] }

function ExplainForm({ chosen, done }: { readonly chosen: ExplainedGap; readonly done: () => void }) {
  const { t } = useTranslation(['wording', 'terms'])
  const queries = useQueryClient()
  const id = useId()
  const { series, gap } = chosen
  const [from, setFrom] = useState(gap.from)
  const [to, setTo] = useState(Math.min(gap.to, gap.from + 199))
  const [reason, setReason] = useState<VoidReason>(gap.explained?.reason ?? 'NOT_PUBLIC')
  const [note, setNote] = useState(gap.explained?.note ?? '')
  const explain = useMutation({
    mutationFn: () => explainNumbers({ prefix: series.prefix, year: series.year, from, to, reason, note }),
    onSuccess: (list) => {
      queries.setQueryData<SeriesList>(SERIES_KEY, list)
      done()
    },
  })
  return (
    <form
      className="num-form"
      onSubmit={(event) => {
        event.preventDefault()
        explain.mutate()
      }}
    >
      <fieldset className="num-range">
        <legend>{t('wording:numbers.range')}</legend>
        <InputNumber
          aria-label={t('wording:numbers.from')}
          min={gap.from}
          max={gap.to}
          value={from}
          onChange={(value) => setFrom(value ?? gap.from)}
        />
        <span>—</span>
        <InputNumber
          aria-label={t('wording:numbers.to')}
          min={gap.from}
          max={gap.to}
          value={to}
          onChange={(value) => setTo(value ?? gap.to)}
        />
      </fieldset>
      <fieldset className="num-range">
        <legend>{t('wording:numbers.reason')}</legend>
        <Radio.Group
          className="num-reasons"
          value={reason}
          onChange={(event) => {
            const known = VOID_REASONS.find((one) => one === event.target.value)
            if (known) setReason(known)
          }}
        >
          {VOID_REASONS.map((one) => (
            <Radio key={one} value={one}>
              {t(`terms:voidReason.${one}`)}
              <span className="sub"> {t(`wording:numbers.meaning.${one}`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      <label htmlFor={id}>{t('wording:numbers.note')}</label>
      <Input
        id={id}
        value={note}
        maxLength={200}
        placeholder={t('wording:numbers.noteExample')}
        onChange={(event) => setNote(event.target.value)}
      />
      <p className="sub">{t('wording:numbers.noteHint')}</p>
      <RefusalMessage error={explain.error} />
      <Button type="primary" htmlType="submit" loading={explain.isPending}>
        {t('wording:numbers.explainDo')}
      </Button>
    </form>
  )
}

/** Puts on record why numbers are missing. */
export function ExplainDrawer(props: { readonly chosen: ExplainedGap | null; readonly close: () => void }) {
  const { t } = useTranslation('wording')
  const { chosen, close } = props
  return (
    <Drawer
      open={chosen !== null}
      title={
        chosen === null
          ? ''
          : t('numbers.explainTitle', { series: `${chosen.series.prefix}〔${chosen.series.year}〕` })
      }
      size={560}
      destroyOnHidden
      onClose={close}
    >
      {chosen === null ? null : (
        <ExplainForm key={`${chosen.series.prefix} ${chosen.gap.from}`} chosen={chosen} done={close} />
      )}
    </Drawer>
  )
}
