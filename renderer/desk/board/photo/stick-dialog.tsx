import { useQuery } from '@tanstack/react-query'
import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PHOTO_VIEWS, type PhotoMoment, type PhotoView } from '../../../../domain/posting/posting-state.ts'
import type { PostingView } from '../../../../server/posting/views.ts'
import { byteSize } from '../../../shared/ui/byte-size.ts'
import { instantText } from '../../../shared/ui/instant-text.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { getStickPhotos, takeStickPhoto } from '../../api/board-api.ts'
import { useSheetChange } from '../life/use-sheet-change.ts'
import { QueryBody } from '../../../shared/desk/query-body.tsx'

/** Photographs from a stick or a camera's card: chosen from a list, newest first. */
export function StickDialog(props: {
  readonly sheet: PostingView
  readonly moment: PhotoMoment
  readonly close: () => void
}) {
  const { sheet, moment, close } = props
  const { t } = useTranslation('board')
  const [view, setView] = useState<PhotoView>('DISTANT')
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const list = useQuery({
    queryKey: ['stick-photos'],
    queryFn: ({ signal }) => getStickPhotos(signal),
    // Another stick may have been put in.
    staleTime: 0,
  })
  const take = useSheetChange(async (token: string) => {
    const after = await takeStickPhoto(sheet.id, { token, moment, view })
    setTaken((before) => new Set([...before, token]))
    return after
  })
  return (
    <Modal
      open
      width={640}
      title={t('stick.title', { moment: t(`photo.moment.${moment}`) })}
      footer={<Button onClick={close}>{t('close')}</Button>}
      onCancel={close}
    >
      <div className="row">
        <span id="stick-view">{t('photo.viewIs')}</span>
        <Radio.Group
          aria-labelledby="stick-view"
          value={view}
          options={PHOTO_VIEWS.map((one) => ({ value: one, label: t(`photo.view.${one}`) }))}
          onChange={(event) => setView(event.target.value as PhotoView)}
        />
        <Button size="small" loading={list.isFetching} onClick={() => void list.refetch()}>
          {t('stick.again')}
        </Button>
      </div>
      <RefusalMessage error={take.error} />
      <QueryBody query={list}>
        {(photos) =>
          photos.length === 0 ? (
            <p className="bd-none">{t('stick.none')}</p>
          ) : (
            <ul className="bd-stick" tabIndex={0} aria-label={t('stick.list')}>
              {photos.map((photo) => (
                <li key={photo.token}>
                  <span className="breakable">{photo.name}</span>
                  <span className="sub nowrap">
                    {instantText(photo.modifiedAt)}　{byteSize(photo.size)}
                  </span>
                  {taken.has(photo.token) ? (
                    <span className="good nowrap">{t('stick.taken')}</span>
                  ) : (
                    <Button
                      size="small"
                      aria-label={t('stick.takeOf', { name: photo.name })}
                      loading={take.isPending && take.variables === photo.token}
                      disabled={take.isPending}
                      onClick={() => take.mutate(photo.token)}
                    >
                      {t('stick.take')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </QueryBody>
    </Modal>
  )
}
