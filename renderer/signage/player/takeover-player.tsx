import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bodyText } from '../../../domain/notice/body-text.ts'
import { glassPlan, type GlassPlan, type PaneRoom } from '../../../domain/signage/glass-plan.ts'
import type { ScreenFeed, SignageItem } from '../../../server/signage/views.ts'
import type { HeldFeed } from '../feed/feed-keeper.ts'
import { useMarkTexts } from '../face/foot.tsx'
import type { Marks } from '../face/marks.ts'
import { NoticeFace, type ShownAt } from '../face/notice-face.tsx'
import { TickerFace } from '../face/ticker-face.tsx'
import { officialMinute } from '../../sheet/official-minute.ts'
import type { Stage } from '../stage.ts'
import { FaceBoundary } from './face-boundary.tsx'
import { placeOf } from './place.ts'

/** The whole glass as one part. */
function wholeGlass(screen: ScreenFeed['screen'], geometry: ScreenFeed['screen']['geometry']) {
  const layout = screen.layout === 'TICKER' ? 'TICKER' : 'FULL'
  const plan = glassPlan({ ...screen, geometry, layout })
  return { plan, room: plan.panes[0] }
}

function Ticker(props: {
  readonly item: SignageItem
  readonly plan: GlassPlan
  readonly marks: Marks
  readonly turn: number
  readonly still: boolean
  readonly onShown: () => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation(['signage', 'terms'])
  const { content } = props.item.sheet
  const { emergency } = props.item
  const level = content.emergency?.level
  const marks = useMarkTexts(props.marks)
  const text = [
    ...marks,
    level ? t(`terms:warningLevel.${level}`) : t('signage:emergency'),
    content.title,
    bodyText(content.body).replaceAll(/\s+/gu, ' '),
    emergency === null
      ? ''
      : emergency.issuedAt === null
        ? emergency.issuer
        : t('signage:issued', { issuer: emergency.issuer, time: officialMinute(emergency.issuedAt) }),
  ]
  return (
    <TickerFace
      text={text.filter((part) => part !== '').join('　')}
      tone="EMERGENCY"
      plan={props.plan}
      turn={props.turn}
      still={props.still}
      onShown={props.onShown}
      onDone={props.onDone}
    />
  )
}

/** Emergency notices over the whole glass, in turn. One that cannot be drawn as a page runs as a line. */
export function TakeoverPlayer(props: {
  readonly held: HeldFeed
  readonly hashes: readonly string[]
  readonly geometry: ScreenFeed['screen']['geometry']
  readonly stage: Stage
  readonly marks: Marks
  readonly still: boolean
}) {
  const { held, stage, marks, geometry } = props
  const { feed } = held
  const [turn, setTurn] = useState(0)
  const [asLine, setAsLine] = useState<string | null>(null)
  const hashes = props.hashes.filter((hash) => feed.items[hash] !== undefined)
  const hash = hashes[turn % Math.max(1, hashes.length)]
  const item = hash === undefined ? undefined : feed.items[hash]
  const { plan, room } = wholeGlass(feed.screen, geometry)
  const gone = useEffectEvent(() => {
    stage.gone(null)
  })
  useEffect(
    () => () => {
      gone()
    },
    [],
  )
  if (item === undefined || hash === undefined || room === undefined) return null
  const shown = (at: ShownAt) => {
    stage.shown({ pane: null, kind: 'TAKEOVER', hash, ...at })
  }
  const next = () => {
    setTurn((now) => now + 1)
  }
  const line = () => {
    if (asLine !== hash) stage.failed({ hash, reason: 'DREW_NOTHING' })
    setAsLine(hash)
  }
  const whole: PaneRoom = room
  return (
    <section className="sg-pane sg-pane-takeover" role="alert" style={placeOf(whole)}>
      <FaceBoundary key={`${hash} ${String(asLine === hash)}`} onThrew={line}>
        {whole.form === 'TICKER' || whole.form === 'NONE' || asLine === hash ? (
          <Ticker
            item={item}
            plan={plan}
            marks={marks}
            turn={turn}
            still={props.still}
            onShown={() => {
              // A warning runs with its whole text.
              shown({ page: 0, pages: 1, extent: item.shortened ? 'PART' : 'WHOLE' })
            }}
            onDone={next}
          />
        ) : (
          <NoticeFace
            item={item}
            tone="EMERGENCY"
            room={whole}
            plan={plan}
            geometry={geometry}
            orders={held.orders}
            marks={marks}
            turn={turn}
            asked={props.still ? 0 : null}
            onPage={shown}
            onDone={next}
            onDegraded={() => undefined}
            onMisfit={line}
          />
        )}
      </FaceBoundary>
    </section>
  )
}
