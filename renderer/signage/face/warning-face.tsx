import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bodyText } from '../../../domain/notice/body-text.ts'
import { glassPlan } from '../../../domain/signage/glass-plan.ts'
import { plainPages } from '../../../domain/signage/plain-pages.ts'
import { pageStay } from '../../../domain/signage/reading-time.ts'
import type { ScreenGeometry } from '../../../domain/signage/screen.ts'
import type { ScreenFeed, SignageItem } from '../../../server/signage/views.ts'
import { officialMinute } from '../../sheet/official-minute.ts'
import { GlassStage } from '../player/glass-stage.tsx'
import { useStandsStill } from '../player/use-stands-still.ts'
import type { Stage } from '../stage.ts'

/** What is said of an emergency, in lines: level, title, text, who issued it and when. */
function useWarningText(item: SignageItem): string {
  const { t } = useTranslation(['signage', 'terms'])
  const { content } = item.sheet
  const level = content.emergency?.level
  const { issuer, issuedAt } = item.emergency ?? { issuer: '', issuedAt: null }
  return [
    level ? t(`terms:warningLevel.${level}`) : t('signage:emergency'),
    content.title,
    bodyText(content.body),
    issuedAt === null ? issuer : t('signage:issued', { issuer, time: officialMinute(issuedAt) }),
  ].join('\n')
}

function Warning(props: {
  readonly item: SignageItem
  readonly feed: ScreenFeed
  readonly geometry: ScreenGeometry
  readonly onDone: () => void
}) {
  const { item, feed, geometry, onDone } = props
  const [page, setPage] = useState(0)
  const plan = glassPlan({ ...feed.screen, geometry, layout: 'FULL' })
  const [room] = plan.panes
  const pages = plainPages(useWarningText(item), room ?? { charactersPerLine: 1, lines: 1 })
  const lines = pages[page] ?? []
  const stay = pageStay(lines.join('').length)
  const isLast = page >= pages.length - 1
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setPage(isLast ? 0 : page + 1)
      if (isLast) onDone()
    }, stay)
    return () => {
      window.clearTimeout(timer)
    }
  }, [page, isLast, stay, onDone])
  return (
    <GlassStage plan={plan} geometry={geometry} minute={0}>
      <section className="sg-warning" role="alert">
        {lines.map((line, at) => (
          <p key={`${String(page)} ${String(at)}`}>{line}</p>
        ))}
      </section>
    </GlassStage>
  )
}

/**
 * Emergency notices on a screen that stands on its safe page: plain lines that are counted and not measured, page after page,
 * one notice after the other. It is told as the safe page: lines nobody measured prove no notice.
 */
export function WarningFace(props: {
  readonly items: readonly SignageItem[]
  readonly feed: ScreenFeed
  readonly geometry: ScreenGeometry
  readonly stage: Stage
}) {
  const { items, feed, geometry, stage } = props
  const [turn, setTurn] = useState(0)
  useStandsStill(stage, 'SAFE')
  const [next] = useState(() => () => {
    setTurn((now) => now + 1)
  })
  const item = items[turn % Math.max(1, items.length)]
  if (item === undefined) return null
  return <Warning key={item.sheet.hash} item={item} feed={feed} geometry={geometry} onDone={next} />
}
