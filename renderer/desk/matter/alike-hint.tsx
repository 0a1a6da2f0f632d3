import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OpinionList, OpinionView } from '../../../server/matter/views.ts'

const MOST = 4

/** Opinions that probably say the same; a press shows them side by side, nothing is merged by itself. */
export function AlikeHint(props: {
  readonly list: OpinionList
  readonly look: (opinions: readonly OpinionView[]) => void
}) {
  const { t } = useTranslation('matter')
  const { items, alike } = props.list
  const pairs = alike.slice(0, MOST).flatMap((pair) => {
    const one = items.find(({ id }) => id === pair.one)
    const other = items.find(({ id }) => id === pair.other)
    return one && other ? [{ one, other }] : []
  })
  if (pairs.length === 0) return null
  return (
    <p className="note mt-alike">
      {t('opinion.alike')}
      {pairs.map(({ one, other }) => (
        <Button key={one.id + other.id} size="small" onClick={() => props.look([one, other])}>
          {t('opinion.alikePair', { one: one.number, other: other.number })}
        </Button>
      ))}
    </p>
  )
}
