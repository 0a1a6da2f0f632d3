import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScreenGeometry } from '../../domain/signage/screen.ts'
import { feedAddress } from './address.ts'
import { createFeedKeeper } from './feed/feed-keeper.ts'
import { asOfText } from './feed/server-time.ts'
import { NO_MARKS } from './face/marks.ts'
import { SafeFace } from './face/safe-face.tsx'
import { WarningFace } from './face/warning-face.tsx'
import { FaceBoundary } from './player/face-boundary.tsx'
import { glassGeometry } from './player/glass-geometry.ts'
import { ScreenPlayer } from './player/screen-player.tsx'
import { useFeed, useNow } from './player/use-feed.ts'
import { useRun } from './run/use-run.ts'
import { usePageSize } from './player/use-page-size.ts'
import { SimulationNotes } from './simulation-notes.tsx'
import { createStage, type LeftOut } from './stage.ts'

/** A screen: what it shows is its feed at this moment, or at the one the desk asks for. */
export function ScreenPage({ screen, at }: { readonly screen: string; readonly at: string | null }) {
  const { t } = useTranslation('signage')
  const [keeper] = useState(() => createFeedKeeper(feedAddress(screen, at), at !== null))
  const [stage] = useState(createStage)
  const [left, setLeft] = useState<readonly LeftOut[]>([])
  const { held, reach } = useFeed(keeper)
  const run = useRun(screen, keeper, stage, at !== null)
  const now = useNow(held, at !== null)
  const page = usePageSize()
  // The register's figures come as a new object with every feed; as text they are the same.
  const registered = held === null ? null : JSON.stringify(held.feed.screen.geometry)
  const geometry = useMemo(
    () => (registered === null ? null : glassGeometry(JSON.parse(registered) as ScreenGeometry, page)),
    [registered, page],
  )
  useEffect(() => {
    document.documentElement.dataset['reach'] = reach
  }, [reach])
  if (held === null || now === null || geometry === null) {
    const words = reach === 'UNKNOWN' ? t('notFound') : reach === 'AWAY' ? t('offline') : t('loading')
    return <SafeFace words={words} stage={stage} />
  }
  const { name: office, telephone } = held.feed.office
  const safe = <SafeFace words={t('safe', { office, telephone })} stage={stage} />
  const { programme } = now
  const warnings =
    programme.state === 'TAKEOVER' ? programme.hashes.flatMap((hash) => held.feed.items[hash] ?? []) : []
  if (run.isSafe && warnings.length === 0) return safe
  if (run.isSafe) {
    return (
      <FaceBoundary onThrew={() => undefined} instead={safe}>
        <WarningFace items={warnings} feed={held.feed} geometry={geometry} stage={stage} />
      </FaceBoundary>
    )
  }
  const marks = {
    ...NO_MARKS,
    doubt: !now.timeKnown,
    asOf: reach === 'AWAY' ? asOfText(held.feed.asOf, now) : null,
  }
  return (
    <>
      <FaceBoundary
        key={`${String(geometry.pixelWidth)}x${String(geometry.pixelHeight)} ${String(run.attempt)}`}
        onThrew={() => undefined}
        instead={safe}
      >
        <ScreenPlayer
          held={held}
          now={now}
          geometry={geometry}
          stage={stage}
          marks={marks}
          onLeftOut={setLeft}
        />
      </FaceBoundary>
      {at === null ? null : <SimulationNotes leftOut={left} feed={held.feed} />}
    </>
  )
}
