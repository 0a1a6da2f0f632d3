import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { archiveNotice } from '../../api/edition-api.ts'
import { useRecord, useRecordAct } from '../use-record.ts'

function Ask(props: {
  readonly id: string
  readonly action: 'ARCHIVE' | 'REOPEN'
  readonly close: () => void
}) {
  const { t } = useTranslation('edition')
  const [reason, setReason] = useState('')
  const archive = useRecordAct(
    props.id,
    (why: string) => archiveNotice(props.id, props.action, why),
    props.close,
  )
  const put = props.action === 'ARCHIVE'
  return (
    <Modal
      open
      title={t(put ? 'archive.putTitle' : 'archive.takeTitle')}
      okText={t(put ? 'archive.put' : 'archive.take')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: reason.trim() === '', loading: archive.isPending }}
      onOk={() => {
        archive.mutate(reason.trim())
      }}
      onCancel={props.close}
    >
      <p>{t(put ? 'archive.putMeaning' : 'archive.takeMeaning')}</p>
      <label className="nt-label nt-gap" htmlFor="archive-reason">
        {t('archive.reason')}
      </label>
      <Input.TextArea
        id="archive-reason"
        className="grow"
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value)
        }}
      />
      <RefusalMessage error={archive.error} />
    </Modal>
  )
}

/** Puts a withdrawn notice away, or takes it out again. */
export function ArchivePart({ id }: { readonly id: string }) {
  const { t } = useTranslation('edition')
  const record = useRecord(id).data
  const [asking, setAsking] = useState<'ARCHIVE' | 'REOPEN' | null>(null)
  const offers = record?.may.archive ? 'ARCHIVE' : record?.may.reopen ? 'REOPEN' : null
  return (
    <>
      {offers === null ? null : (
        <Button
          onClick={() => {
            setAsking(offers)
          }}
        >
          {t(offers === 'ARCHIVE' ? 'archive.put' : 'archive.take')}
        </Button>
      )}
      {asking === null ? null : <Ask id={id} action={asking} close={() => setAsking(null)} />}
    </>
  )
}
