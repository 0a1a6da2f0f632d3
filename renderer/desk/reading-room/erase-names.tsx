import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import type { VisitLog } from '../../../server/kiosk/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { eraseNames } from '../api/kiosk-api.ts'
import { READING_ROOM_KEY } from './reading-room-keys.ts'

/** Says how many names are older than a month, and erases them when somebody says so; the visits stay. */
export function EraseNames({ view }: { readonly view: VisitLog }) {
  const { t } = useTranslation('hall')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const erase = useMutation({
    mutationFn: () => eraseNames(view.oldBefore),
    onSuccess: async ({ erased }) => {
      await queries.invalidateQueries({ queryKey: READING_ROOM_KEY })
      void message.success(t('room.erased', { count: erased }))
    },
  })
  if (view.oldNames === 0) return null
  return (
    <div className="card-body row room-erase">
      <p>{t('room.oldNames', { count: view.oldNames, day: view.oldBefore })}</p>
      <Popconfirm title={t('room.eraseSure')} okText={t('room.erase')} onConfirm={() => erase.mutate()}>
        <Button loading={erase.isPending}>{t('room.erase')}</Button>
      </Popconfirm>
      <RefusalMessage error={erase.error} />
    </div>
  )
}
