import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NOTICE_FORMS, type SheetForm } from '../../../domain/sheet/template.ts'
import type { TemplateDefinition } from '../../../domain/sheet/template-definition.ts'
import { typeArea } from '../../../domain/sheet/type-area.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { previewTemplate } from '../api/template-api.ts'
import { getNotice, listNotices } from '../notice/notice-api.ts'
import { PreviewFrame } from './preview-frame.tsx'
import { useSettled } from './use-settled.ts'

// Long enough for a second digit, short enough to be seen as an answer.
const SETTLE_MS = 450
const SAMPLE = ''

function useHash(noticeId: string): string | null {
  const notice = useQuery({
    queryKey: ['template-preview', 'notice', noticeId],
    queryFn: ({ signal }) => getNotice(noticeId, signal),
    enabled: noticeId !== SAMPLE,
  }).data
  return notice?.editions.find(({ state }) => state === 'PUBLISHED')?.hash ?? null
}

/** The sheet beside its fields: an invented one, or an edition of the office. `definition` is the last one that fits. */
export function TemplatePreview(props: {
  readonly form: SheetForm
  readonly definition: TemplateDefinition
  readonly waits: boolean
}) {
  const { t } = useTranslation('template')
  const field = useId()
  const [noticeId, setNoticeId] = useState(SAMPLE)
  const { form, waits } = props
  const definition = useSettled(props.definition, SETTLE_MS)
  const ofNotice = NOTICE_FORMS.some((one) => one === form)
  const hash = useHash(noticeId)
  const notices = useQuery({
    queryKey: ['template-preview', 'notices'],
    queryFn: ({ signal }) => listNotices({ state: 'PUBLISHED' }, signal),
    enabled: ofNotice,
  }).data
  const preview = useQuery({
    queryKey: ['template-preview', form, hash, definition],
    queryFn: ({ signal }) => previewTemplate({ form, definition, hash }, signal),
    placeholderData: keepPreviousData,
    // The server takes an older preview back, so none may be shown again from memory.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <section className="tp-preview" aria-label={t('preview.title')}>
      <div className="tp-preview-head">
        <h2>{t('preview.title')}</h2>
        {ofNotice ? (
          <>
            <label htmlFor={field} className="sub">
              {t('preview.with')}
            </label>
            <Select
              id={field}
              className="tp-source"
              value={noticeId}
              showSearch={{ optionFilterProp: 'label' }}
              options={[
                { value: SAMPLE, label: t('preview.sample') },
                ...(notices?.items ?? []).map(({ id, title }) => ({ value: id, label: title })),
              ]}
              onChange={setNoticeId}
            />
          </>
        ) : null}
      </div>
      <p className="sub" role="status">
        {waits
          ? t('preview.waits')
          : preview.isFetching
            ? t('preview.busy')
            : t(`preview.${noticeId === SAMPLE ? 'sampleNote' : 'approximate'}`)}
      </p>
      <RefusalMessage error={preview.error} />
      {preview.data === undefined ? null : (
        <PreviewFrame address={preview.data.address} pageWidth={typeArea(definition).page.width} />
      )}
    </section>
  )
}
