import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { useExchangeChange } from './use-exchange-change.ts'

type Props = {
  readonly title: string
  /** What comes of it. */
  readonly means: string
  readonly action: string
  readonly send: (note: string) => Promise<unknown>
  readonly close: () => void
}

/** Asks for a word why before something is put aside for good. */
export function NoteDialog({ title, means, action, send, close }: Props) {
  const { t } = useTranslation(['exchange', 'desk'])
  const id = useId()
  const [note, setNote] = useState('')
  const sending = useExchangeChange(send)
  return (
    <Modal
      open
      title={title}
      okText={action}
      cancelText={t('desk:common.cancel')}
      okButtonProps={{ disabled: note.trim() === '', loading: sending.isPending }}
      onOk={() => sending.mutate(note.trim(), { onSuccess: close })}
      onCancel={close}
    >
      <div className="ex-stack">
        <p>{means}</p>
        <label htmlFor={id} className="sub">
          {t('exchange:task.note')}
        </label>
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <RefusalMessage error={sending.error} />
      </div>
    </Modal>
  )
}
