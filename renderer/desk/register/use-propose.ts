import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Proposal } from '../../../server/register/propose-changes.ts'
import { proposeChanges } from '../api/register-api.ts'
import { useRefresh } from './use-refresh.ts'

/** Hands a change set in for confirmation, and says so. */
export function usePropose(listId: string, done: () => void) {
  const { t } = useTranslation('register')
  const { message } = App.useApp()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (proposal: Partial<Proposal> & Pick<Proposal, 'reason' | 'legalBasis' | 'effectiveOn'>) =>
      proposeChanges(listId, { name: null, columns: null, sourceFile: '', changes: [], ...proposal }),
    onSuccess: async () => {
      await refresh()
      void message.success(t('change.submitted'))
      done()
    },
  })
}
