import { useEffect, useMemo, useState } from 'react'
import { glassPlan } from '../../../domain/signage/glass-plan.ts'
import type { ScreenGeometry } from '../../../domain/signage/screen.ts'
import type { HeldFeed } from '../feed/feed-keeper.ts'
import { dayText } from '../feed/server-time.ts'
import type { Marks } from '../face/marks.ts'
import type { LeftOut, Stage } from '../stage.ts'
import { GlassStage } from './glass-stage.tsx'
import { leftOut } from './left-out.ts'
import { PanePlayer } from './pane-player.tsx'
import { TakeoverPlayer } from './takeover-player.tsx'
import type { Now } from './use-feed.ts'
import { useStandsStill } from './use-stands-still.ts'

/** Outside the opening hours: black, and nothing else. */
function Closed({ stage }: { readonly stage: Stage }) {
  useStandsStill(stage, 'CLOSED')
  return <div className="sg-closed" />
}

const NONE: ReadonlySet<string> = new Set()

/** Everything a screen shows from its feed at a moment. */
export function ScreenPlayer(props: {
  readonly held: HeldFeed
  readonly now: Now
  readonly geometry: ScreenGeometry
  readonly stage: Stage
  readonly marks: Marks
  readonly onLeftOut: (leftOut: readonly LeftOut[]) => void
}) {
  const { held, now, geometry, stage, marks, onLeftOut } = props
  const { feed } = held
  const { programme } = now
  const { screen, items } = feed
  const { layout, shift } = screen
  const plan = useMemo(() => glassPlan({ geometry, layout, shift }), [geometry, layout, shift])
  const [degraded, setDegraded] = useState<readonly string[]>([])
  const left = useMemo(() => leftOut(feed, plan), [feed, plan])
  const all = useMemo(
    () => [
      ...left,
      ...degraded
        .filter((hash) => items[hash] !== undefined && !left.some((one) => one.hash === hash))
        .map((hash): LeftOut => ({ hash, pane: 'MAIN', outcome: 'AS_HEADLINE', reason: 'DID_NOT_FIT' })),
    ],
    [left, degraded, items],
  )
  useEffect(() => {
    stage.leftOut(all)
    onLeftOut(all)
  }, [stage, all, onLeftOut])
  const refused = useMemo(
    () =>
      new Map(
        plan.panes.map(({ pane }) => [
          pane,
          new Set(
            left.filter((one) => one.outcome === 'REFUSED' && one.pane === pane).map(({ hash }) => hash),
          ),
        ]),
      ),
    [left, plan],
  )
  if (programme.state === 'CLOSED') return <Closed stage={stage} />
  const day = now.timeKnown ? dayText(now.time) : null
  return (
    <GlassStage
      plan={plan}
      geometry={geometry}
      minute={programme.state === 'TAKEOVER' ? 0 : Math.floor(now.time / 60_000)}
    >
      {programme.state === 'TAKEOVER' ? (
        <TakeoverPlayer
          held={held}
          hashes={programme.hashes}
          geometry={geometry}
          stage={stage}
          marks={marks}
          still={false}
        />
      ) : (
        programme.panes.map((pane) => {
          const room = plan.panes.find((one) => one.pane === pane.pane)
          return room === undefined ? null : (
            <PanePlayer
              key={pane.pane}
              held={held}
              pane={pane}
              room={room}
              plan={plan}
              geometry={geometry}
              orders={held.orders}
              stage={stage}
              marks={marks}
              day={day}
              refused={refused.get(pane.pane) ?? NONE}
              still={false}
              onDegraded={(hash) => {
                setDegraded((was) => (was.includes(hash) ? was : [...was, hash].slice(-50)))
              }}
            />
          )
        })
      )}
    </GlassStage>
  )
}
