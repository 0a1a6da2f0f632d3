import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { noticeKey, NOTICES_KEY } from '../keys.ts'
import { reviseNotice } from '../notice-api.ts'

/** Begins the next edition; the published one stays where it is until the new one is out. */
export function ReviseButton({ id }: { readonly id: string }) {
  const { t } = useTranslation('notice')
  const queries = useQueryClient()
  const revise = useMutation({
    mutationFn: () => reviseNotice(id),
    onSuccess: (detail) => {
      queries.setQueryData(noticeKey(id), detail)
      void queries.invalidateQueries({ queryKey: NOTICES_KEY })
    },
  })
  return (
    <>
      <RefusalMessage error={revise.error} />
      <Button
        type="primary"
        title={t('revise.meaning')}
        loading={revise.isPending}
        onClick={() => {
          revise.mutate()
        }}
      >
        {t('revise.action')}
      </Button>
    </>
  )
}
