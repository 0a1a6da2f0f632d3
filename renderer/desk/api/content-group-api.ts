import type { ContentGroup } from '../../../domain/display/content-group.ts'
import type { ContentGroupHeadings } from '../../../server/display/shelf/views.ts'
import { api, taken } from '../../shared/api.ts'

/** Key under which the headings and their groups are kept. */
export const CONTENT_GROUPS_KEY = ['content-groups'] as const

/** Headings on the board with the content groups they stand in. */
export function getContentGroups(): Promise<ContentGroupHeadings> {
  return taken(api.desk['content-groups'].$get())
}

/** Puts a heading in a content group; null gives it back to the rule. */
export function setContentGroup(
  groupId: string,
  contentGroup: ContentGroup | null,
): Promise<ContentGroupHeadings> {
  return taken(api.desk['content-groups'][':groupId'].$put({ param: { groupId }, json: { contentGroup } }))
}
