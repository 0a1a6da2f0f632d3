import { useTranslation } from 'react-i18next'
import type { ExchangeTaskView } from '../../../../server/exchange/task/views.ts'

/** What is to be done about a rejected change; where the office itself has allowed what the county found, both ways. */
export function TaskTodo({ task }: { readonly task: ExchangeTaskView }) {
  const { t } = useTranslation(['exchange', 'terms'])
  const { fault, allowedHere } = task
  if (allowedHere === null) return <p>{t(`exchange:todo.${fault.code}`)}</p>
  return (
    <p className="breakable">
      {t('exchange:task.allowedHere', {
        by: allowedHere.by,
        reason: allowedHere.reason,
        kind: t(`terms:hitKind.${allowedHere.kind}`),
      })}
    </p>
  )
}
