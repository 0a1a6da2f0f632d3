import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { EMERGENCIES_KEY, EMERGENCY_COUNTS_KEY, endEmergency } from '../api/emergency-api.ts'

/** Declares an emergency over, after saying what that means. */
export function EndButton({ id }: { readonly id: string }) {
  const { t } = useTranslation(['emergency', 'desk'])
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const end = useMutation({
    mutationFn: () => endEmergency(id, reason.trim()),
    onSuccess: () => {
      setAsking(false)
      void queries.invalidateQueries({ queryKey: EMERGENCIES_KEY })
      void queries.invalidateQueries({ queryKey: EMERGENCY_COUNTS_KEY })
    },
  })
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t('emergency:end.action')}
      </Button>
      <Modal
        open={asking}
        title={t('emergency:end.title')}
        okText={t('emergency:end.confirm')}
        cancelText={t('desk:common.cancel')}
        okButtonProps={{ disabled: reason.trim() === '', loading: end.isPending }}
        onOk={() => end.mutate()}
        onCancel={() => setAsking(false)}
      >
        <p>{t('emergency:end.meaning')}</p>
        <Input
          value={reason}
          placeholder={t('emergency:end.reason')}
          aria-label={t('emergency:end.reason')}
          onChange={(change) => setReason(change.target.value)}
        />
        <RefusalMessage error={end.error} />
      </Modal>
    </>
  )
}
