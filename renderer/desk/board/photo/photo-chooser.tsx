import { Radio } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { PHOTO_VIEWS, type PhotoView } from '../../../../domain/posting/posting-state.ts'
import { FileDrop } from '../../../shared/desk/file-drop.tsx'

/** A picture chosen on this computer and not handed in yet. */
export type ChosenPhoto = { readonly id: string; readonly file: File; readonly view: PhotoView }

/** What the file chooser offers; the server looks into the bytes itself. */
export const PICTURES = 'image/jpeg,image/png,image/webp,.jpg,.jpeg,.png,.webp'

function Preview({ file }: { readonly file: File }) {
  const show = useCallback(
    (image: HTMLImageElement | null) => {
      const address = URL.createObjectURL(file)
      if (image !== null) image.src = address
      return () => {
        URL.revokeObjectURL(address)
      }
    },
    [file],
  )
  return <img ref={show} className="bd-thumb" alt="" />
}

/** Chooses photographs from files, and says of each whether it is from afar or near. */
export function PhotoChooser(props: {
  readonly photos: readonly ChosenPhoto[]
  readonly change: (photos: readonly ChosenPhoto[]) => void
  readonly busy: boolean
}) {
  const { photos, change, busy } = props
  const { t } = useTranslation('board')
  const add = (file: File) => {
    // The usual pair: the board from afar first, the text near second.
    const view: PhotoView = photos.some((one) => one.view === 'DISTANT') ? 'CLOSE' : 'DISTANT'
    change([...photos, { id: crypto.randomUUID(), file, view }])
  }
  return (
    <div className="bd-photos bd-gap">
      <span className="nt-label">{t('photo.title')}</span>
      <FileDrop label={t('photo.choose')} hint={t('photo.hint')} accept={PICTURES} busy={busy} onFile={add} />
      <ul>
        {photos.map((photo) => (
          <li key={photo.id}>
            <Preview file={photo.file} />
            <div>
              <p className="breakable">{photo.file.name}</p>
              <Radio.Group
                aria-label={t('photo.viewOf', { name: photo.file.name })}
                value={photo.view}
                disabled={busy}
                options={PHOTO_VIEWS.map((view) => ({ value: view, label: t(`photo.view.${view}`) }))}
                onChange={(event) => {
                  const view = event.target.value as PhotoView
                  change(photos.map((one) => (one.id === photo.id ? { ...one, view } : one)))
                }}
              />
            </div>
            <button
              type="button"
              className="nt-link"
              disabled={busy}
              aria-label={t('photo.dropOf', { name: photo.file.name })}
              onClick={() => change(photos.filter(({ id }) => id !== photo.id))}
            >
              {t('photo.drop')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
