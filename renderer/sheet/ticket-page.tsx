import { createElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetPage } from '../../server/display/sheet-page.ts'
import { loadFace } from '../shared/language/load-face.ts'
import { faceOf } from './faces.tsx'
import { NoticeFrame } from './notice-frame.tsx'
import { readTicket, ticketFiles } from './ticket.ts'
import { useTemplate } from './use-template.ts'

function Framed(props: { readonly sheet: SheetPage; readonly fileAddress: (sha256: string) => string }) {
  const { sheet, fileAddress } = props
  const face = faceOf(sheet)
  const isMissing = face === null
  useEffect(() => {
    if (isMissing) document.documentElement.dataset.ready = 'error'
  }, [isMissing])
  if (sheet.kind === 'NOTICE') return <NoticeFrame sheet={sheet} fileAddress={fileAddress} />
  return face === null ? null : createElement(face, { sheet, fileAddress })
}

function WithTemplate(props: {
  readonly sheet: Exclude<SheetPage, { kind: 'DUTY_LIST' }>
  readonly fileAddress: (sha256: string) => string
}) {
  const { sheet } = props
  useTemplate(sheet.template, sheet.kind === 'NOTICE' ? sheet.half : null)
  return <Framed {...props} />
}

async function withFaces(sheet: SheetPage): Promise<SheetPage> {
  const texts = sheet.kind === 'NOTICE' ? (sheet.data.content.texts ?? []) : []
  await Promise.all(texts.map(({ language, title }) => loadFace(language, `${title} `)))
  return sheet
}

/** A sheet laid ready for printing under a secret; it draws itself and leaves its marks on the document. */
export function TicketPage({ secret }: { readonly secret: string }) {
  const { t } = useTranslation('sheet')
  const [sheet, setSheet] = useState<SheetPage | 'failed' | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    readTicket(secret, stop.signal)
      .then(withFaces)
      .then(setSheet, () => {
        if (stop.signal.aborted) return
        document.documentElement.dataset.ready = 'error'
        setSheet('failed')
      })
    return () => {
      stop.abort()
    }
  }, [secret])
  if (sheet === null) return <p className="message no-print">{t('loading')}…</p>
  if (sheet === 'failed') {
    return (
      <p className="message" role="alert">
        {t('notFound')}
      </p>
    )
  }
  const fileAddress = (sha256: string) => ticketFiles(secret) + sha256
  return sheet.kind === 'DUTY_LIST' ? (
    <Framed sheet={sheet} fileAddress={fileAddress} />
  ) : (
    <WithTemplate sheet={sheet} fileAddress={fileAddress} />
  )
}
