import Type, { type Static } from 'typebox'
import { Nullable } from './fields'

/** What an admin calls a page; shown beside its path wherever pages are listed. */
export const WritePageRemark = Type.Object(
  {
    path: Type.String({ minLength: 1, maxLength: 512, pattern: '^[^\\p{C}]*$' }),
    remark: Nullable(
      Type.String({ maxLength: 64, pattern: '^[^\\p{C}]*$', description: '`null` or nothing but space clears it' }),
    ),
  },
  { additionalProperties: false },
)
export type WritePageRemark = Static<typeof WritePageRemark>
