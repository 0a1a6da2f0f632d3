import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DownwardItemView } from '../../../../server/exchange/downward/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { declineDownwardItem } from '../../api/exchange-downward-api.ts'
import { useExchangeChange } from '../use-exchange-change.ts'

/** Leaves what the county sent aside, with a word why. */
export function DeclineDialog({
  item,
  close,
}: {
  readonly item: DownwardItemView
  readonly close: () => void
}) {
  const { t } = useTranslation(['exchange', 'desk'])
  const id = useId()
  const [note, setNote] = useState('')
  const decline = useExchangeChange(declineDownwardItem)
  return (
    <Modal
      open
      title={t('exchange:item.declineTitle', { title: item.title })}
      okText={t('exchange:item.decline')}
      cancelText={t('desk:common.cancel')}
      okButtonProps={{ disabled: note.trim() === '', loading: decline.isPending }}
      onOk={() => decline.mutate({ id: item.id, note: note.trim() }, { onSuccess: close })}
      onCancel={close}
    >
      <p>{t('exchange:item.declineMeans')}</p>
      <label htmlFor={id}>{t('exchange:task.note')}</label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <RefusalMessage error={decline.error} />
    </Modal>
  )
}
