import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WITHDRAWAL_REASONS, type WithdrawalReason } from '../../../../domain/notice/notice-state.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { noticeKey, NOTICES_KEY } from '../keys.ts'
import { withdrawNotice } from '../notice-api.ts'

/** Takes a notice down: the reason is public, a page with it stays under the index number. */
export function WithdrawDialog(props: { readonly id: string; readonly close: () => void }) {
  const { t } = useTranslation(['notice', 'terms'])
  const queries = useQueryClient()
  const [reason, setReason] = useState<WithdrawalReason | null>(null)
  const [note, setNote] = useState('')
  const [hideTitle, setHideTitle] = useState(false)
  const withdraw = useMutation({
    mutationFn: (why: WithdrawalReason) =>
      withdrawNotice(props.id, { reason: why, note: note.trim(), hideTitle }),
    onSuccess: (detail) => {
      queries.setQueryData(noticeKey(props.id), detail)
      void queries.invalidateQueries({ queryKey: NOTICES_KEY })
      props.close()
    },
  })
  return (
    <Modal
      open
      title={t('notice:withdraw.title')}
      okText={t('notice:withdraw.confirm')}
      cancelText={t('notice:cancel')}
      okButtonProps={{
        danger: true,
        disabled: reason === null || note.trim() === '',
        loading: withdraw.isPending,
      }}
      onOk={() => {
        if (reason !== null) withdraw.mutate(reason)
      }}
      onCancel={props.close}
    >
      <p>{t('notice:withdraw.meaning')}</p>
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
