import { useTranslation } from 'react-i18next'
import type { WordingFinding } from '../../../../domain/wording/wording-finding.ts'
import type { Draft } from '../draft/use-draft.ts'
import { Panel } from '../panel.tsx'
import { applyFindings, canApply, stillThere } from './apply-findings.ts'
import { useWording } from './use-wording.ts'
import { WordingPanel } from './wording-panel.tsx'
import '../../wording/wording.css'

/** The wording check beside a draft: leads to what it found and mends it by one click. */
export function DraftWording(props: {
  readonly id: string
  readonly draft: Draft
  readonly jump: (finding: WordingFinding) => void
}) {
  const { t } = useTranslation('wording')
  const { draft } = props
  const { state } = draft
  const wording = useWording(props.id, 'draft', state.kind === 'SAVED' ? state.at : null)
  const shows = (finding: WordingFinding) => stillThere(draft, finding)
  const behind =
    state.kind !== 'SAVED' || (wording.data !== undefined && (wording.data.revision ?? 0) < draft.revision())
  return (
    <Panel
      title={t('panel.title')}
      field="wording"
      count={wording.data?.findings.filter((one) => one.severity === 'FIX' && shows(one)).length ?? 0}
    >
      <WordingPanel
        wording={wording}
        behind={behind}
        shows={shows}
        jump={props.jump}
        mend={{
          can: canApply,
          run: (findings) => {
            applyFindings(draft, findings)
          },
        }}
      />
    </Panel>
  )
}
