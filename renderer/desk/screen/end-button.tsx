import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { endScreen, SCREENS_KEY } from '../api/screen-api.ts'
import { navigate } from '../../shared/desk/route.ts'

/** Takes a screen out of use, with the reason; its address answers no more. */
export function EndButton({ id, name }: { readonly id: string; readonly name: string }) {
  const { t } = useTranslation('screen')
  const queries = useQueryClient()
  const field = useId()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const end = useMutation({
    mutationFn: () => endScreen(id, reason),
    onSuccess: async () => {
      navigate('/screens')
      await queries.invalidateQueries({ queryKey: SCREENS_KEY })
    },
  })
  return (
    <>
      <Button danger onClick={() => setAsking(true)}>
        {t('end.button')}
      </Button>
      <Modal
        open={asking}
        title={t('end.title', { name })}
        okText={t('end.ok')}
        cancelText={t('end.cancel')}
        okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: end.isPending }}
        onOk={() => end.mutate()}
        onCancel={() => setAsking(false)}
      >
        <p className="sc-first">{t('end.meaning')}</p>
        <label htmlFor={field}>{t('end.reason')}</label>
        <Input
          id={field}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.target.value)}
        />
        <RefusalMessage error={end.error} />
      </Modal>
    </>
  )
}
