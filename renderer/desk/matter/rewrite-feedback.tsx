import { useMutation } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { rewriteFeedback } from '../api/matter-api.ts'
import { navigate } from '../../shared/desk/route.ts'
import { useMatterRefresh } from './use-matter-refresh.ts'

/** Writes a drafted feedback anew and opens it; offered while it does not tell what is on record. */
export function RewriteFeedback({ id }: { readonly id: string }) {
  const { t } = useTranslation('matter')
  const refresh = useMatterRefresh()
  const rewrite = useMutation({
    mutationFn: () => rewriteFeedback(id),
    onSuccess: async ({ noticeId }) => {
      await refresh()
      navigate(`/notices/${encodeURIComponent(noticeId)}`)
    },
  })
  return (
    <>
      <Popconfirm title={t('next.rewriteSure')} onConfirm={() => rewrite.mutate()}>
        <Button type="primary" loading={rewrite.isPending}>
          {t('next.rewrite')}
        </Button>
      </Popconfirm>
      <RefusalMessage error={rewrite.error} />
    </>
  )
}
