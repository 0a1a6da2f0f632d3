import { createContext, useContext } from 'react'
import { attachmentBase } from '../frame/board-queries.ts'

/** Where the files of what is shown are; null takes them from the published edition. A preview has them at the desk. */
export const AttachmentBaseContext = createContext<string | null>(null)

/** Address prefix of the files of the edition on the glass. */
export function useAttachmentBase(hash: string): string {
  return useContext(AttachmentBaseContext) ?? attachmentBase(hash)
}

/** Whether somebody else gives the files, as a preview at the desk does: then the edition is not published. */
export function useAttachmentBaseGiven(): boolean {
  return useContext(AttachmentBaseContext) !== null
}
