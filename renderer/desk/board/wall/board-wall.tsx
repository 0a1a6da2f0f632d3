import { DndContext, PointerSensor, useSensor, useSensors } from '@dnd-kit/core'
import { Button } from 'antd'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { suggestSpot } from '../../../../domain/posting/panel-space.ts'
import type { BoardView, PostingView } from '../../../../server/posting/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { sizeOf } from './paper-size.ts'
import { PanelOnWall } from './panel-on-wall.tsx'
import { type PaperChoice, Tray } from './tray.tsx'
import { useHold } from './use-hold.ts'
import { type SheetMove, useLaying } from './use-laying.ts'
import { useRoom } from './use-room.ts'
import { useWallWords } from './use-wall-words.ts'
import { PANEL_GAP, scaleOf, wallOf, type Zoom } from './wall-layout.ts'
import './wall.css'

/** The board drawn to scale, and the tray of what has no place on it yet; sheets are laid by hand or by keys. */
export function BoardWall(props: {
  readonly board: BoardView
  readonly today: string
  readonly may: boolean
  readonly open: (id: string) => void
}) {
  const { board, today, may } = props
  const { t } = useTranslation('board')
  const howId = useId()
  const wall = useMemo(() => wallOf(board.panels), [board.panels])
  const words = useWallWords(board, today)
  const laying = useLaying(board)
  const [zoom, setZoom] = useState<Zoom>('FIT')
  const { place, room } = useRoom()
  const scale = scaleOf(wall, room, zoom)
  const [said, say] = useState('')
  const [choices, setChoices] = useState<Readonly<Record<string, PaperChoice>>>({})
  const choiceOf = (sheet: PostingView): PaperChoice =>
    choices[sheet.id] ?? { paper: 'A4', sheets: sheet.pages ?? 1 }
  const sizeOfSheet = (sheet: PostingView) => {
    const { paper, sheets } = choiceOf(sheet)
    return sheet.spot ?? sizeOf(paper, sheets)
  }
  const wallElement = useRef<HTMLDivElement>(null)
  const trayElement = useRef<HTMLDivElement>(null)
  const hold = useHold({ board, wall, scale, wallElement, trayElement, sizeOfSheet, laying, words, say })
  // A hand that shakes while it clicks does not mean to move the sheet.
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 5 } }))

  // A sheet that went from the tray to the wall is another button there; the keys stay with it.
  const lifted = hold.held?.way === 'KEYS' ? hold.held.sheet.id : null
  const follow = useRef<string | null>(null)
  useEffect(() => {
    if (lifted !== null) follow.current = lifted
    else if (follow.current !== null) {
      const sheet = document.querySelector<HTMLElement>(`[data-sheet="${CSS.escape(follow.current)}"]`)
      if (document.activeElement === document.body) sheet?.focus()
    }
  }, [lifted, board.postings])

  const laid = board.postings.filter(({ spot }) => spot !== null)
  const tray = board.postings.filter(({ spot }) => spot === null)
  const numbers = new Map(laid.map(({ id }, index) => [id, index + 1]))
  const layAll = () => {
    const taken = laid.flatMap(({ spot }) => (spot === null ? [] : [spot]))
    const moves: SheetMove[] = []
    for (const sheet of tray) {
      const to = suggestSpot(wall.panels, taken, sizeOfSheet(sheet))
      if (to === null) continue
      taken.push(to)
      moves.push({ id: sheet.id, from: null, to })
    }
    const left = tray.length - moves.length
    const done = () => {
      say(
        left === 0
          ? t('lay.allLaid', { number: moves.length })
          : t('lay.someLaid', { number: moves.length, left }),
      )
    }
    if (moves.length === 0) say(t('lay.noneFits'))
    else laying.move(moves, done)
  }
  const common = { hold, words, today, may, open: props.open, howId }
  const { held } = hold
  return (
    <DndContext
      sensors={sensors}
      accessibility={{
        screenReaderInstructions: { draggable: '' },
        // The line under the wall says it all, in the words of the desk.
        announcements: {
          onDragStart: () => undefined,
          onDragOver: () => undefined,
          onDragEnd: () => undefined,
          onDragCancel: () => undefined,
        },
      }}
      {...hold.hand}
    >
      <p id={howId} className="hidden-text">
        {t('lay.how')}
      </p>
      <Tray
        sheets={tray}
        choiceOf={choiceOf}
        choose={(sheet, choice) => setChoices((before) => ({ ...before, [sheet.id]: choice }))}
        common={common}
        element={trayElement}
      />
      <div className="bd-tools">
        <div className="bd-zoom" role="group" aria-label={t('wall.zoom')}>
          {(['FIT', 'LARGE'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={zoom === one} onClick={() => setZoom(one)}>
              {t(`wall.${one}`)}
            </button>
          ))}
        </div>
        {may ? (
          <>
            <Button size="small" disabled={tray.length === 0 || laying.pending} onClick={layAll}>
              {t('lay.auto')}
            </Button>
            <Button
              size="small"
              disabled={!laying.mayUndo}
              onClick={() => laying.undo(() => say(t('lay.undone')))}
            >
              {t('lay.undo')}
            </Button>
          </>
        ) : null}
        <p className={held?.fault ? 'bd-said bd-said-bad' : 'bd-said'}>
          {held?.way === 'HAND' && held.spot !== null ? (
            held.fault === null ? (
              words.where(held.spot)
            ) : (
              words.fault(held.fault)
            )
          ) : (
            <span role="status">{said === '' && may ? t('lay.hint') : said}</span>
          )}
        </p>
      </div>
      <RefusalMessage error={laying.error} />
      <div ref={place} className="bd-wall-place" tabIndex={0} role="group" aria-label={t('wall.label')}>
        <div
          ref={wallElement}
          className="bd-wall"
          style={{ width: wall.width * scale, columnGap: PANEL_GAP * scale }}
        >
          {wall.panels.map((panel) => (
            <PanelOnWall
              key={panel.id}
              panel={panel}
              sheets={laid.filter(({ spot }) => spot?.panelId === panel.id)}
              numbers={numbers}
              free={board.free[panel.id] ?? 0}
              scale={scale}
              common={common}
            />
          ))}
        </div>
      </div>
      {/* Over the wall the place itself is drawn; a second sheet beside it would hide what it says. */}
      {held?.corner && held.spot === null ? (
        <div
          className="bd-in-hand"
          style={{ ...held.corner, width: held.size.width * scale, height: held.size.height * scale }}
          aria-hidden
        >
          {held.sheet.title}
        </div>
      ) : null}
    </DndContext>
  )
}
