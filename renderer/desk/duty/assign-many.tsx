import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DutyRow } from '../../../server/duty/views.ts'
import { refusalText } from '../../shared/ui/refusal-message.tsx'
import { assignDuties } from '../api/duty-api.ts'
import { useOpenDesk } from '../shell/session-context.ts'
import { DUTIES_KEY } from './duty-keys.ts'

const NOBODY = ''

/** Gives the chosen duties to one person; there once something is chosen. */
export function AssignMany({ rows, done }: { readonly rows: readonly DutyRow[]; readonly done: () => void }) {
  const { t, i18n } = useTranslation('duty')
  const { message } = App.useApp()
  const { people } = useOpenDesk()
  const queries = useQueryClient()
  const assign = useMutation({
    mutationFn: (person: string) =>
      assignDuties(
        rows.map((row) => row.id),
        person === NOBODY ? null : person,
      ),
    onSuccess: ({ assigned }) => {
      void queries.invalidateQueries({ queryKey: DUTIES_KEY })
      void message.success(t('list.assigned', { count: assigned }))
      done()
    },
    onError: (error) => void message.error(refusalText(i18n, error), 8),
  })
  if (rows.length === 0) return null
  return (
    <div className="dl-chosen" role="group" aria-label={t('list.chosen', { count: rows.length })}>
      <span className="strong">{t('list.chosen', { count: rows.length })}</span>
      <Select
        className="dl-person"
        aria-label={t('list.assignTo')}
        placeholder={t('list.assignTo')}
        loading={assign.isPending}
        value={null}
        options={[
          ...people.map((one) => ({ value: one.id, label: one.name })),
          { value: NOBODY, label: t('act.nobody') },
        ]}
        onChange={(person: string | null) => {
          if (person !== null) assign.mutate(person)
        }}
      />
    </div>
  )
}
