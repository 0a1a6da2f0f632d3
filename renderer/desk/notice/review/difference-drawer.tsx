import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DifferenceFace } from './difference-face.tsx'
import './reading.css'
import './review.css'

/** What the draft changes against the edition published last, for the one who writes it. */
export function DifferenceDrawer(props: {
  readonly id: string
  /** Saves what is typed, so that what is compared is what stands on the screen. */
  readonly flush: () => Promise<unknown>
}) {
  const { t } = useTranslation('review')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        onClick={() => {
          void props.flush().then(() => {
            setOpen(true)
          })
        }}
      >
        {t('faces.difference')}
      </Button>
      <Drawer
        open={open}
        title={t('faces.difference')}
        size={760}
        destroyOnHidden
        onClose={() => {
          setOpen(false)
        }}
      >
        <DifferenceFace id={props.id} of="draft" />
      </Drawer>
    </>
  )
}
