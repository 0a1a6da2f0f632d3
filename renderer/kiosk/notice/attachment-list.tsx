import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicAttachment } from '../../../domain/notice/content.ts'
import { fileSize } from '../frame/format.ts'
import { isGlass } from '../frame/glass.ts'
import { PdfInPage } from './file/pdf-lazy.tsx'
import { PictureViewer } from './file/picture-viewer.tsx'
import './file/file.css'

const PICTURE = /^image\//u
const PDF = 'application/pdf'
// A weak kiosk holds the file and what is drawn of it in memory.
const MOST_BYTES = 60 * 1024 * 1024

function isShown({ mediaType, size }: PublicAttachment): boolean {
  return PICTURE.test(mediaType) || (mediaType === PDF && size <= MOST_BYTES)
}

function OpenKey(props: {
  readonly isPicture: boolean
  readonly isOpen: boolean
  readonly turn: () => void
}) {
  const { t } = useTranslation('kiosk')
  const { isPicture, isOpen, turn } = props
  const name = isPicture
    ? t(isOpen ? 'notice.pictureClose' : 'notice.pictureOpen')
    : t(isOpen ? 'file.close' : 'file.open')
  return (
    <button type="button" className="button button-quiet" aria-expanded={isOpen} onClick={turn}>
      {name}
    </button>
  )
}

function Attachment(props: { attachment: PublicAttachment; address: string }) {
  const { t } = useTranslation('kiosk')
  const [isOpen, setIsOpen] = useState(false)
  const { attachment, address } = props
  const isPicture = PICTURE.test(attachment.mediaType)
  const shown = isShown(attachment)
  // On the glass in the hall nothing is saved: the file would stay for the next visitor, and its dialog leads out of the board.
  const own = !isGlass() && !isPicture
  return (
    <li className="file">
      <span className="file-name" lang="zh-Hans">
        {attachment.name}
      </span>
      <span className="file-size">{fileSize(attachment.size)}</span>
      <span className="file-keys">
        {shown ? <OpenKey isPicture={isPicture} isOpen={isOpen} turn={() => setIsOpen(!isOpen)} /> : null}
        {own ? (
          // Saved, not opened: the browser's own viewer would take the page away and with it the way back.
          <a className="button button-quiet" href={address} download={attachment.name} draggable={false}>
            {t('file.save')}
          </a>
        ) : null}
      </span>
      {shown || own ? null : (
        <p className="file-window">{attachment.mediaType === PDF ? t('file.tooLarge') : t('file.window')}</p>
      )}
      {isOpen && isPicture ? <PictureViewer attachment={attachment} address={address} /> : null}
      {isOpen && !isPicture ? <PdfInPage address={address} /> : null}
    </li>
  )
}

/** The attachments with their size; pictures and PDFs open inside the page. */
export function AttachmentList(props: { attachments: readonly PublicAttachment[]; base: string }) {
  const { t } = useTranslation('kiosk')
  const files = props.attachments.filter((attachment) => attachment.role === 'ATTACHMENT')
  if (files.length === 0) return null
  return (
    <section className="notice-files">
      <h2 className="subtitle">{t('notice.attachments')}</h2>
      <ul className="files sheet">
        {files.map((file) => (
          <Attachment key={file.id} attachment={file} address={props.base + encodeURIComponent(file.id)} />
        ))}
      </ul>
      {files.every((file) => PICTURE.test(file.mediaType)) ? null : (
        <p className="hint">{isGlass() ? t('file.hintGlass') : t('file.hintOwn')}</p>
      )}
    </section>
  )
}
