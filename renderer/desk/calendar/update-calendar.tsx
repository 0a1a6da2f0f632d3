import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarPreview } from '../../../server/duty/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { type CalendarSource, previewCalendar, takeCalendar } from '../api/calendar-api.ts'
import { FileDrop } from '../ui/file-drop.tsx'
import { PreviewCard } from './preview-card.tsx'
import { TypeYear } from './type-year.tsx'
import { useCalendarChange } from './use-calendar-change.ts'

type Shown = { readonly source: CalendarSource; readonly preview: CalendarPreview }

/** Brings a calendar in: from a file or typed in, shown first, then taken. */
export function UpdateCalendar({ mayTake, year }: { readonly mayTake: boolean; readonly year: number }) {
  const { t } = useTranslation('calendar')
  const [typing, setTyping] = useState(false)
  const [shown, setShown] = useState<Shown | null>(null)
  const preview = useMutation({
    mutationFn: async (source: CalendarSource) => ({ source, preview: await previewCalendar(source) }),
    onSuccess: setShown,
  })
  const close = () => {
    setShown(null)
    setTyping(false)
    preview.reset()
  }
  const take = useCalendarChange(
    (consent: { confirmed: boolean; keyName: string }) => {
      if (shown === null) throw new Error('nothing is shown that could be taken')
      return takeCalendar(shown.source, { ...consent, digest: shown.preview.digest })
    },
    t('update.taken'),
    close,
  )
  return (
    <section className="card">
      <h2>{t('update.title')}</h2>
      <div className="card-body">
        {shown !== null ? (
          <PreviewCard
            preview={shown.preview}
            mayTake={mayTake}
            busy={take.isPending}
            error={take.error}
            take={(consent) => take.mutate(consent)}
            cancel={close}
          />
        ) : typing ? (
          <TypeYear
            year={year}
            busy={preview.isPending}
            preview={(typed) => preview.mutate({ years: [typed] })}
            cancel={close}
          />
        ) : (
          <>
            <FileDrop
              label={t('update.choose')}
              hint={t('update.hint')}
              accept=".json,.csv"
              busy={preview.isPending}
              onFile={(file) => preview.mutate({ file })}
            />
            <Button onClick={() => setTyping(true)}>{t('update.type')}</Button>
          </>
        )}
        <RefusalMessage error={preview.error} />
      </div>
    </section>
  )
}
