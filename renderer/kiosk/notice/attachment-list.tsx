import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicAttachment } from '../../../domain/notice/content.ts'
import { fileSize } from '../frame/format.ts'

const PICTURE = /^image\//u

function Attachment(props: { attachment: PublicAttachment; address: string }) {
  const { t } = useTranslation('kiosk')
  const [isOpen, setIsOpen] = useState(false)
  const { attachment, address } = props
  return (
    <li className="file">
      <span className="file-name" lang="zh-Hans">
        {attachment.name}
      </span>
      <span className="file-size">{fileSize(attachment.size)}</span>
      {PICTURE.test(attachment.mediaType) ? (
        <button
          type="button"
          className="button button-quiet"
          aria-expanded={isOpen}
          onClick={() => {
            setIsOpen(!isOpen)
          }}
        >
          {isOpen ? t('notice.pictureClose') : t('notice.pictureOpen')}
        </button>
      ) : (
        // Saved, not opened: the browser's own viewer would take the page away and with it the way back.
        <a className="button button-quiet" href={address} download={attachment.name} draggable={false}>
          {t('notice.fileOpen')}
        </a>
      )}
      {isOpen ? <img className="file-picture" src={address} alt={attachment.name} /> : null}
    </li>
  )
}

/** The attachments with their size; pictures open inside the page. */
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
        <p className="hint">{t('notice.fileHint')}</p>
      )}
    </section>
  )
}
