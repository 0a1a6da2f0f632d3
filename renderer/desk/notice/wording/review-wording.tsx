import { useTranslation } from 'react-i18next'
import { Panel } from '../panel.tsx'
import { useWording } from './use-wording.ts'
import { WordingPanel } from './wording-panel.tsx'

/** The wording of what was handed in, for the reviewer: counted, told, and left to the reviewer to judge. */
export function ReviewWording({ id }: { readonly id: string }) {
  const { t } = useTranslation('wording')
  const wording = useWording(id, 'submission', null)
  return (
    <Panel title={t('panel.title')} field="wording" count={wording.data?.findings.length ?? 0}>
      <WordingPanel wording={wording} behind={false} />
    </Panel>
  )
}
