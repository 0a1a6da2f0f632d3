import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { dropMirror } from '../draft-mirror.ts'
import { gateKey, noticeKey, NOTICES_KEY } from '../keys.ts'
import { discardDraft } from '../notice-api.ts'

/** Puts a next draft away and goes back to the edition published last; asks first, since the draft is not kept. */
export function DiscardButton(props: {
  readonly id: string
  /** Lets what is being saved arrive, so that no late save comes after the draft is gone. */
  readonly flush: () => Promise<unknown>
}) {
  const { t } = useTranslation('notice')
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const discard = useMutation({
    mutationFn: async () => {
      await props.flush()
      return await discardDraft(props.id)
    },
    onSuccess: (detail) => {
      dropMirror(window.localStorage, props.id)
      queries.setQueryData(noticeKey(props.id), detail)
      void queries.invalidateQueries({ queryKey: NOTICES_KEY })
      void queries.invalidateQueries({ queryKey: gateKey(props.id) })
    },
  })
  return (
    <>
      <Button
        onClick={() => {
          setAsking(true)
        }}
      >
        {t('discard.action')}
      </Button>
      <Modal
        open={asking}
        title={t('discard.title')}
        okText={t('discard.confirm')}
        cancelText={t('cancel')}
        okButtonProps={{ danger: true, loading: discard.isPending }}
        onOk={() => {
          discard.mutate()
        }}
        onCancel={() => {
          setAsking(false)
        }}
      >
        <p>{t('discard.meaning')}</p>
        <RefusalMessage error={discard.error} />
      </Modal>
    </>
  )
}
