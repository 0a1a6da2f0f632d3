import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FileError, type FileFault, openFile, type OpenFile } from './open-file.ts'
import type { Zoom } from './zoom.ts'
import { ZoomKeys } from './zoom-keys.tsx'

type Opened = { readonly file: OpenFile } | { readonly fault: FileFault } | null

function useFile(address: string): { readonly opened: Opened; readonly retry: () => void } {
  const [opened, setOpened] = useState<Opened>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let gone = false
    let held: OpenFile | null = null
    openFile(address).then(
      (file) => {
        if (gone) file.close()
        else {
          held = file
          setOpened({ file })
        }
      },
      (error: unknown) => {
        if (!gone) setOpened({ fault: error instanceof FileError ? error.fault : 'BROKEN' })
      },
    )
    return () => {
      gone = true
      held?.close()
    }
  }, [address, tries])
  return {
    opened,
    retry: () => {
      setOpened(null)
      setTries((count) => count + 1)
    },
  }
}

type Drawn = { readonly page: number; readonly zoom: Zoom; readonly ok: boolean }

function Pages({ file }: { readonly file: OpenFile }) {
  const { t } = useTranslation('kiosk')
  const [page, setPage] = useState(1)
  const [zoom, setZoom] = useState<Zoom>(1)
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const top = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const sheet = canvas.current
    const box = frame.current
    if (sheet === null || box === null) return undefined
    const width = Math.max(320, box.clientWidth) * zoom * Math.min(2, window.devicePixelRatio)
    const { done, cancel } = file.draw(page, sheet, width)
    let gone = false
    void done.then((ok) => {
      if (!gone) setDrawn({ page, zoom, ok })
    })
    return () => {
      gone = true
      cancel()
      // The last picture is not kept beside the next one.
      sheet.width = 0
      sheet.height = 0
    }
  }, [file, page, zoom])

  useEffect(() => {
    // Opened at the foot of the glass nothing but its keys would be seen.
    top.current?.scrollIntoView({ block: 'start' })
  }, [])

  function turn(to: number): void {
    setPage(to)
    frame.current?.scrollTo({ top: 0, left: 0 })
    top.current?.scrollIntoView({ block: 'start' })
  }

  const isDrawn = drawn !== null && drawn.page === page && drawn.zoom === zoom
  const key = (to: number, name: string) => (
    <button
      type="button"
      className="button"
      aria-disabled={to < 1 || to > file.pages}
      onClick={() => {
        if (to >= 1 && to <= file.pages) turn(to)
      }}
    >
      {name}
    </button>
  )
  const keys = (
    <div className="viewer-keys">
      {key(page - 1, `← ${t('file.back')}`)}
      <span className="viewer-page">{t('file.page', { page, pages: file.pages })}</span>
      {key(page + 1, `${t('file.on')} →`)}
    </div>
  )
  return (
    <div className="viewer" ref={top}>
      {keys}
      <div className="viewer-keys">
        <ZoomKeys zoom={zoom} set={setZoom} />
      </div>
      <div
        ref={frame}
        className="viewer-frame"
        role="region"
        aria-label={t('file.viewer')}
        aria-busy={!isDrawn}
        tabIndex={0}
      >
        <canvas
          ref={canvas}
          className="viewer-sheet"
          hidden={isDrawn && !drawn.ok}
          style={{ width: `${String(zoom * 100)}%` }}
          role="img"
          aria-label={t('file.page', { page, pages: file.pages })}
        />
        {isDrawn ? null : (
          <p className="viewer-said" role="status">
            {t('file.drawing')}…
          </p>
        )}
        {isDrawn && !drawn.ok ? (
          <p className="viewer-said" role="status">
            {t('file.pageBroken')}
          </p>
        ) : null}
      </div>
      {file.pages > 1 ? keys : null}
    </div>
  )
}

const SAID = { LOCKED: 'file.locked', BROKEN: 'file.broken', UNREACHABLE: 'file.unreachable' } as const

/** A PDF inside the page, one page at a time, with keys to turn and enlarge; what cannot be shown says why. */
export function PdfViewer(props: { readonly address: string }) {
  const { t } = useTranslation('kiosk')
  const { opened, retry } = useFile(props.address)
  if (opened === null) {
    return (
      <p className="viewer-said" role="status">
        {t('file.opening')}…
      </p>
    )
  }
  if ('file' in opened) return <Pages file={opened.file} />
  return (
    <div className="viewer-said" role="status">
      <p>{t(SAID[opened.fault])}</p>
      {opened.fault === 'UNREACHABLE' ? (
        <button type="button" className="button" onClick={retry}>
          {t('file.retry')}
        </button>
      ) : null}
    </div>
  )
}
