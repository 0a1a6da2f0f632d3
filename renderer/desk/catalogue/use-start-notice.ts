import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { refusalText } from '../../shared/ui/refusal-message.tsx'
import { startNotice } from '../api/catalogue-api.ts'
import { navigate } from '../../shared/desk/route.ts'

/** Begins a notice for a row and opens it. */
export function useStartNotice() {
  const { i18n } = useTranslation()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: startNotice,
    onSuccess: (notice) => navigate(`/notices/${encodeURIComponent(notice.id)}`),
    onError: (error) => void message.error(refusalText(i18n, error)),
  })
}
