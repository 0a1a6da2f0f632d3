import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DownwardDifference, DownwardItemView } from '../../../../server/exchange/downward/views.ts'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { CALENDAR_KEY } from '../../api/calendar-api.ts'
import {
  type DownwardTake,
  getDownwardDifference,
  takeDownwardItem,
} from '../../api/exchange-downward-api.ts'
import { DICTIONARIES_KEY } from '../../api/wording-api.ts'
import { PreviewCard } from '../../calendar/preview-card.tsx'
import '../../calendar/calendar.css'
import { DictionaryDifference } from '../../wording/dictionary-difference.tsx'
import '../../wording/wording.css'
import { downwardDifferenceKey } from '../exchange-keys.ts'
import { useExchangeChange } from '../use-exchange-change.ts'

type Props = { readonly item: DownwardItemView; readonly mayTake: boolean; readonly close: () => void }

function Shown(props: Props & { readonly difference: DownwardDifference }) {
  const { t } = useTranslation('exchange')
  const queries = useQueryClient()
  const { item, difference, mayTake, close } = props
  const take = useExchangeChange(async (what: DownwardTake) => {
    await takeDownwardItem(item.id, what)
    await queries.invalidateQueries({ queryKey: what.kind === 'CALENDAR' ? CALENDAR_KEY : DICTIONARIES_KEY })
  })
  if (difference.kind === 'CALENDAR') {
    const { digest } = difference.preview
    return (
      <PreviewCard
        preview={difference.preview}
        typed={false}
        mayTake={mayTake}
        busy={take.isPending}
        error={take.error}
        take={({ confirmed, keyName }) =>
          take.mutate(
            { kind: 'CALENDAR', digest, confirmed, ...(keyName === '' ? {} : { keyName }) },
            { onSuccess: close },
          )
        }
        back={close}
      />
    )
  }
  if (difference.kind !== 'DICTIONARY') return null
  const { preview } = difference
  return (
    <div className="ex-stack">
      <DictionaryDifference preview={preview} />
      <RefusalMessage error={take.error} />
      <div className="row">
        {mayTake && (
          <Button
            type="primary"
            loading={take.isPending}
            onClick={() => take.mutate({ kind: 'DICTIONARY', digest: preview.digest }, { onSuccess: close })}
          >
            {t('item.take')}
          </Button>
        )}
        <Button onClick={close}>{t('item.close')}</Button>
      </div>
    </div>
  )
}

/** What a calendar or dictionary of the county would change, before anybody takes it. */
export function DifferenceDrawer({ item, mayTake, close }: Props) {
  const { t } = useTranslation('exchange')
  const difference = useQuery({
    queryKey: downwardDifferenceKey(item.id),
    queryFn: () => getDownwardDifference(item.id),
    // What a person reads must not change under the eyes.
    staleTime: Infinity,
    gcTime: 0,
  })
  return (
    <Drawer open title={t('item.differenceTitle', { title: item.title })} size={720} onClose={close}>
      <QueryBody query={difference}>
        {(data) => <Shown item={item} mayTake={mayTake} close={close} difference={data} />}
      </QueryBody>
    </Drawer>
  )
}
