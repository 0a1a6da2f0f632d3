import { useMutation } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarPreview } from '../../../server/duty/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { type CalendarSource, previewCalendar, takeCalendar } from '../api/calendar-api.ts'
import { FileDrop } from '../../shared/desk/file-drop.tsx'
import { PreviewCard } from './preview-card.tsx'
import { TypeYear, type YearToType } from './type-year.tsx'
import { useCalendarChange } from './use-calendar-change.ts'

type Shown = { readonly source: CalendarSource; readonly preview: CalendarPreview }

type Props = {
  readonly mayTake: boolean
  /** The year being typed in; null while nothing is. */
  readonly typing: YearToType | null
  readonly type: () => void
  readonly close: () => void
  readonly taken: (year: number) => void
}

/** Brings a calendar in: from a file or typed in, shown first, then taken. */
export function UpdateCalendar({ mayTake, typing, type, close, taken }: Props) {
  const { t } = useTranslation('calendar')
  const [shown, setShown] = useState<Shown | null>(null)
  const preview = useMutation({
    mutationFn: async (source: CalendarSource) => ({ source, preview: await previewCalendar(source) }),
    onSuccess: setShown,
  })
  const take = useCalendarChange((consent: { confirmed: boolean; keyName: string }) => {
    if (shown === null) throw new Error('nothing is shown that could be taken')
    return takeCalendar(shown.source, { ...consent, digest: shown.preview.digest })
  }, t('update.taken'))
  const hide = () => {
    setShown(null)
    take.reset()
  }
  const leave = () => {
    hide()
    preview.reset()
    close()
  }
  return (
    <section className="card">
      <h2>{t('update.title')}</h2>
      <div className="card-body">
        <FileDrop
          label={t('update.choose')}
          hint={t('update.hint')}
          accept=".json,.csv"
          busy={preview.isPending}
          onFile={(file) => preview.mutate({ file })}
        />
        {typing === null && <RefusalMessage error={preview.error} />}
        <Button onClick={type}>{t('update.type')}</Button>
      </div>
      <Drawer
        open={typing !== null || shown !== null}
        title={shown === null ? t('update.typeTitle') : t('update.previewTitle')}
        size={720}
        autoFocus={shown !== null}
        destroyOnHidden
        onClose={leave}
      >
        {/* Stays while it is previewed: going back must not lose what was typed. */}
        {typing !== null && (
          <div hidden={shown !== null}>
            <TypeYear
              start={typing}
              busy={preview.isPending}
              preview={(year) => preview.mutate({ years: [year] })}
              cancel={leave}
            />
            <RefusalMessage error={preview.error} />
          </div>
        )}
        {shown !== null && (
          <PreviewCard
            key={shown.preview.digest}
            preview={shown.preview}
            typed={typing !== null}
            mayTake={mayTake}
            busy={take.isPending}
            error={take.error}
            take={(consent) =>
              take.mutate(consent, {
                onSuccess: () => {
                  const year = shown.preview.years[0]?.year
                  leave()
                  if (year !== undefined) taken(year)
                },
              })
            }
            back={typing === null ? leave : hide}
          />
        )}
      </Drawer>
    </section>
  )
}
