import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { glassPlan } from '../../../domain/signage/glass-plan.ts'
import type { ScreenGeometry } from '../../../domain/signage/screen.ts'
import type { SheetData } from '../../../server/display/views.ts'
import { NO_MARKS } from '../face/marks.ts'
import { NoticeFace } from '../face/notice-face.tsx'
import type { PageAt } from '../face/paged-face.tsx'
import { SafeFace } from '../face/safe-face.tsx'
import { glassGeometry } from '../player/glass-geometry.ts'
import { placeOf } from '../player/place.ts'
import { GlassStage } from '../player/glass-stage.tsx'
import { usePageSize } from '../player/use-page-size.ts'
import { useFaceData } from './use-face-data.ts'

/** A television of 43 inches in a hall, read from three metres: what a reviewer sees while no screen is meant. */
const USUAL: ScreenGeometry = {
  pixelWidth: 1920,
  pixelHeight: 1080,
  millimetreWidth: 952,
  millimetreHeight: 535,
  viewingDistanceMillimetres: 3000,
  leastDegrees: 0.7,
}

function Preview({ sheet }: { readonly sheet: SheetData }) {
  const { t } = useTranslation('signage')
  const size = usePageSize()
  const geometry = useMemo(() => glassGeometry(USUAL, size), [size])
  const plan = useMemo(() => glassPlan({ geometry, layout: 'FULL', shift: false }), [geometry])
  const [asked, setAsked] = useState(0)
  const [at, setAt] = useState<PageAt>({ page: 0, pages: 1 })
  const [room] = plan.panes
  const item = useMemo(
    () => ({
      sheet,
      noticeKind: sheet.content.noticeKind,
      expiresAt: null,
      shortened: false,
      emergency: null,
    }),
    [sheet],
  )
  if (room === undefined) return null
  return (
    <>
      <GlassStage plan={plan} geometry={geometry} minute={0}>
        <section className="sg-pane" style={placeOf(room)}>
          <NoticeFace
            key={`${String(size.width)}x${String(size.height)}`}
            item={item}
            tone="NOTICE"
            room={room}
            plan={plan}
            geometry={geometry}
            orders={null}
            marks={NO_MARKS}
            turn={0}
            asked={asked}
            onPage={(next) => {
              setAt(next)
              document.documentElement.dataset['ready'] = 'true'
            }}
            onDone={() => undefined}
            onDegraded={() => undefined}
            onMisfit={() => undefined}
          />
        </section>
      </GlassStage>
      {sheet.draft ? (
        <aside className="sg-preview">
          <p>{t('preview')}</p>
          <p>{t('pageOf', { number: at.page + 1, total: at.pages })}</p>
          {at.pages > 1 ? (
            <>
              <button
                type="button"
                onClick={() => {
                  setAsked((now) => now - 1)
                }}
              >
                {t('previous')}
              </button>
              <button
                type="button"
                onClick={() => {
                  setAsked((now) => now + 1)
                }}
              >
                {t('next')}
              </button>
            </>
          ) : null}
        </aside>
      ) : null}
    </>
  )
}

/** One notice as a screen shows it, for the desk: the same face, turned by hand. */
export function PreviewPage({ search }: { readonly search: string }) {
  const { t } = useTranslation('signage')
  const face = useFaceData(search)
  if (face.step === 'shown') return <Preview sheet={face.data} />
  const words =
    face.step === 'loading' ? t('loading') : face.step === 'offline' ? t('offline') : t('notFound')
  return <SafeFace words={words} stage={null} />
}
