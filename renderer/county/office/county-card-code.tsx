import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cardFitsCode } from '../../../domain/exchange/card.ts'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { qrDrawing } from '../../shared/qr-path.ts'
import { send } from '../../shared/request.ts'
import { address } from '../county-api.ts'

function Code({ text }: { readonly text: string }) {
  const { t } = useTranslation('county')
  if (!cardFitsCode(text)) return <p>{t('keys.codeTooLong')}</p>
  const { size, path } = qrDrawing(text, 'L')
  return (
    <>
      <svg className="card-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('keys.code')}>
        <path d={path} fill="currentColor" shapeRendering="crispEdges" />
      </svg>
      <p>{t('keys.codeHow')}</p>
    </>
  )
}

/** The county's card for an office as a code on the screen, for one that brought no stick; a card that is too long needs its file. */
export function CountyCardCode({ officeId }: { readonly officeId: number }) {
  const { t } = useTranslation('county')
  const [open, setOpen] = useState(false)
  const card = useQuery({
    queryKey: ['county-card', officeId],
    queryFn: async ({ signal }) =>
      (await send(address(`offices/${officeId}/county-card`), { signal })).text(),
    enabled: open,
  })
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('keys.showCode')}</Button>
      <Modal open={open} title={t('keys.code')} footer={null} width={640} onCancel={() => setOpen(false)}>
        <QueryBody query={card}>{(text) => <Code text={text} />}</QueryBody>
      </Modal>
    </>
  )
}
