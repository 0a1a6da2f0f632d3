import { Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AttachmentView } from '../../../../server/notice/views.ts'
import { fileSize, typeWord } from '../format.ts'

/** One attachment: what it is, and how its public copy differs from what the office keeps. */
export function AttachmentLine(props: {
  readonly attachment: AttachmentView
  readonly address: string
  readonly remove?: () => void
}) {
  const { t } = useTranslation('notice')
  const { attachment } = props
  const size =
    attachment.publicSize === attachment.size
      ? fileSize(attachment.size)
      : t('attachments.sizes', {
          size: fileSize(attachment.size),
          publicSize: fileSize(attachment.publicSize),
        })
  return (
    <li className="nt-line" data-attachment={attachment.id}>
      <div className="nt-line-title">{attachment.name}</div>
      <div className="nt-soft">
        {t(`attachments.type.${typeWord(attachment.mediaType)}`)}　{size}
      </div>
      {attachment.stripped.length > 0 ? (
        <div className="nt-soft">
          {t('attachments.stripped', {
            parts: attachment.stripped.map((part) => t(`attachments.part.${part}`)).join(t('listComma')),
          })}
        </div>
      ) : null}
      {attachment.maskedCount > 0 ? (
        <div className="nt-soft">{t('attachments.masked', { count: attachment.maskedCount })}</div>
      ) : null}
      {attachment.textRead ? null : <div className="nt-warn">{t('attachments.unread')}</div>}
      <div className="nt-line-actions">
        <a className="nt-link" href={props.address} target="_blank" rel="noopener">
          {t('attachments.viewPublic')}
        </a>
        {props.remove ? (
          <Popconfirm
            title={t('attachments.removeAsk', { name: attachment.name })}
            okText={t('attachments.remove')}
            cancelText={t('cancel')}
            onConfirm={props.remove}
          >
            <button type="button" className="nt-link">
              {t('attachments.remove')}
            </button>
          </Popconfirm>
        ) : null}
      </div>
    </li>
  )
}
