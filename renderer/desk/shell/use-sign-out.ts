import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { refusalText } from '../../shared/ui/refusal-message.tsx'
import { signOut } from '../api/office-api.ts'
import { STATUS_KEY } from '../query-client.ts'
import { flushBeforeLeaving } from './before-leaving.ts'

/** Signs out, after what was being written is saved; nothing the person could see stays behind. */
export function useSignOut() {
  const { i18n } = useTranslation('desk')
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    meta: { session: true },
    mutationFn: async () => {
      await flushBeforeLeaving()
      return await signOut()
    },
    onSuccess: (status) => {
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== STATUS_KEY[0] })
      queries.setQueryData(STATUS_KEY, status)
    },
    onError: (error) => void message.error(refusalText(i18n, error)),
  })
}
