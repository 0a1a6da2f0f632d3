import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostingView } from '../../../../server/posting/views.ts'
import { useHasRole } from '../../shell/session-context.ts'
import { sheetTone } from '../sheet-tone.ts'
import { actsOf, type ActName } from './acts-of.ts'
import { LifeDialog } from './life-dialog.tsx'

/** What can be written down of a sheet next; nothing for those who only read. */
export function ActButtons(props: {
  readonly sheet: PostingView
  readonly today: string
  /** In lists, the usual act alone and small. */
  readonly short?: boolean
  /** This act alone and small, where the list is about it. */
  readonly only?: ActName
}) {
  const { sheet, today, only } = props
  const short = props.short === true || only !== undefined
  const { t } = useTranslation('board')
  const may = useHasRole('HANDLER', 'DEPUTY_LEADER')
  const [act, setAct] = useState<ActName | null>(null)
  const acts = actsOf(sheet.state, sheetTone(sheet, today)).filter(
    (one) => only === undefined || one === only,
  )
  if (!may || acts.length === 0) return null
  return (
    <>
      <div className="bd-acts">
        {(short ? acts.slice(0, 1) : acts).map((one, index) => (
          <Button
            key={one}
            {...(short ? { size: 'small' as const } : {})}
            {...(index === 0 && !short ? { type: 'primary' as const } : {})}
            aria-label={t('act.of', {
              act: t(`act.${one}.open`),
              title: sheet.title,
              board: sheet.boardName,
            })}
            onClick={() => setAct(one)}
          >
            {t(`act.${one}.open`)}
          </Button>
        ))}
      </div>
      {act === null ? null : <LifeDialog sheet={sheet} act={act} today={today} close={() => setAct(null)} />}
    </>
  )
}
