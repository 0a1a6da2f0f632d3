import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { RETENTIONS, type Retention } from '../../../../domain/notice/retention.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { getItemRetention, setItemRetention } from '../../api/edition-api.ts'
import { useHasRole } from '../../shell/session-context.ts'

const BY_KIND = 'BY_KIND'

/** 保管期限 of an item: the usual one of each kind of notice, or one the office sets. */
export function ItemRetention({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation(['edition', 'terms'])
  const queries = useQueryClient()
  const sets = useHasRole('ADMINISTRATOR', 'DEPUTY_LEADER')
  const key = ['item-retention', itemId]
  const stands = useQuery({ queryKey: key, queryFn: ({ signal }) => getItemRetention(itemId, signal) }).data
  const set = useMutation({
    mutationFn: (retention: Retention | null) => setItemRetention(itemId, retention),
    onSuccess: (answer) => {
      queries.setQueryData(key, answer)
    },
  })
  if (stands === undefined) return null
  return (
    <section className="item-retention">
      <h3 id="item-retention">{t('edition:itemRetention.title')}</h3>
      <Select
        aria-labelledby="item-retention"
        disabled={!sets}
        loading={set.isPending}
        value={stands.retention ?? BY_KIND}
        options={[
          { value: BY_KIND, label: t('edition:itemRetention.byKind') },
          ...RETENTIONS.map((one) => ({ value: one, label: t(`terms:retention.${one}`) })),
        ]}
        onChange={(chosen: string) => {
          set.mutate(RETENTIONS.find((one) => one === chosen) ?? null)
        }}
      />
      <p className="sub">{t('edition:itemRetention.meaning')}</p>
      <RefusalMessage error={set.error} />
    </section>
  )
}
