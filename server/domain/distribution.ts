import { type Bucket, bucketsOf } from './buckets.ts'
import { fieldOf, type JsonObject, objectsOf } from './numbers.ts'

/** 访问分布 of a day, by WeChat's names of the lists; a list that is not there is `null`. */
export interface Distribution {
  access_source_session_cnt: Bucket[] | null
  /** Undocumented; once a list of its own, once a field of each source. */
  access_source_visit_uv: Bucket[] | null
  access_staytime_info: Bucket[] | null
  access_depth_info: Bucket[] | null
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** Lists of other names are none of ours. `null` when not one bucket is there. */
export function distributionOf(body: JsonObject): Distribution | null {
  const lists = new Map<string, JsonObject>()
  for (const list of objectsOf(body, 'list')) lists.set(snakeCase(String(fieldOf(list, 'index'))), list)
  const bucketsIn = (name: string, field?: string): Bucket[] | null => {
    const list = lists.get(name)
    return list ? bucketsOf(list, 'item_list', field) : null
  }
  const nonEmpty = (buckets: Bucket[] | null) => (buckets && buckets.length > 0 ? buckets : null)
  const rows: Distribution = {
    access_source_session_cnt: bucketsIn('access_source_session_cnt'),
    access_source_visit_uv:
      bucketsIn('access_source_visit_uv') ?? nonEmpty(bucketsIn('access_source_session_cnt', 'access_source_visit_uv')),
    access_staytime_info: bucketsIn('access_staytime_info'),
    access_depth_info: bucketsIn('access_depth_info'),
  }
  return Object.values(rows).some(list => list && list.length > 0) ? rows : null
}
