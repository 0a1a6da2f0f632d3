import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachmentView, NoticeDetail } from '../../../../server/notice/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { AttachmentLine } from './attachment-line.tsx'
import { noticeKey } from '../keys.ts'
import { addAttachment, attachmentBase, removeAttachment } from '../notice-api.ts'
import type { Revisions } from './revisions.ts'

type Upload = { readonly name: string; readonly share: number; readonly error: unknown }

const ACCEPTED = '.pdf,.docx,.xlsx,.png,.jpg,.jpeg,.webp'

/** The files that go along with a notice, each with what the public copy will not show. */
export function AttachmentsPanel(props: {
  readonly id: string
  readonly attachments: readonly AttachmentView[]
  /** Where files may be added and removed: what the draft's window knows of its revisions. */
  readonly revisions?: Revisions
}) {
  const { revisions } = props
  const { t } = useTranslation('notice')
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const [over, setOver] = useState(false)

  const put = (name: string, change: Partial<Upload> | null) => {
    setUploads((list) =>
      change === null
        ? list.filter((one) => one.name !== name)
        : [...list.filter((one) => one.name !== name), { name, share: 0, error: null, ...change }],
    )
  }
  const renew = (change: (list: readonly AttachmentView[]) => readonly AttachmentView[]) => {
    queries.setQueryData<NoticeDetail>(noticeKey(props.id), (old) =>
      old && revisions
        ? {
            ...old,
            draft: { ...old.draft, revision: revisions.known },
            attachments: change(old.attachments),
          }
        : old,
    )
    // The notice itself, for its history, and the gate below it.
    void queries.invalidateQueries({ queryKey: noticeKey(props.id) })
  }
  const send = async (files: readonly File[], known: Revisions) => {
    // One after another: the public copy of each is made on a weak PC.
    for (const file of files) {
      put(file.name, { share: 0 })
      try {
        const added = await known.change(() =>
          addAttachment(props.id, file, 'ATTACHMENT', (share) => {
            put(file.name, { share })
          }),
        )
        put(file.name, null)
        renew((list) => [...list, added])
      } catch (error) {
        put(file.name, { error })
      }
    }
  }
  const remove = useMutation({
    mutationFn: (one: { readonly known: Revisions; readonly attachmentId: string }) =>
      one.known.change(() => removeAttachment(props.id, one.attachmentId)),
    onSuccess: (_answer, { attachmentId }) => {
      renew((list) => list.filter((one) => one.id !== attachmentId))
    },
  })
  const shown = props.attachments.filter((one) => one.role === 'ATTACHMENT')
  return (
    <div
      className={over ? 'nt-attachments nt-over' : 'nt-attachments'}
      {...(revisions
        ? {
            onDragOver: (event: DragEvent) => {
              event.preventDefault()
              setOver(true)
            },
            onDragLeave: () => {
              setOver(false)
            },
            onDrop: (event: DragEvent) => {
              event.preventDefault()
              setOver(false)
              void send([...event.dataTransfer.files], revisions)
            },
          }
        : {})}
    >
      {shown.length === 0 && uploads.length === 0 ? (
        <p className="nt-soft">{t(revisions ? 'attachments.empty' : 'attachments.none')}</p>
      ) : null}
      <ul className="nt-lines">
        {shown.map((attachment) => (
          <AttachmentLine
            key={attachment.id}
            attachment={attachment}
            address={attachmentBase(props.id) + encodeURIComponent(attachment.id)}
            {...(revisions
              ? {
                  remove: () => {
                    remove.mutate({ known: revisions, attachmentId: attachment.id })
                  },
                }
              : {})}
          />
        ))}
        {uploads.map((upload) => (
          <li key={upload.name} className="nt-line">
            <div className="nt-line-title">{upload.name}</div>
            {upload.error === null ? (
              <div className="nt-upload" role="status">
                <Progress percent={Math.round(upload.share * 100)} size="small" />
                <span className="nt-soft">
                  {t(upload.share < 1 ? 'attachments.uploading' : 'attachments.cleaning')}
                </span>
              </div>
            ) : (
              <>
                <RefusalMessage error={upload.error} />
                <button
                  type="button"
                  className="nt-link"
                  onClick={() => {
                    put(upload.name, null)
                  }}
                >
                  {t('attachments.dismiss')}
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      <RefusalMessage error={remove.error} />
      {revisions ? (
        <div className="nt-add-file">
          <Button onClick={() => input.current?.click()}>{t('attachments.add')}</Button>
          <span className="nt-soft">{t('attachments.kinds')}</span>
          <input
            ref={input}
            hidden
            multiple
            type="file"
            accept={ACCEPTED}
            aria-label={t('attachments.add')}
            onChange={(event) => {
              const files = [...(event.target.files ?? [])]
              event.target.value = ''
              void send(files, revisions)
            }}
          />
        </div>
      ) : null}
    </div>
  )
}
