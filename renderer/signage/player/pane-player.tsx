import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { PaneProgramme } from '../../../domain/signage/programme.ts'
import { officialDate } from '../../sheet/official-date.ts'
import type { HeldFeed } from '../feed/feed-keeper.ts'
import { DefaultFace } from '../face/default-face.tsx'
import { NO_MARKS, type Marks } from '../face/marks.ts'
import { type FaceRoom, NoticeFace, type ShownAt } from '../face/notice-face.tsx'
import { TickerFace } from '../face/ticker-face.tsx'
import { useMarkTexts } from '../face/foot.tsx'
import type { Stage } from '../stage.ts'
import { FaceBoundary } from './face-boundary.tsx'
import { createPanePlay } from './pane-play.ts'
import { placeOf } from './place.ts'
import { allHashes } from './playable.ts'

/** One part of the screen: its notices in turn, or the page that says there are none. */
export function PanePlayer(
  props: FaceRoom & {
    readonly held: HeldFeed
    readonly pane: PaneProgramme
    readonly stage: Stage
    readonly marks: Marks
    readonly day: string | null
    readonly refused: ReadonlySet<string>
    readonly onDegraded: (hash: string) => void
    readonly still: boolean
  },
) {
  const { held, pane, stage, room, plan, refused } = props
  const { feed } = held
  const [play] = useState(() =>
    createPanePlay(
      () => performance.now(),
      (hash) => {
        stage.failed({ hash, reason: 'TOO_SLOW' })
      },
    ),
  )
  const skipped = useSyncExternalStore(stage.onSkipped, stage.skipped)
  useEffect(() => {
    play.bill({
      source: feed,
      pane,
      keeps: (hash) => feed.items[hash] !== undefined && !skipped.has(hash) && !refused.has(hash),
    })
  }, [play, feed, pane, skipped, refused])
  useEffect(
    () => () => {
      play.stop()
      stage.gone(room.pane)
    },
    [play, stage, room.pane],
  )
  const on = useSyncExternalStore(play.onChange, play.on)
  const item = on.hash === null ? undefined : feed.items[on.hash]
  const columns = useMemo(
    () => pane.subscriptionIds.flatMap((id) => feed.columnNames[id] ?? []),
    [pane.subscriptionIds, feed.columnNames],
  )
  const elsewhere = allHashes(pane).some((one) => feed.items[one] !== undefined)
  const markTexts = useMarkTexts(props.marks)
  const isMain = room.pane === 'MAIN' || room.pane === 'TICKER'
  const marks = isMain ? props.marks : NO_MARKS
  const { hash } = on
  const shown = (at: ShownAt) => {
    play.drew()
    stage.shown({ pane: room.pane, kind: 'NOTICE', hash, ...at })
  }
  const threw = () => {
    if (hash === null) return
    play.rest(hash)
    stage.failed({ hash, reason: 'THREW' })
  }
  const ticker = () => {
    if (item === undefined) return ''
    const day = item.sheet.publishDate
    const parts = [
      ...(feed.screen.layout === 'TICKER' ? markTexts : []),
      item.sheet.content.title,
      ...(day === null ? [] : [officialDate(day)]),
    ]
    return parts.join('　')
  }
  return (
    <section className={`sg-pane sg-pane-${room.pane.toLowerCase()}`} style={placeOf(room)}>
      {item === undefined || hash === null ? (
        <DefaultFace
          content={{ office: feed.office, unitName: feed.unitName, columns, day: props.day, elsewhere }}
          room={room}
          plan={plan}
          marks={marks}
          still={props.still}
          onPage={(at) => {
            stage.shown({ pane: room.pane, kind: 'DEFAULT', hash: null, extent: null, ...at })
          }}
        />
      ) : (
        <FaceBoundary key={hash} onThrew={threw}>
          {room.form === 'TICKER' ? (
            <TickerFace
              text={ticker()}
              tone="NOTICE"
              plan={plan}
              turn={on.turn}
              still={props.still}
              onShown={() => {
                shown({ page: 0, pages: 1, extent: 'TITLE' })
              }}
              onDone={play.done}
            />
          ) : (
            <NoticeFace
              item={item}
              tone="NOTICE"
              room={room}
              plan={plan}
              geometry={props.geometry}
              orders={props.orders}
              marks={marks}
              turn={on.turn}
              asked={props.still ? 0 : null}
              onPage={shown}
              onDone={play.done}
              onDegraded={() => {
                props.onDegraded(hash)
              }}
              onMisfit={() => {
                play.rest(hash)
                stage.failed({ hash, reason: 'DREW_NOTHING' })
              }}
            />
          )}
        </FaceBoundary>
      )}
    </section>
  )
}
