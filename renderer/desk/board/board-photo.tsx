import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardView } from '../../../server/posting/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { saveBoardPhoto } from '../api/board-api.ts'
import { PICTURES } from './photo/photo-chooser.tsx'
import { PhotoList } from './photo/photo-list.tsx'
import { useBoardChange } from './use-board-change.ts'

/** The board itself in a photograph, so that whoever hangs the paper finds the right one. */
export function BoardPhoto(props: {
  readonly board: BoardView
  readonly today: string
  readonly may: boolean
}) {
  const { board, today, may } = props
  const { t } = useTranslation('board')
  const input = useRef<HTMLInputElement>(null)
  const save = useBoardChange((file: File) => saveBoardPhoto(board.id, file))
  return (
    <section className="card" aria-labelledby="board-photo">
      <h2>
        <span id="board-photo" className="strong">
          {t('boardPhoto.title')}
        </span>
      </h2>
      <div className="card-body">
        {board.photo === null ? (
          <p className="sub">{t('boardPhoto.none')}</p>
        ) : (
          <PhotoList photos={[board.photo]} today={today} of={board.name} />
        )}
        {may ? (
          <>
            <Button className="bd-gap" loading={save.isPending} onClick={() => input.current?.click()}>
              {board.photo === null ? t('boardPhoto.add') : t('boardPhoto.renew')}
            </Button>
            <input
              ref={input}
              type="file"
              accept={PICTURES}
              aria-label={t('boardPhoto.add')}
              hidden
              onChange={(event) => {
                const file = event.target.files?.[0]
                // The same file chosen twice must arrive twice.
                event.target.value = ''
                if (file !== undefined) save.mutate(file)
              }}
            />
          </>
        ) : null}
        <RefusalMessage error={save.error} />
      </div>
    </section>
  )
}
