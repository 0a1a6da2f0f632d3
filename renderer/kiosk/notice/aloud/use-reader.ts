import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { holdVisit } from '../../idle/activity.ts'
import { offerReadingAloud, type ReadingAloudState } from '../reading-aloud-context.ts'
import { spokenParts, type SpokenPart } from './glass-text.ts'
import { createPlayer, type Player, type Playing, sayWith } from './player.ts'
import { speechOf, useVoice } from './voices.ts'

/** The three speeds, as factors of the voice's own. */
export const SPEEDS = { SLOW: 0.8, NORMAL: 1, FAST: 1.3 } as const
/** One of them. */
export type Speed = keyof typeof SPEEDS

const MARK = 'aloud'

// What has failed can be gone on with, as what was paused.
const OFFERED: Readonly<Record<Playing['phase'], ReadingAloudState>> = {
  READY: 'READY',
  SPEAKING: 'SPEAKING',
  PAUSED: 'PAUSED',
  FINISHED: 'READY',
  FAILED: 'PAUSED',
}

/** What a page has to draw of a reading. */
export type Reader = {
  readonly state: ReadingAloudState
  readonly phase: Playing['phase']
  /** Somebody asked to hear the page: then it is also said why nothing is heard. */
  readonly asked: boolean
  readonly at: number
  readonly total: number
  readonly caption: string
  readonly speed: Speed
  readonly start: () => void
  readonly again: () => void
  readonly pause: () => void
  readonly stop: () => void
  readonly turnSpeed: () => void
}

function mark(part: SpokenPart | undefined): void {
  const highlights = 'highlights' in CSS ? CSS.highlights : null
  highlights?.delete(MARK)
  if (!part?.element.isConnected) return
  highlights?.set(MARK, new Highlight(part.range()))
  const { top, bottom } = part.element.getBoundingClientRect()
  // Only what is out of sight moves the page: a visitor who reads along must not lose the line at every sentence.
  if (top < window.innerHeight * 0.1 || bottom > window.innerHeight * 0.6)
    part.element.scrollIntoView({ block: 'center' })
}

/**
 * Reads the text inside `root` aloud in its language, offers that to the key row, marks what is being read and holds the visit
 * open meanwhile. It ends with the page, with the visit, and with whatever takes the glass.
 */
export function useReader(root: RefObject<Element | null>, tag: string): Reader {
  const voice = useVoice(tag)
  const [playing, setPlaying] = useState<Playing>({ phase: 'READY', at: 0 })
  const [parts, setParts] = useState<readonly SpokenPart[]>([])
  const [asked, setAsked] = useState(false)
  const [speed, setSpeed] = useState<Speed>('NORMAL')
  const player = useRef<Player | null>(null)
  const actions = useMemo(() => {
    const again = () => {
      setAsked(true)
      const found = root.current ? spokenParts(root.current, tag) : []
      setParts(found)
      player.current?.start(found)
    }
    return {
      again,
      start: () => {
        if (player.current?.goOn() !== true) again()
      },
      pause: () => player.current?.pause(),
      stop: () => {
        setAsked(false)
        player.current?.stop()
      },
    }
  }, [root, tag])

  useEffect(() => {
    const speech = speechOf()
    if (voice === null || speech === null) return undefined
    const own = createPlayer(sayWith(speech, voice), setPlaying)
    player.current = own
    return () => {
      // The next visitor must not hear the rest.
      own.stop()
      speech.cancel()
      player.current = null
      mark(undefined)
    }
  }, [voice])

  const { phase, at } = playing
  const part = phase === 'SPEAKING' || phase === 'PAUSED' || phase === 'FAILED' ? parts[at] : undefined
  useEffect(() => {
    mark(part)
  }, [part])
  useEffect(() => (phase === 'SPEAKING' ? holdVisit() : undefined), [phase])

  const state = voice === null ? 'NO_VOICE' : OFFERED[phase]

  useEffect(() => offerReadingAloud({ state, ...actions }), [state, actions])

  return {
    ...actions,
    state,
    phase,
    asked,
    at,
    total: parts.length,
    caption: part?.text ?? '',
    speed,
    turnSpeed: () => {
      const next = speed === 'NORMAL' ? 'FAST' : speed === 'FAST' ? 'SLOW' : 'NORMAL'
      setSpeed(next)
      player.current?.setRate(SPEEDS[next])
    },
  }
}
