import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Block } from '../../../domain/notice/body.ts'
import type { GlassPlan, PaneRoom } from '../../../domain/signage/glass-plan.ts'
import type { PublicOffice } from '../../../server/display/views.ts'
import { officialDate } from '../../sheet/official-date.ts'
import { Foot, InlineFoot, ROOMY_FOOT, useMarkTexts } from './foot.tsx'
import type { Marks } from './marks.ts'
import { PagedFace, type PageAt } from './paged-face.tsx'
import type { Segment } from './segments.ts'
import { TickerFace } from './ticker-face.tsx'

/** What a default page says. */
export type DefaultContent = {
  readonly office: PublicOffice
  readonly unitName: string
  /** The columns that ought to run here, as they are called; none before there is a feed. */
  readonly columns: readonly string[]
  /** Civil date, `YYYY-MM-DD`; null while the time is not known. */
  readonly day: string | null
  /** There are notices and none of them is shown now: unreadable here, given up on, or shown often enough. */
  readonly elsewhere: boolean
}

function middle(text: string): Block {
  return { type: 'paragraph', attrs: { textAlign: 'center' }, content: [{ type: 'text', text }] }
}

const ROOMY_LINES = 10

/** 本栏目暂无公示: nothing to show is a state with a page of its own, with whose screen it is and where to ask. */
export function DefaultFace(props: {
  readonly content: DefaultContent
  readonly room: PaneRoom
  readonly plan: GlassPlan
  readonly marks: Marks
  readonly still: boolean
  readonly onPage: (at: PageAt) => void
}) {
  const { t } = useTranslation('signage')
  const { content, room, plan, marks } = props
  const [turn, setTurn] = useState(0)
  const markTexts = useMarkTexts(marks)
  const none = content.columns.length === 0 ? t('empty.screen') : t('empty.column')
  // "Nothing on display" would be untrue of a column whose notices only this screen leaves out.
  const title = content.elsewhere ? t('empty.elsewhere') : none
  const { telephone, openingHours, address } = content.office
  const segments = useMemo<readonly Segment[]>(() => {
    const known = [...new Set([content.unitName, content.office.name].filter((name) => name !== ''))]
    // Where lines are few, whose screen it is and how to reach them goes before whom they belong to.
    const names = room.lines < ROOMY_LINES ? known.slice(0, 1) : known
    const lines = [
      ...names,
      ...(telephone === '' ? [] : [t('empty.telephone', { telephone })]),
      ...(openingHours === '' ? [] : [t('empty.hours', { hours: openingHours })]),
      ...(address === '' ? [] : [t('empty.address', { address })]),
      ...(room.form === 'PAGE' || content.day === null ? [] : [officialDate(content.day)]),
    ]
    return [{ kind: 'PROSE', lead: null, blocks: lines.map(middle), sign: [], note: null }]
  }, [
    content.unitName,
    content.office.name,
    content.day,
    telephone,
    openingHours,
    address,
    room.form,
    room.lines,
    t,
  ])
  const told = useEffectEvent(props.onPage)
  // A page that cannot be measured for want of room still stands; only the way it is divided is lost.
  const [misfits, setMisfits] = useState(false)
  useEffect(() => {
    if (misfits) told({ page: 0, pages: 1 })
  }, [misfits])
  const next = () => {
    setTurn((now) => now + 1)
  }
  if (room.form === 'TICKER' || room.form === 'NONE') {
    const text = [...markTexts, title, content.unitName, telephone].filter((part) => part !== '').join('　')
    return (
      <TickerFace
        text={text}
        tone="NOTICE"
        plan={plan}
        turn={turn}
        still={props.still}
        onShown={() => {
          props.onPage({ page: 0, pages: 1 })
        }}
        onDone={next}
      />
    )
  }
  return (
    <PagedFace
      key={segments.length}
      scale={1}
      className={`sg-default sg-form-${room.form.toLowerCase()}`}
      head={(at) => (
        <header className="sg-head">
          {room.form === 'PAGE' && content.columns.length > 0 ? (
            <p className="sg-office">{content.columns.join('、')}</p>
          ) : null}
          <h1 className="sg-title">
            {title}
            {room.form === 'PAGE' ? null : <InlineFoot marks={marks} at={at} />}
          </h1>
        </header>
      )}
      foot={
        room.form === 'PAGE'
          ? (at) => (
              <Foot
                marks={marks}
                at={at}
                date={content.day === null ? null : officialDate(content.day)}
                charactersPerLine={room.charactersPerLine}
                roomy={room.lines >= ROOMY_FOOT}
              />
            )
          : null
      }
      segments={segments}
      imageBase=""
      mostProse={8}
      mostTable={0}
      mayCut
      isPart={false}
      leastWindow={0}
      otherTitle={null}
      otherFirst={false}
      codePage={null}
      headCharacters={title.length}
      turn={turn}
      asked={props.still ? 0 : null}
      onPage={props.onPage}
      onDone={next}
      onMisfit={() => {
        setMisfits(true)
      }}
    />
  )
}
