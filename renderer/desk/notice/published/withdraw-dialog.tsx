import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WITHDRAWAL_REASONS, type WithdrawalReason } from '../../../../domain/notice/notice-state.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { EDITION_TASKS_KEY, noticeKey, noticeRecordKey, NOTICES_KEY } from '../keys.ts'
import { withdrawNotice, type Withdrawal } from '../notice-api.ts'
import { WithdrawalMore } from './withdrawal-more.tsx'

/** Takes a notice down, or one former edition of it: the reason is public, a page with it stays under the index number. */
export function WithdrawDialog(props: {
  readonly id: string
  /** One superseded edition alone; null takes everything down that hangs. */
  readonly editionNumber: number | null
  readonly close: () => void
}) {
  const { t } = useTranslation(['notice', 'terms', 'edition'])
  const queries = useQueryClient()
  const { editionNumber } = props
  const [reason, setReason] = useState<WithdrawalReason | null>(null)
  const [note, setNote] = useState('')
  const [into, setInto] = useState('')
  const [order, setOrder] = useState({ authority: '', number: '' })
  const [hideTitle, setHideTitle] = useState(false)
  const withdraw = useMutation({
    mutationFn: (withdrawal: Withdrawal) => withdrawNotice(props.id, withdrawal),
    onSuccess: (detail) => {
      queries.setQueryData(noticeKey(props.id), detail)
      void queries.invalidateQueries({ queryKey: NOTICES_KEY })
      void queries.invalidateQueries({ queryKey: noticeRecordKey(props.id) })
      void queries.invalidateQueries({ queryKey: EDITION_TASKS_KEY })
      props.close()
    },
  })
  const lacks =
    note.trim() === '' ||
    (reason === 'CONSOLIDATED' && into.trim() === '') ||
    (reason === 'ORDERED_DOWN' && order.authority.trim() === '')
  return (
    <Modal
      open
      title={
        editionNumber === null
          ? t('notice:withdraw.title')
          : t('edition:withdraw.titleOne', { number: editionNumber })
      }
      okText={t('notice:withdraw.confirm')}
      cancelText={t('notice:cancel')}
      okButtonProps={{ danger: true, disabled: reason === null || lacks, loading: withdraw.isPending }}
      onOk={() => {
        if (reason === null) return
        withdraw.mutate({
          reason,
          note: note.trim(),
          hideTitle,
          ...(reason === 'CONSOLIDATED' && { consolidatedInto: into.trim() }),
          ...(reason === 'ORDERED_DOWN' && { order }),
          ...(editionNumber !== null && { editionNumber }),
        })
      }}
      onCancel={props.close}
    >
      <p>{t(editionNumber === null ? 'notice:withdraw.meaning' : 'edition:withdraw.meaningOne')}</p>
      <label className="nt-label" htmlFor="withdraw-reason">
        {t('notice:withdraw.reason')}
      </label>
      <Select
        id="withdraw-reason"
        className="nt-wide"
        value={reason}
        placeholder={t('notice:withdraw.reasonPlaceholder')}
        options={WITHDRAWAL_REASONS.map((one) => ({ value: one, label: t(`terms:withdrawalReason.${one}`) }))}
        onChange={(one) => {
          setReason(one)
          // What went out in error often has the error in its title.
          setHideTitle(one === 'PUBLISHED_IN_ERROR')
        }}
      />
      <WithdrawalMore reason={reason} into={into} setInto={setInto} order={order} setOrder={setOrder} />
      <label className="nt-label" htmlFor="withdraw-note">
        {t('notice:withdraw.note')}
      </label>
      <Input.TextArea
        id="withdraw-note"
        className="grow nt-lines-3"
        value={note}
        placeholder={t('notice:withdraw.noteExample')}
        onChange={(event) => {
          setNote(event.target.value)
        }}
      />
      <p className="nt-field-hint">{t('notice:withdraw.noteMeaning')}</p>
      <p className="nt-gap">
        <Checkbox
          checked={hideTitle}
          onChange={(event) => {
            setHideTitle(event.target.checked)
          }}
        >
          {t('notice:withdraw.hideTitle')}
        </Checkbox>
      </p>
      <RefusalMessage error={withdraw.error} />
    </Modal>
  )
}
