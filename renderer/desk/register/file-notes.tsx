import { useTranslation } from 'react-i18next'
import type { ListFileView } from '../../../server/register/views.ts'

/** Places of a file that were not taken in; nothing when all were. */
export function FileNotes({ notes }: { readonly notes: ListFileView['notes'] }) {
  const { t } = useTranslation('register')
  if (notes.length === 0) return null
  return (
    <ul className="reg-notes">
      {notes.map((note, index) => (
        <li key={index} className="soft">
          {t(`file.note.${note.code}`, { row: note.row, text: note.text })}
        </li>
      ))}
    </ul>
  )
}
