import {
  type CSSProperties,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { pageStay } from '../../../domain/signage/reading-time.ts'
import { BodySegment } from './body-segment.tsx'
import { type FacePage, measurePages } from './measure-pages.ts'
import type { Segment } from './segments.ts'

/** Which page of how many. */
export type PageAt = { readonly page: number; readonly pages: number }

/** What a face tells whoever plays it. */
export type FaceEvents = {
  /** A page is on the glass. */
  readonly onPage: (at: PageAt) => void
  /** The last page has stood long enough. */
  readonly onDone: () => void
  /** It does not fit as planned. */
  readonly onMisfit: () => void
}

const PICTURE_MS = 5000
const CODE_STAY_MS = 15_000

function scaled(scale: number): CSSProperties | undefined {
  if (scale === 1) return undefined
  const by = (name: string) => `round(calc(var(${name}) * ${String(scale)}), 1px)`
  return { '--own-type': by('--type'), '--own-line': by('--line') } as CSSProperties
}

async function settled(window: HTMLElement): Promise<void> {
  const pictures = [...window.querySelectorAll('img')].map((picture) =>
    picture.decode().catch(() => undefined),
  )
  const all = Promise.all([document.fonts.ready, ...pictures])
  // A picture that never comes must not keep the words from being read.
  await Promise.race([
    all,
    new Promise((resolve) => window.ownerDocument.defaultView?.setTimeout(resolve, PICTURE_MS)),
  ])
}

function isSettled(window: HTMLElement): boolean {
  // Asking for the height makes the browser begin with the faces it needs; only then does it say that it is loading.
  return (
    window.offsetHeight >= 0 && document.fonts.status === 'loaded' && window.querySelector('img') === null
  )
}

/** A text in pages: head and foot stay, the window between them turns. Measured once, before it is seen. */
export function PagedFace(
  props: FaceEvents & {
    readonly className: string
    /** By how much the type is larger than the rule. */
    readonly scale: number
    readonly head: (at: PageAt | null) => ReactNode
    readonly foot: ((at: PageAt | null) => ReactNode) | null
    readonly segments: readonly Segment[]
    readonly imageBase: string
    readonly mostProse: number
    readonly mostTable: number
    readonly mayCut: boolean
    /** It says by itself that the rest is somewhere else. */
    readonly isPart: boolean
    /** Lowest window in which a text can be read, in pixels. */
    readonly leastWindow: number
    /** Title in another language on a page of its own. */
    readonly otherTitle: ReactNode
    /** Whether it comes before the Chinese text. */
    readonly otherFirst: boolean
    /** The last page, with the code. */
    readonly codePage: ReactNode
    readonly headCharacters: number
    /** Counts the turns of one and the same notice. */
    readonly turn: number
    /** Pages turn only when asked: `asked` says which. */
    readonly asked: number | null
  },
) {
  const { asked, turn } = props
  // A newer feed brings the same edition as another object; what is measured stays what is drawn.
  const [segments] = useState(props.segments)
  const window = useRef<HTMLDivElement>(null)
  const [pages, setPages] = useState<readonly FacePage[] | null>(null)
  const [turned, setTurned] = useState(0)
  const misfit = useEffectEvent(props.onMisfit)
  const measure = useEffectEvent((element: HTMLElement) => {
    element.parentElement?.style.setProperty('--window', `${String(element.clientHeight)}px`)
    const tooLow = segments.length > 0 && element.clientHeight < props.leastWindow
    const found = tooLow
      ? null
      : measurePages(element, segments, {
          prose: props.mostProse,
          table: props.mostTable,
          mayCut: props.mayCut,
          isPart: props.isPart,
        })
    if (found === null) {
      misfit()
      return
    }
    const other = props.otherTitle === null ? [] : [{ kind: 'OTHER_TITLE' as const, characters: 20 }]
    setPages([
      ...(props.otherFirst ? [...other, ...found] : [...found, ...other]),
      ...(props.codePage === null ? [] : [{ kind: 'CODE' as const, characters: 0 }]),
    ])
  })
  useLayoutEffect(() => {
    const element = window.current
    if (element === null) return undefined
    if (isSettled(element)) {
      measure(element)
      return undefined
    }
    let isCurrent = true
    void settled(element).then(() => {
      if (isCurrent) measure(element)
    })
    return () => {
      isCurrent = false
    }
  }, [])
  const count = pages?.length ?? 0
  const page = count === 0 ? 0 : (((asked ?? turned) % count) + count) % count
  const current = pages?.[page] ?? null
  const at = pages === null ? null : { page, pages: count }
  const tellPage = useEffectEvent(props.onPage)
  const done = useEffectEvent(() => {
    setTurned(0)
    props.onDone()
  })
  const stay =
    current?.kind === 'CODE'
      ? CODE_STAY_MS
      : pageStay((current?.characters ?? 0) + (page === 0 ? props.headCharacters : 0))
  useEffect(() => {
    if (count === 0) return undefined
    tellPage({ page, pages: count })
    if (asked !== null) return undefined
    const timer = globalThis.setTimeout(() => {
      if (page + 1 < count) setTurned(page + 1)
      else done()
    }, stay)
    return () => {
      globalThis.clearTimeout(timer)
    }
  }, [page, count, turn, stay, asked])
  const shown = current?.kind === 'PROSE' || current?.kind === 'TABLE' ? current : null
  const whole =
    current?.kind === 'CODE' ? props.codePage : current?.kind === 'OTHER_TITLE' ? props.otherTitle : null
  return (
    <article
      className={`sg-face ${props.className}${pages === null ? ' sg-unmeasured' : ''}`}
      style={scaled(props.scale)}
      data-page={page}
      data-pages={count}
    >
      {whole === null ? (
        <>
          {props.head(at)}
          <div className={pages === null ? 'sg-window sg-measure' : 'sg-window'} ref={window}>
            {segments.map((segment, index) =>
              shown === null || shown.segment === index ? (
                <BodySegment key={index} segment={segment} page={shown} imageBase={props.imageBase} />
              ) : null,
            )}
          </div>
          {props.foot?.(at)}
        </>
      ) : (
        whole
      )}
    </article>
  )
}
