import { Button, Dropdown, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ENTRY_STEPS, type EntryStep, FOUR_DISCUSSIONS } from '../../../domain/matter/matter-entry.ts'
import type { MatterDetail } from '../../../server/matter/views.ts'
import { EntryForm } from './entry-form.tsx'

/** What can be entered by hand. */
export type EnteredStep = Exclude<EntryStep, 'VOID'>

const DISCUSSIONS: readonly EntryStep[] = FOUR_DISCUSSIONS

function stepsOf(matter: MatterDetail): readonly EnteredStep[] {
  const done = new Set(matter.entries.filter((entry) => entry.void === null).map(({ step }) => step))
  return ENTRY_STEPS.filter((step): step is EnteredStep => {
    if (step === 'VOID') return false
    return !DISCUSSIONS.includes(step) || (matter.kind === 'VILLAGE_MATTER' && !done.has(step))
  })
}

function EntryDialog(props: {
  readonly matter: MatterDetail
  readonly step: EnteredStep | null
  readonly close: () => void
}) {
  const { t } = useTranslation('terms')
  const { matter, step, close } = props
  return (
    <Modal
      open={step !== null}
      title={step === null ? '' : t(`entryStep.${step}`)}
      footer={null}
      destroyOnHidden
      onCancel={close}
    >
      {step !== null && <EntryForm key={step} matter={matter} step={step} done={close} />}
    </Modal>
  )
}

/** Enters the one step that comes next. */
export function EntryButton({ matter, step }: { readonly matter: MatterDetail; readonly step: EnteredStep }) {
  const { t } = useTranslation('terms')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t(`entryStep.${step}`)}
      </Button>
      <EntryDialog matter={matter} step={open ? step : null} close={() => setOpen(false)} />
    </>
  )
}

/** Everything that can be entered into a matter. */
export function EntryMenu({ matter }: { readonly matter: MatterDetail }) {
  const { t } = useTranslation(['matter', 'terms'])
  const [step, setStep] = useState<EnteredStep | null>(null)
  const steps = stepsOf(matter)
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: steps.map((one) => ({ key: one, label: t(`terms:entryStep.${one}`) })),
          onClick: ({ key }) => setStep(steps.find((one) => one === key) ?? null),
        }}
      >
        <Button>{t('matter:page.enter')}</Button>
      </Dropdown>
      <EntryDialog matter={matter} step={step} close={() => setStep(null)} />
    </>
  )
}
